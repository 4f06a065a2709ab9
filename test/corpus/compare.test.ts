import { parseMenu } from '../../src/menu/schema';
import { type Answer, toReading } from './answer';
import { compare } from './compare';
import { type Choice, choiceOf, type Line } from './meaning';

const MENU = parseMenu(
  {
    currency: 'USD',
    items: [
      { id: 'soup', name: 'Soup', option_groups: ['in'] },
      { id: 'stew', name: 'Stew', option_groups: ['in'] },
    ],
    option_groups: [
      {
        id: 'in',
        name: 'In it',
        options: [
          { id: 'white', name: 'White Beans' },
          { id: 'brown', name: 'Brown Beans' },
          { id: 'peas', name: 'Peas' },
          { id: 'salt', name: 'Salt', default: true },
        ],
      },
    ],
  },
  { currency: 'USD', country: 'US', timezone: 'UTC' },
);
const match = (fields: object) => ({
  status: 'sure',
  item_id: null,
  variation_id: null,
  option_id: null,
  ...fields,
});
const option = (id: string | null, fields: object = {}) => ({
  action: 'add',
  portion: 'whole' as const,
  quantity: 1,
  match: match({ option_id: id }),
  ...fields,
});
const item = (id: string | null, options: Answer['items'][number]['options'] = [], fields: object = {}) => ({
  quantity: '1',
  options,
  match: match({ item_id: id }),
  ...fields,
});
const line = (items: string[], choices: Choice[] = [], fields: Partial<Line> = {}): Line => ({
  items,
  open: items.length !== 1,
  size: null,
  quantity: 1,
  choices,
  ...fields,
});
const judge = (lines: Line[], answer: Partial<Answer>, facts: object = {}) =>
  compare({ lines, ...facts }, toReading({ items: [], unsure: [], ...answer }, MENU));
const fate = (...given: Parameters<typeof judge>) => {
  const { exact, asked } = judge(...given);
  return exact ? 'right' : asked ? 'asked' : 'wrong';
};

const peas = choiceOf(['peas']);
const beans = choiceOf(['white', 'brown']);

it('takes lines and options in any order, and two like lines for one of two', () => {
  const soup = item('soup', [option('white'), option('peas')]);
  const meant = [line(['stew']), line(['soup'], [peas, choiceOf(['white'])], { quantity: 2 })];
  expect(fate(meant, { items: [soup, item('stew'), soup] })).toBe('right');
});

it('takes an option said twice for one', () => {
  expect(fate([line(['soup'], [peas])], { items: [item('soup', [option('peas'), option('peas')])] })).toBe(
    'right',
  );
});

it.each<[string, Answer['items']]>([
  ['another dish', [item('stew', [option('peas')])]],
  ['another number', [item('soup', [option('peas')], { quantity: '2' })]],
  ['no option', [item('soup')]],
  ['another option', [item('soup', [option('white')])]],
  ['an option more', [item('soup', [option('peas'), option('white')])]],
  ['the opposite', [item('soup', [option('peas', { action: 'remove' })])]],
  ['one half of it', [item('soup', [option('peas', { portion: 'left' })])]],
  ['a line more', [item('soup', [option('peas')]), item('stew')]],
])('calls %s confidently wrong while nothing is asked', (_, items) => {
  expect(fate([line(['soup'], [peas])], { items })).toBe('wrong');
});

it.each<[string, Partial<Answer>]>([
  ['an unsure dish', { items: [item('soup', [], { match: match({ status: 'unsure', item_id: 'soup' }) })] }],
  ['an unknown dish', { items: [item(null, [], { match: match({ status: 'none' }) })] }],
  ['a question about a line', { items: [item('soup')], unsure: [{ path: 'items[0]' }] }],
  [
    'a question about its option',
    { items: [item('soup', [option('peas')])], unsure: [{ path: 'items[0].options[0]' }] },
  ],
  ['a question about something else', { items: [item('soup')], unsure: [{ path: 'leftover[0]' }] }],
])('calls an order asked, and not right, where there is %s', (_, answer) => {
  expect(fate([line(['soup'])], answer)).toBe('asked');
});

it('finds a question right where it was left open what is meant, and a guess wrong', () => {
  const meant = [line(['soup'], [beans])];
  const choices = ['white', 'brown'].map((option_id) => ({ item_id: 'soup', option_id }));
  const open = option(null, { match: match({ status: 'unsure' }) });
  const asked = { items: [item('soup', [open])], unsure: [{ path: 'items[0].options[0]', choices }] };
  expect(fate(meant, asked)).toBe('right');
  expect(fate(meant, { items: [item('soup')], unsure: [{ path: 'items[0].options', choices }] })).toBe(
    'right',
  );
  expect(fate(meant, { items: [item('soup', [option('white')])] })).toBe('wrong');
  const other = [{ path: 'items[0].options[0]', choices: [{ item_id: 'soup', option_id: 'peas' }] }];
  expect(fate(meant, { ...asked, unsure: other })).toBe('asked');
});

