import { FaultySimulator } from '../../src/sandbox/faults';
import { Sandbox } from '../../src/sandbox/sandbox';
import { serveSimulator } from '../../test/support/serve-simulator';

/** A simulator of Square that notes when the first request about each order arrives, on this process's clock. */
export type PosStub = { url: string; arrivalOf(reference: string): Promise<number>; close(): Promise<void> };

const REFERENCE = /ow[0-9a-f]{18}/;

export async function openPosStub(): Promise<PosStub> {
  const target = new Sandbox().find('square');
  if (!(target instanceof FaultySimulator)) throw new Error('No simulator of square.');
  const arrived = new Map<string, number>();
  const waiting = new Map<string, (at: number) => void>();
  const handle = target.handle.bind(target);
  target.handle = (request, now) => {
    const at = performance.now();
    const [reference] = REFERENCE.exec(request.body) ?? [];
    if (reference && !arrived.has(reference)) {
      arrived.set(reference, at);
      waiting.get(reference)?.(at);
    }
    return handle(request, now);
  };
  const served = await serveSimulator(target, {
    get now() {
      return new Date();
    },
  });
  return {
    ...served,
    arrivalOf: (reference) =>
      new Promise((resolve) => {
        const at = arrived.get(reference);
        if (at === undefined) waiting.set(reference, resolve);
        else resolve(at);
      }),
  };
}
