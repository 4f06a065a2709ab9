import { PosError, type PosErrorKind } from '../pos/errors';
import type { ConnectionRecord, ConnectionStatus } from '../store/records';
import type { ConnectionDirectory } from './connection-directory';

/** What a failed check says of the connection; null: nothing, as the POS was not to be had. */
const VERDICTS: Record<PosErrorKind, ConnectionStatus['status'] | null> = {
  credentials: 'blocked',
  rejected: 'blocked',
  throttled: null,
  unreachable: null,
  unclear: null,
};

/** Rights may have been given since the last log-in; a token younger than this knows of them. */
const NEW_ENOUGH_MS = 60_000;

/** Asks the POS whether this connection may create orders. */
export async function checkConnection(
  record: ConnectionRecord,
  directory: ConnectionDirectory,
  now: () => number,
): Promise<ConnectionStatus> {
  try {
    await ask(record, directory).catch((error: unknown) => {
      if (!(error instanceof PosError) || error.kind !== 'credentials') throw error;
      directory.forget(record.id, NEW_ENOUGH_MS);
      return ask(record, directory);
    });
    return { status: 'ok', status_reason: null, checked_at: now() };
  } catch (error) {
    if (!(error instanceof PosError)) throw error;
    const status = VERDICTS[error.kind] ?? record.status;
    return { status, status_reason: error.message, checked_at: now() };
  }
}

async function ask(record: ConnectionRecord, directory: ConnectionDirectory): Promise<void> {
  const { vendor, session } = await directory.open(record);
  await vendor.checkConnection(session);
}