it('lets a thing left open be asked about in a line or in none', () => {
  const meant = [line(['soup', 'stew'])];
  const choices = [{ item_id: 'stew' }, { item_id: 'soup' }];
  const unsure = item(null, [], { match: match({ status: 'unsure' }) });
  expect(fate(meant, { items: [unsure], unsure: [{ path: 'items[0]', choices }] })).toBe('right');
  expect(fate(meant, { unsure: [{ path: '', choices }] })).toBe('right');
  expect(fate(meant, { items: [item('soup')] })).toBe('wrong');
});

it('takes every kind left off for "none of them"', () => {
  const meant = [line(['soup'], [{ ...beans, action: 'remove' }])];
  const off = (id: string) => option(id, { action: 'remove' });
  expect(fate(meant, { items: [item('soup', [off('white'), off('brown')])] })).toBe('right');
  expect(fate(meant, { items: [item('soup', [off('white')])] })).toBe('wrong');
});

it('lets halves change places, but nothing lie with what it was kept from', () => {
  const meant = [line(['soup'], [{ ...peas, portion: 'left' }, choiceOf(['white'], { portion: 'right' })])];
  const halves = (first: string, second: string) => ({
    items: [item('soup', [option('peas', { portion: first }), option('white', { portion: second })])],
  });
  expect(fate(meant, halves('left', 'right'))).toBe('right');
  expect(fate(meant, halves('right', 'left'))).toBe('right');
  expect(fate(meant, halves('left', 'left'))).toBe('wrong');
});

it('needs no word about what is on the dish anyway, or about what a substitution takes the place of', () => {
  expect(fate([line(['soup'])], { items: [item('soup', [option('salt')])] })).toBe('right');
  expect(fate([line(['soup'])], { items: [item('soup', [option('salt', { action: 'extra' })])] })).toBe(
    'wrong',
  );
  const meant = [line(['soup'], [choiceOf(['peas'], { action: 'substitute', instead: 'white' })])];
  const swapped = option('peas', { action: 'substitute' });
  const off = (id: string) => option(id, { action: 'remove' });
  expect(fate(meant, { items: [item('soup', [swapped])] })).toBe('right');
  expect(fate(meant, { items: [item('soup', [off('white'), swapped])] })).toBe('right');
  expect(fate(meant, { items: [item('soup', [off('brown'), swapped])] })).toBe('wrong');
});

it('takes an answer without a line for a question: there is nothing to cook', () => {
  expect(fate([line(['soup'])], {})).toBe('asked');
  expect(fate([line([], [], { quantity: null })], {})).toBe('right');
});

it('takes any question for a thing that nobody could know', () => {
  const meant = [line([], [], { quantity: null })];
  const unknown = item(null, [option('peas')], { quantity: '3', match: match({ status: 'none' }) });
  expect(fate(meant, { items: [unknown] })).toBe('right');
  expect(fate(meant, { items: [item('soup')] })).toBe('wrong');
});

it('counts items and options by themselves', () => {
  const meant = [line(['soup'], [peas, choiceOf(['white'])]), line(['stew'], [], { quantity: 2 })];
  const said = [item('stew', [option('brown')]), item('soup', [option('peas', { action: 'extra' })])];
  expect(judge(meant, { items: said })).toEqual({
    exact: false,
    asked: false,
    items: { meant: 2, right: 1 },
    options: { meant: 2, found: 1, right: 0, actionRight: 0 },
    differences: 4,
  });
});

it('holds service, wanted time and words to keep against the answer, where the phrase says them', () => {
  const facts = { service: 'delivery', at: 'half past six', kept: ['Peanuts'] };
  const answer = {
    items: [item('soup', [], { notes: 'allergic to peanuts' })],
    service_type: 'delivery',
    requested_text: 'tonight at half past six',
  };
  expect(fate([line(['soup'])], answer, facts)).toBe('right');
  expect(fate([line(['soup'])], { ...answer, service_type: null }, facts)).toBe('wrong');
  expect(fate([line(['soup'])], { ...answer, requested_text: null }, facts)).toBe('wrong');
  expect(fate([line(['soup'])], { ...answer, items: [item('soup')] }, facts)).toBe('wrong');
});
