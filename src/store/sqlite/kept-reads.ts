import type { Database, Statement } from 'better-sqlite3';
import type { Store } from '../store';

/** More than this many answers are not worth keeping: somebody is trying keys. */
const MOST_KEPT = 2_000;

/** Answers that stay good until something is written: by this program, which says so, or by another, which SQLite knows. */
class Kept {
  private readonly answers = new Map<string, Promise<unknown>>();
  private readonly version: Statement;
  private seen: unknown;
  private looked = false;

  constructor(db: Database) {
    this.version = db.prepare('PRAGMA data_version').pluck();
  }

  of<T>(question: string, read: () => Promise<T>): Promise<T> {
    this.look();
    const known = this.answers.get(question);
    if (known) return known as Promise<T>;
    if (this.answers.size >= MOST_KEPT) this.forget();
    const answer = read();
    this.answers.set(question, answer);
    answer.catch(() => this.answers.delete(question));
    return answer;
  }

  forget(): void {
    this.answers.clear();
  }

  /** Once in each turn of the event loop: requests that arrive together share the look. */
  private look(): void {
    if (this.looked) return;
    this.looked = true;
    setImmediate(() => {
      this.looked = false;
    });
    const version = this.version.get();
    if (version !== this.seen) this.forget();
    this.seen = version;
  }
}

/**
 * What every request asks for and hardly anything changes is read once: whose key it is, the shops, where their orders go, which
 * menu they have. Callers share what they get, and change none of it.
 */
export function keepReads(db: Database, store: Store): Store {
  const kept = new Kept(db);
  const forgetting =
    <Given extends unknown[], T>(write: (...given: Given) => Promise<T>) =>
    (...given: Given): Promise<T> =>
      write(...given).finally(() => kept.forget());
  const of = (name: string, ...given: unknown[]) => `${name} ${JSON.stringify(given)}`;
  return {
    ...store,
    findKey: (hash) => kept.of(of('key', hash.toString('base64')), () => store.findKey(hash)),
    shops: (scope) => kept.of(of('shops', scope), () => store.shops(scope)),
    shop: (scope, id) => kept.of(of('shop', scope, id), () => store.shop(scope, id)),
    shopsWithNumber: (e164) => kept.of(of('number', e164), () => store.shopsWithNumber(e164)),
    connections: (scope) => kept.of(of('connections', scope), () => store.connections(scope)),
    connection: (scope, id) => kept.of(of('connection', scope, id), () => store.connection(scope, id)),
    aliases: (scope) => kept.of(of('aliases', scope), () => store.aliases(scope)),
    menuVersion: (scope, id) => kept.of(of('menu', scope, id), () => store.menuVersion(scope, id)),
    createTenant: forgetting(store.createTenant),
    createShop: forgetting(store.createShop),
    updateShop: forgetting(store.updateShop),
    createKey: forgetting(store.createKey),
    revokeKey: forgetting(store.revokeKey),
    createConnection: forgetting(store.createConnection),
    updateConnection: forgetting(store.updateConnection),
    deleteConnection: forgetting(store.deleteConnection),
    adoptConnections: forgetting(store.adoptConnections),
    setConnectionStatus: forgetting(store.setConnectionStatus),
    saveMenu: forgetting(store.saveMenu),
    saveAlias: forgetting(store.saveAlias),
    deleteAlias: forgetting(store.deleteAlias),
  };
}
