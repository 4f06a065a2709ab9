import type { MenuIndex } from '../menu/menu-index';
import type { Choice } from '../menu/parse';
import { servingOf } from '../menu/serving';
import { placeOf } from '../order/rules/delivery-area';
import type { BrokenRule } from '../order/rules/rule';
import { brokenRules } from '../order/rules/rules';
import type { Order } from '../order/schema';
import type { Shop } from '../order/shop';
import { type Speech, speechFor } from '../order/speech/texts';
import { type LineProblem, lineProblems, offHours } from './availability';
import { type Line, linesOf } from './line';
import { dishesTotal, withMenuPrices } from './price';
import { missingOptions, type Question, questionsOf } from './question';
import { sumOf } from './totals';

export type OrderProblem = { path: string; code: (LineProblem | BrokenRule)['code'] } & {
  say: string;
  substitutes: Choice[];
};
/** What stands between an order and the kitchen, while its guest is on the line. */
export type CheckedOrder = {
  ok: boolean;
  questions: Question[];
  problems: OrderProblem[];
  /** With the menu's ids and prices. */
  order: Order;
  /** What its dishes come to, minor units; null while a price is unknown. */
  dishes: number | null;
};
export type CheckContext = {
  shop: Shop;
  /** null where the shop has no menu: then nothing is known about its lines. */
  index: MenuIndex | null;
  now: number;
};

/** What was quoted is kept so long: until then an order is taken on the terms that the guest was told. */
export const QUOTE_LIFE = 10 * 60_000;

/** Everything there is to ask and to say about an order. Asks nothing outside. */
export function checkOrder(given: Order, { shop, index, now }: CheckContext): CheckedOrder {
  const speech = speechFor(shop.language);
  const { order, lines, dishes } = priced(given, index);
  const questions = index ? lines.flatMap((line) => questionsOf(line, index, speech)) : [];
  const serving = servingOf(order, shop, { takenAt: now });
  const sold = index ? lines.flatMap((line) => lineProblems(line, { index, speech, serving, now })) : [];
  const facts = { order, shop, value: worthOf(order, dishes), now, takenAt: now, grace: 0 };
  const broken = brokenRules(facts, 'call').map((rule) => ({ ...rule, substitutes: [] }));
  const problems = [...broken, ...sold];
  const all = [...questions, ...addressQuestions(order, shop, speech)];
  return { ok: all.length === 0 && problems.length === 0, questions: all, problems, order, dishes };
}

/** Why an order must not be sent by itself, a sentence each: a rule of the shop that it breaks, a dish out of its hours, an option that nobody named. */
export function sendRefusals(
  given: Order,
  { shop, index, now, takenAt }: CheckContext & { takenAt: number },
): string[] {
  const { order, lines, dishes } = priced(given, index);
  const facts = { order, shop, value: worthOf(order, dishes), now, takenAt, grace: QUOTE_LIFE };
  const speech = speechFor(shop.language);
  const serving = servingOf(order, shop, { takenAt, grace: QUOTE_LIFE });
  const unserved = index ? lines.flatMap((line) => offHours(line, { index, speech, serving, now })) : [];
  const questions = lines.flatMap((line) => missingOptions(line, speech));
  return [...brokenRules(facts, 'send'), ...unserved, ...questions].map(({ say }) => say);
}

function priced(
  given: Order,
  index: MenuIndex | null,
): { order: Order; lines: Line[]; dishes: number | null } {
  const lines = index ? linesOf(given, index) : [];
  const order = index ? withMenuPrices(given, lines) : given;
  return { order, lines, dishes: dishesTotal(order, lines) };
}

/** A minimum is about what is eaten: fees do not count towards it. */
function worthOf({ discounts }: Order, dishes: number | null): number | null {
  return dishes === null ? null : dishes - sumOf(discounts);
}

function addressQuestions(order: Order, shop: Shop, speech: Speech): Question[] {
  if (order.service.type !== 'delivery') return [];
  if (order.delivery === null) return [{ path: 'delivery', say: speech.whichAddress, choices: [] }];
  const isUnknown = placeOf(order.delivery, shop.delivery.postal_codes) === 'unknown';
  return isUnknown ? [{ path: 'delivery.postal_code', say: speech.whichPostalCode, choices: [] }] : [];
}
