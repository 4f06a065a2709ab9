import type { DemoHouse } from '../../src/cli/demo/house';
import type { KitchenTicket } from '../../src/sandbox/simulator';

/** What a recipe promises; false ends the play with these words. */
export function expect(isTrue: boolean, promise: string): void {
  if (!isTrue) throw new Error(`It promised ${promise}.`);
}

/** What the kitchen sees. */
export async function ticketsOf(house: DemoHouse, vendor: string): Promise<KitchenTicket[]> {
  return (await house.tickets(vendor)).filter(({ visible }) => visible);
}

/** Waits for something that happens elsewhere. */
export async function until<T>(
  found: () => T | undefined | Promise<T | undefined>,
  what: string,
): Promise<T> {
  for (let tries = 0; tries < 400; tries++) {
    const value = await found();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what} never came.`);
}
