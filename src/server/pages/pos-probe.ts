import type { ConnectionRecord, Scope } from '../../store/records';
import type { PosHealth } from '../../web/pos-health';
import { checkConnection } from '../connection-check';
import type { Services } from '../services';

type Parts = Pick<Services, 'store' | 'directory' | 'now' | 'reopen'>;
type Known = { at: number; health: NonNullable<PosHealth> };

/** What a probe has found is believed for so long. */
const FRESH_MS = 60_000;
/** How long a page waits for a probe; then it shows what was known, and is told later. */
const PATIENCE_MS = 300;

/** Asks POS systems whether they take orders: once a minute for each, however many look at it. */
export class PosProbe {
  private readonly known = new Map<string, Known>();
  private readonly asking = new Map<string, Promise<Known>>();
  constructor(private readonly parts: Parts) {}

  /** How the POS of a shop is, by a probe of the last minute where that answers soon. */
  async of(connection: ConnectionRecord | undefined): Promise<PosHealth> {
    if (!connection) return null;
    const known = this.known.get(connection.id);
    if (known && this.parts.now() - known.at < FRESH_MS) return known.health;
    const asked = this.ask(connection).catch(() => undefined);
    const soon = await Promise.race([asked, afterwards(PATIENCE_MS)]);
    return (soon ?? known)?.health ?? { ...toHealth(connection), state: 'asking' };
  }

  /** Asks anew, and lets go on what waited for the connection. */
  async again(connection: ConnectionRecord): Promise<void> {
    const { health } = await this.ask(connection);
    if (health.state === 'ok') await this.parts.reopen(connection);
  }

  private ask(connection: ConnectionRecord): Promise<Known> {
    const { id } = connection;
    const asking =
      this.asking.get(id) ??
      this.probe(connection).finally(() => {
        this.asking.delete(id);
      });
    this.asking.set(id, asking);
    return asking;
  }

  private async probe(connection: ConnectionRecord): Promise<Known> {
    const { store, directory, now, reopen } = this.parts;
    const status = await checkConnection(connection, directory, now);
    const scope: Scope = { restaurant_id: connection.restaurant_id, location_ids: null };
    await store.setConnectionStatus(scope, connection.id, status, { key_id: null, at: now() });
    if (connection.status === 'blocked' && status.status === 'ok') await reopen(connection);
    const known = { at: now(), health: toHealth({ ...connection, ...status }) };
    this.known.set(connection.id, known);
    return known;
  }
}

/** A check that says nothing of the connection leaves its status and gives the reason: the POS was not to be had. */
function toHealth({
  name,
  status,
  status_reason,
  checked_at,
  mode,
}: ConnectionRecord): NonNullable<PosHealth> {
  const state = status === 'blocked' ? 'blocked' : status_reason === null ? 'ok' : 'silent';
  return { pos: name, state, said: status_reason, checkedAt: checked_at, isRehearsed: mode === 'rehearsal' };
}

function afterwards(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => void setTimeout(() => resolve(undefined), milliseconds).unref());
}
