import type { MenuIndex } from '../../menu/menu-index';
import { type ParsedItem, parseOrderText } from '../../menu/parse';
import { spokenMoney } from '../../order/money';
import { toOptionsText } from '../../order/option-text';
import type { Shop } from '../../order/shop';
import { type TimedReading, withMoment } from '../../quote/spoken-time';
import type { ReadLine, WordsRead } from '../../web/start-ticket';

/** What a guest could say at once: those that this menu understands are offered as an example. */
const EXAMPLES = [
  'two large pepperoni pizzas, one with no onions, and a coke',
  'two cheeseburgers, no onions',
];

/** A guest's words against the shop's menu. */
export function readWords(words: string, index: MenuIndex, at: { shop: Shop; now: number }): TimedReading {
  return withMoment(parseOrderText(words, index), at);
}

/** The same for people. */
export function toWordsRead(reading: TimedReading, index: MenuIndex): WordsRead {
  return {
    lines: reading.items.map((item) => toLine(item, index)),
    questions: reading.unsure.map(({ question }) => question),
    allergy: reading.allergy_note,
    leftover: reading.leftover,
  };
}

function toLine({ quantity, name, options, match }: ParsedItem, { menu }: MenuIndex): ReadLine {
  const item = menu.items.find(({ id }) => id === match.item_id);
  const size = item?.variations.find(({ id }) => id === match.variation_id);
  const price = size?.price ?? item?.price ?? null;
  const meant = item ? [size?.name, item.name].filter(Boolean).join(' ') : name;
  return {
    quantity,
    name: match.status === 'sure' ? meant : name,
    options: options.map((option) => toOptionsText([option])),
    status: match.status,
    price: price === null ? null : spokenMoney(price, menu.currency),
  };
}

/** Words to begin with, that this menu understands without a question. */
export function exampleWords(index: MenuIndex): string {
  const dishes = index.menu.items.filter(({ available }) => available).map(({ name }) => `two ${name}`);
  const isClear = (words: string) => {
    const { items, unsure, leftover } = parseOrderText(words, index);
    const isSure = items.every(({ match, options }) =>
      [match, ...options.map((option) => option.match)].every(({ status }) => status === 'sure'),
    );
    return items.length > 0 && isSure && unsure.length === 0 && leftover.length === 0;
  };
  return [...EXAMPLES, ...dishes.slice(0, 30)].find(isClear) ?? '';
}
