import fc from 'fast-check';
import { buildMenuIndex } from '../../src/menu/menu-index';
import { type Parsed, parseOrderText } from '../../src/menu/parse';
import { MENU, type Meant, spokenOrders } from './spoken-order';

const INDEX = buildMenuIndex(MENU);
const parse = (text: string) => parseOrderText(text, INDEX);
const byItem = (lines: Meant[]) => lines.toSorted((a, b) => a.item_id.localeCompare(b.item_id));

function meaningOf({ items }: Parsed): Meant[] {
  return items.map(({ match, quantity, options }) => ({
    item_id: match.item_id ?? '',
    variation_id: match.variation_id,
    quantity,
    options: options
      .map((option): Meant['options'][number] => [option.match.option_id ?? '', option.action])
      .sort(),
  }));
}

it('reads any order that is said in plain words as the order that was meant', () => {
  fc.assert(
    fc.property(spokenOrders, ({ lines, text }) => {
      const answer = parse(text);
      expect(byItem(meaningOf(answer))).toEqual(byItem(lines));
      expect([answer.unsure, answer.leftover]).toEqual([[], []]);
    }),
    { numRuns: 300 },
  );
});

const REFUSALS = [
  'no',
  'without',
  'without any',
  'hold the',
  'leave off the',
  "don't put any",
  'i do not want',
  'skip the',
  'minus',
  'i hate',
  'sin',
];
const food = fc.constantFrom(
  ...MENU.option_groups.flatMap((group) => group.options.map(({ name }) => name.toLowerCase())),
  'caviar',
  'wasabi peas',
);
const dish = fc.constantFrom(...MENU.items.map(({ name }) => name.toLowerCase()));

it('never turns a refusal into something that is added, on whatever dish, known or not', () => {
  fc.assert(
    fc.property(dish, fc.constantFrom(...REFUSALS), food, (name, refusal, refused) => {
      const { items } = parse(`a ${name} ${refusal} ${refused}`);
      expect(items).toHaveLength(1);
      const [option, ...others] = items[0]?.options ?? [];
      expect([option?.action, option?.name, others]).toEqual(['remove', refused, []]);
    }),
    { numRuns: 300 },
  );
});

it('never changes a number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), dish, (quantity, name) => {
      expect(parse(`${quantity} ${name}`).items.map((item) => item.quantity)).toEqual([String(quantity)]);
    }),
  );
});

const words = fc.constantFrom(
  ...'no with a two and half extra without on the side actually cancel instead of sub for make that other dozen each to at seven pm street 12 , . flatbread smash burger bacon mushrooms lemonade large small sin con mitad quiero allergic my name is all'.split(
    ' ',
  ),
  'toppings',
  'zzyx',
);

it('answers any text, and every dish in the answer is of words that were said', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.array(words, { maxLength: 40 }).map((some) => some.join(' ')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      for (const { name, span, quantity, options } of parse(text).items) {
        expect(name).not.toBe('');
        expect(text.slice(...span)).not.toBe('');
        expect(quantity).toMatch(/^[1-9]\d*$/);
        for (const option of options) expect(option.name).not.toBe('');
      }
    }),
    { numRuns: 2000 },
  );
});

it.each([
  'a',
  '1 ',
  'no ',
  'half ',
  'flatbread ',
  'extra ',
  '12 oak ',
  'with bacon and ',
  ', ',
  'zzyx ',
  'ñ́',
])('takes ten thousand characters of %j as they come', (piece) => {
  expect(() => parse(piece.repeat(Math.ceil(10_000 / piece.length)))).not.toThrow();
});
