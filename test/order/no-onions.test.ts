import { parseOrder } from '../../src/order/parse';
import { ACTIONS } from '../../src/order/schema';
import { newYork, oneItem, parseItem, problemsOf } from './shops';

describe('"no onions" never becomes an add-on', () => {
  const words = [
    'no onions',
    'No Onions',
    'NO: onions',
    'without onions',
    'w/o onions',
    'hold the onions',
    'minus onions',
    'no no onions',
  ];
  const forms: [string, (said: string) => object][] = [
    ['as plain text', (said) => ({ options: [said] })],
    ['with no action', (said) => ({ options: [{ name: said }] })],
    ['with an empty action', (said) => ({ options: [{ name: said, action: '' }] })],
    ['with a null action', (said) => ({ options: [{ name: said, action: null }] })],
    ['in options_text', (said) => ({ options_text: said })],
    ['in options_text among others', (said) => ({ options_text: `cheese; ${said}` })],
    ...ACTIONS.map((action): [string, (said: string) => object] => [
      `with the action ${action}`,
      (said) => ({ options: [{ name: said, action }] }),
    ]),
  ];
  const spoken = words.flatMap((said) => forms.map(([form, item]) => ({ said, form, item: item(said) })));
  const contradictory = ['add no onions', 'extra no onions'].flatMap((said) => [
    { said, form: 'as plain text', item: { options: [said] } },
    { said, form: 'in options_text', item: { options_text: said } },
    { said, form: 'with no action', item: { options: [{ name: said }] } },
  ]);

  it.each([...spoken, ...contradictory])('$said $form', ({ item }) => {
    const options = parseItem(item).options.filter(({ name }) => name !== 'cheese');
    expect(options).toEqual([
      {
        name: expect.stringMatching(/^onions$/i),
        action: 'remove',
        portion: 'whole',
        quantity: 1,
        unit_price: null,
        option_id: null,
      },
    ]);
  });

  it('keeps the half, the price and the id that came with it', () => {
    const option = { name: 'left half no onions', action: 'add', unit_price: 50, option_id: 'o1' };
    expect(parseItem({ options: [option] }).options).toEqual([
      { name: 'onions', action: 'remove', portion: 'left', quantity: 1, unit_price: 50, option_id: 'o1' },
    ]);
  });

  it('still refuses an action that does not exist', () => {
    expect(problemsOf(oneItem({ options: [{ name: 'no onions', action: 'delete' }] }))).toEqual([
      {
        path: 'items[0].options[0].action',
        message: '"delete" is not one of add, remove, extra, light, side, substitute.',
      },
    ]);
  });
});

describe('other words decide only where no action was given', () => {
  it.each([
    [{ name: 'extra cheese' }, { name: 'cheese', action: 'extra' }],
    [
      { name: 'extra cheese', action: 'add' },
      { name: 'extra cheese', action: 'add' },
    ],
    [{ name: 'add cheese' }, { name: 'cheese', action: 'add' }],
    [{ name: 'left half mushrooms' }, { name: 'mushrooms', action: 'add', portion: 'left' }],
    [{ name: 'side ranch x2' }, { name: 'ranch', action: 'side', quantity: 2 }],
    [
      { name: 'cheese', action: 'light' },
      { name: 'cheese', action: 'light' },
    ],
    [{ name: 'north sauce' }, { name: 'north sauce', action: 'add' }],
  ])('%o', (given, option) => {
    expect(parseItem({ options: [given] }).options).toEqual([expect.objectContaining(option)]);
  });

  it('joins options and options_text, in that order', () => {
    const order = parseOrder(oneItem({ options: ['cheese'], options_text: 'no onions, ham' }), newYork);
    expect(order.items[0]?.options.map(({ name }) => name)).toEqual(['cheese', 'onions', 'ham']);
  });
});
