import { orderThread } from '../../src/delivery/email/message-id';
import { ticketReference } from '../../src/order/reference';
import type { Inspector } from './database';
import { type Entry, entriesOf, type History } from './history';

/** What the histories and the database prove. The last five of the verdict must be 0. */
export type Verdict = {
  acked: number;
  tickets: number;
  lost: string[];
  doubled: string[];
  ghosts: string[];
  unmailed: string[];
  stuck: number;
  /** Whatever else was promised and not kept, in words. */
  broken: string[];
};

/** The shortest form of a reference that a POS keeps (Clover's field): twelve characters, behind whatever the vendor puts before them. */
const keyOf = (reference: string) => /ow[0-9a-f]{10}/.exec(reference)?.[0] ?? reference;

/** Reads only what was written down outside the program, and its database. */
export function check(history: History, inspector: Inspector): Verdict {
  const entries = history.read();
  const acked = entriesOf(entries, 'acked');
  const orders = inspector.orders();
  const effects = effectsByKey(entries);
  const refs = new Map(
    acked.map((one) => [
      keyOf(ticketReference({ pos_location: one.pos_location, external_ref: one.ref })),
      one.ref,
    ]),
  );
  const known = new Set([...refs.keys(), ...storedKeys(acked, orders)]);
  const mailed = new Set(entriesOf(entries, 'mail').map(({ message_id }) => message_id));
  return {
    acked: acked.length,
    tickets: [...effects.values()].reduce((sum, count) => sum + count, 0),
    lost: [...refs].filter(([key]) => !effects.get(key)).map(([, ref]) => ref),
    doubled: [...effects].filter(([, count]) => count > 1).map(([key]) => refs.get(key) ?? key),
    ghosts: [...effects.keys()].filter((key) => !known.has(key)),
    unmailed: acked.filter(({ id }) => !mailed.has(orderThread(id))).map(({ ref }) => ref),
    stuck: inspector.open(),
    broken: broken(entries, inspector),
  };
}

/** How often each order was, or would have been, cooked: a ticket that was taken back before anybody saw it is none. */
function effectsByKey(entries: Entry[]): Map<string, number> {
  const effects = new Map<string, number>();
  for (const { reference, visible, voided, printed } of entriesOf(entries, 'ticket')) {
    const counts = visible || (voided && printed > 0);
    if (!counts) continue;
    const key = keyOf(reference ?? 'none');
    effects.set(key, (effects.get(key) ?? 0) + 1);
  }
  return effects;
}

/** An order may be stored although its answer never arrived: its ticket is no ghost. */
function storedKeys(
  acked: { ref: string; pos_location: string }[],
  orders: { external_ref: string }[],
): string[] {
  const places = [...new Set(acked.map(({ pos_location }) => pos_location))];
  return orders.flatMap(({ external_ref }) =>
    places.map((pos_location) => keyOf(ticketReference({ pos_location, external_ref }))),
  );
}

function broken(entries: Entry[], inspector: Inspector): string[] {
  const acked = entriesOf(entries, 'acked');
  const orders = inspector.orders();
  const stored = new Set(orders.map(({ id }) => id));
  const called = new Set(
    entriesOf(entries, 'called').map(({ order_id, receiver }) => `${receiver} ${order_id}`),
  );
  const integrity = inspector.integrity();
  return [
    ...acked
      .filter(({ id }) => !stored.has(id))
      .map(({ ref }) => `I1: ${ref} was acknowledged and is not stored.`),
    ...orders
      .filter(({ times }) => times > 1)
      .map(({ external_ref }) => `I1: ${external_ref} is stored twice.`),
    ...entriesOf(entries, 'answered')
      .filter(({ well }) => !well)
      .map(({ path, status, expected }) => `I5: ${path} answered ${status} instead of ${expected}.`),
    ...acked.flatMap(({ id, ref }) =>
      [0, 1]
        .filter((n) => !called.has(`${n} ${id}`))
        .map((n) => `I6: subscriber ${n} never heard of ${ref}.`),
    ),
    ...(integrity === 'ok' ? [] : [`I7: the database is damaged: ${integrity}.`]),
  ];
}

export function isWell({ lost, doubled, ghosts, unmailed, stuck, broken: others }: Verdict): boolean {
  return [lost, doubled, ghosts, unmailed, others].every((list) => list.length === 0) && stuck === 0;
}

/** The one line, and under it what is wrong by name. */
export function report(verdict: Verdict): string {
  const { acked, tickets, lost, doubled, ghosts, unmailed, stuck } = verdict;
  const named = { lost, doubled, ghosts, unmailed, broken: verdict.broken };
  const details = Object.entries(named)
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => `  ${name}: ${list.slice(0, 10).join(' ')}${list.length > 10 ? ' …' : ''}`);
  const line = `acked ${acked}, tickets ${tickets}, lost ${lost.length}, doubled ${doubled.length}, ghosts ${ghosts.length}, unmailed ${unmailed.length}, stuck ${stuck}`;
  return [...details, line].join('\n');
}
