import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseMenu } from '../../src/menu/schema';
import { readAnnotated } from './annotated';
import type { Corpus } from './meaning';

const TEXTS: Record<string, string> = {
  'schema.json': JSON.stringify({
    intents: [
      {
        name: 'WAFFLE_ORDER',
        entityNames: ['waffle', 'waffles'],
        slots: [
          { slotName: 'SIZE', path: 'alias/size.txt', optionalSuffixes: ['one'] },
          { slotName: 'FRUIT', path: 'alias/fruit.txt', qualified: true, negatable: true },
          { slotName: 'PLATE', path: 'alias/plate.txt', optionalPrefixes: ['on'] },
          { slotName: 'WAFFLE_TOP', path: 'alias/plate.txt', negatable: true },
          { slotName: 'NUMBER', path: 'alias/number.txt' },
        ],
      },
      {
        name: 'JUICE_ORDER',
        entityNames: ['juice'],
        slots: [
          { slotName: 'JUICE_SIZE', path: 'alias/size.txt' },
          { slotName: 'JUICE_TYPE', path: 'alias/juice.txt' },
          { slotName: 'PLATE', path: 'alias/none.txt' },
        ],
      },
    ],
  }),
  'alias/size.txt': 'tiny\tsize(tiny)\n\ngiant\tsize(giant_size)\n',
  'alias/fruit.txt': [
    'kiwi\tfruit(kiwi)',
    'kiwis\tFRUIT(kiwi)',
    'dark plums\tfruit(dark_plum)',
    'yellow plums\t fruit(yellow_plum)',
    'plums\tfruit(Or(dark_plum,yellow_plum))',
    'whatever this is',
  ].join('\n'),
  'alias/plate.txt': 'paper\tplate(paper - plate)',
  'alias/juice.txt': 'quince juice\tjuiceType(quince)\nmelon juice\tjuiceType(melon)',
};

let folder: string;
let warnings: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  mkdirSync(join(folder, 'alias'));
  for (const [name, text] of Object.entries(TEXTS)) writeFileSync(join(folder, name), text);
  warnings = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

function read(...meanings: string[]): Corpus {
  const lines = meanings.map((EXR, index) => JSON.stringify({ SRC: `words ${index}`, EXR }));
  writeFileSync(join(folder, 'dev.json'), lines.join('\n'));
  return readAnnotated(folder, (text) => warnings.push(text));
}
const linesOf = (meaning: string) => read(meaning).phrases[0]?.means.lines;
const plain = { open: false, action: 'add', portion: 'whole', quantity: 1 };
const waffle = { items: ['waffle_order'], open: false, size: 'size.unsaid', quantity: 1, choices: [] };
const juice = { ...waffle, items: ['juice_order.melon'] };

describe('the menu of a schema', () => {
  const menuOf = () =>
    parseMenu(read('(WAFFLE_ORDER )').menu, { currency: 'USD', country: 'US', timezone: 'UTC' });

  it('has one item for an intent that is one thing, and one for each value where a slot bears its name', () => {
    expect(menuOf().items.map(({ id, name, aliases }) => [id, name, aliases])).toEqual([
      ['waffle_order', 'waffle', ['waffles']],
      ['juice_order.quince', 'quince', ['quince juice']],
      ['juice_order.melon', 'melon', ['melon juice']],
    ]);
  });

  it('has sizes, and a default for those who name none', () => {
    const sizes = menuOf().items[0]?.variations ?? [];
    expect(sizes.map((size) => [size.id, size.default, size.aliases])).toEqual([
      ['size.unsaid', true, []],
      ['size.tiny', false, ['tiny one']],
      ['size.giant_size', false, ['giant', 'giant one']],
    ]);
  });

  it('offers in each group what the schema allows', () => {
    const groups = menuOf().option_groups;
    expect(groups.map(({ id, max, actions }) => [id, max, actions])).toEqual([
      ['waffle_order.fruit', null, ['add', 'remove', 'extra', 'light']],
      ['waffle_order.plate', 1, ['add']],
      ['waffle_order.waffle_top', null, ['add', 'remove']],
      ['juice_order.plate', 1, ['add']],
    ]);
  });

  it('gives a word that means several things to each of them', () => {
    const fruits = menuOf().option_groups[0]?.options ?? [];
    expect(fruits.map(({ id, aliases }) => [id, aliases])).toEqual([
      ['fruit.kiwi', ['kiwis']],
      ['fruit.dark_plum', ['dark plums', 'plums']],
      ['fruit.yellow_plum', ['yellow plums', 'plums']],
    ]);
  });

  it('says which lines it could not read', () => {
    menuOf();
    expect(warnings).toEqual([
      'alias/fruit.txt, line 6, is not "words, tab, slot(value)"; it is left out.',
      'alias/none.txt of PLATE is not there; the slot has no values.',
    ]);
  });
});

