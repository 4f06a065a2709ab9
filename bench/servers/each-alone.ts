import type { Store } from '../../src/store/store';

/** The same store with a commit, and a sync to the disk, for each order: the next one is handed in when the one before is written. */
export function eachAlone(store: Store): Store {
  let last: Promise<unknown> = Promise.resolve();
  const createOrder: Store['createOrder'] = (...given) => {
    const written = last.then(() => store.createOrder(...given));
    last = written.catch(() => {});
    return written;
  };
  return { ...store, createOrder };
}
