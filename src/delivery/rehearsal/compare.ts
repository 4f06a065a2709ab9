import { normalise } from '../../menu/words';
import { spokenMoney } from '../../order/money';
import type { SeenOrder } from '../../pos/webhook';
import type { Finding, RehearsedLine } from './finding';

export type ComparedOrder = {
  id: string;
  at: number;
  /** For a later time: staff may ring it up whenever they like. */
  isLater: boolean;
  lines: RehearsedLine[];
  total: number | null;
  tip: number;
  currency: string;
};

/** Staff key in while the guest speaks, or some time after. */
const BEFORE_MS = 10 * 60_000;
const AFTER_MS = 90 * 60_000;

/** Holds orders against those that staff rang up, each of which stands for one; by id what differs, nothing where it is the same. */
export function compare(orders: ComparedOrder[], seen: SeenOrder[]): Map<string, Finding> {
  const free = new Set(seen.filter(({ status }) => status !== 'cancelled' && status !== 'rejected'));
  const findings = new Map<string, Finding>();
  const others = orders.filter((order) => !take(order, free, (one) => isSame(order, one)));
  for (const order of others) {
    const like = take(order, free, (one) => shared(order, one) > 0);
    findings.set(order.id, like ? differs(order, like) : NOT_FOUND);
  }
  return findings;
}

const NOT_FOUND: Finding = {
  kind: 'not_found',
  message: 'No such order was rung up in the POS around that time.',
};

/** The most alike of the free ones in its time, the nearest where several are; it is free no longer. */
function take(
  order: ComparedOrder,
  free: Set<SeenOrder>,
  fits: (one: SeenOrder) => boolean,
): SeenOrder | undefined {
  const [best] = [...free]
    .filter((one) => isInTime(order, one) && fits(one))
    .sort((a, b) => shared(order, b) - shared(order, a) || distance(order, a) - distance(order, b));
  if (best) free.delete(best);
  return best;
}

const placedAt = ({ placed_at, at }: SeenOrder) => Date.parse(placed_at ?? at);
const distance = (order: ComparedOrder, one: SeenOrder) => Math.abs(placedAt(one) - order.at);

function isInTime({ at, isLater }: ComparedOrder, one: SeenOrder): boolean {
  const after = placedAt(one) - at;
  return after >= -BEFORE_MS && (isLater || after <= AFTER_MS);
}

/** Dishes by name with how many of each: a POS may keep two of one dish as two lines. */
function counted(lines: { name: string; quantity: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name, quantity } of lines) {
    const key = normalise(name).split(' ').sort().join(' ');
    counts.set(key, (counts.get(key) ?? 0) + Number(quantity));
  }
  return counts;
}

/** How many pieces both have. */
function shared({ lines }: ComparedOrder, { items }: SeenOrder): number {
  const rung = counted(items);
  return [...counted(lines)].reduce((sum, [name, count]) => sum + Math.min(count, rung.get(name) ?? 0), 0);
}

const sum = (counts: Map<string, number>) => [...counts.values()].reduce((all, one) => all + one, 0);

function hasSameDishes(order: ComparedOrder, one: SeenOrder): boolean {
  const both = shared(order, one);
  return both === sum(counted(order.lines)) && both === sum(counted(one.items));
}

/** A total that either does not know proves nothing; whether the tip is in it differs from POS to POS. */
function hasSameTotal({ total, tip }: ComparedOrder, { pos_total }: SeenOrder): boolean {
  return total === null || pos_total === null || pos_total === total || pos_total === total + tip;
}

const isSame = (order: ComparedOrder, one: SeenOrder) =>
  hasSameDishes(order, one) && hasSameTotal(order, one);

function differs(order: ComparedOrder, one: SeenOrder): Finding {
  const money = (amount: number | null) => (amount === null ? '?' : spokenMoney(amount, order.currency));
  const message = hasSameDishes(order, one)
    ? `Rung up at ${money(one.pos_total)}; it would have been ${money(order.total)}.`
    : `Rung up as ${told(one.items)}; it would have been ${told(order.lines)}.`;
  return { kind: 'differs', message };
}

const told = (lines: { name: string; quantity: string }[]) =>
  lines.map(({ name, quantity }) => `${quantity} × ${name}`).join(', ');