describe('the meaning of an annotated order', () => {
  it('has number, size and options, and one where no number was annotated', () => {
    expect(
      linesOf(
        '(WAFFLE_ORDER (NUMBER 2 ) (SIZE giant_size ) (FRUIT kiwi ) (PLATE paper_plate ) ) (JUICE_ORDER (JUICE_TYPE melon ) )',
      ),
    ).toEqual([
      {
        ...waffle,
        quantity: 2,
        size: 'size.giant_size',
        choices: [
          { ...plain, options: ['fruit.kiwi'] },
          { ...plain, options: ['plate.paper_plate'] },
        ],
      },
      juice,
    ]);
  });

  it.each([
    ['(NOT (FRUIT kiwi ) )', [{ ...plain, options: ['fruit.kiwi'], action: 'remove' }]],
    ['(COMPLEX (QUANTITY extra ) (FRUIT kiwi ) )', [{ ...plain, options: ['fruit.kiwi'], action: 'extra' }]],
    ['(COMPLEX (NUMBER 3 ) (FRUIT kiwi ) )', [{ ...plain, options: ['fruit.kiwi'], quantity: 3 }]],
    [
      '(FRUIT (OR dark_plum yellow_plum ) )',
      [{ ...plain, options: ['fruit.dark_plum', 'fruit.yellow_plum'], open: true }],
    ],
    [
      '(FRUIT all_fruits )',
      ['kiwi', 'dark_plum', 'yellow_plum'].map((key) => ({ ...plain, options: [`fruit.${key}`] })),
    ],
    // "No extra kiwi" is a waffle as it comes.
    ['(NOT (COMPLEX (QUANTITY extra ) (FRUIT kiwi ) ) )', []],
  ])('reads %s', (part, choices) => {
    expect(linesOf(`(WAFFLE_ORDER (NUMBER 1 ) ${part} )`)).toEqual([{ ...waffle, choices }]);
  });

  it('has a line for each product under one number', () => {
    expect(linesOf('(JUICE_ORDER (NUMBER 2 ) (JUICE_TYPE quince ) (JUICE_TYPE melon ) )')).toEqual([
      { ...juice, items: ['juice_order.quince'], quantity: 2 },
      { ...juice, quantity: 2 },
    ]);
  });

  it('leaves open which product, where none was named', () => {
    expect(linesOf('(JUICE_ORDER (NUMBER 1 ) )')).toEqual([
      { ...juice, items: ['juice_order.quince', 'juice_order.melon'], open: true },
    ]);
  });

  it('counts what is said once for the whole order for every line that can have it', () => {
    const choices = [{ ...plain, options: ['plate.paper_plate'] }];
    expect(
      linesOf('(WAFFLE_ORDER (NUMBER 1 ) ) (JUICE_ORDER (JUICE_TYPE melon ) ) (PLATE paper - plate )'),
    ).toEqual([
      { ...waffle, choices },
      { ...juice, choices },
    ]);
  });

  it.each([
    [
      '(WAFFLE_ORDER (SAUCE hot ) )',
      'dev.json, line 2, is not measured: WAFFLE_ORDER has no slot "SAUCE" in the schema.',
    ],
    [
      '(CAKE_ORDER (NUMBER 1 ) )',
      'dev.json, line 2, is not measured: The schema has no intent and no slot "CAKE_ORDER".',
    ],
    [
      '(WAFFLE_ORDER (NUMBER 1 )',
      'dev.json, line 2, is not measured: "(WAFFLE_ORDER (NUMBER 1 )" is not a list of (NAME …): look at token 7.',
    ],
  ])('leaves out %s, and says why', (meaning, message) => {
    expect(read('(WAFFLE_ORDER )', meaning).phrases.map(({ said }) => said)).toEqual(['words 0']);
    expect(warnings).toContain(message);
  });
});
