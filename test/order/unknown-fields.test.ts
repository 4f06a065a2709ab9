import { parseOrder } from '../../src/order/parse';
import { newYork, oneItem, problemsOf } from './shops';

describe('a field that is not known is refused, as it would be lost', () => {
  it.each([
    ['item', { item: [] }, 'did you mean "items"?'],
    ['alergy_note', { alergy_note: 'nuts' }, 'did you mean "allergy_note"?'],
    ['Notes', { Notes: 'x' }, 'did you mean "notes"?'],
    ['customer.surname2', { customer: { surname2: 'x' } }, 'known fields: name, phone, email.'],
    ['customer.phon', { customer: { phon: 'x' } }, 'did you mean "phone"?'],
    ['timing.request_at', { timing: { request_at: 'x' } }, 'did you mean "requested_at"?'],
    ['abc', { abc: 1 }, expect.stringMatching(/^known fields: external_ref, test, .*quoted_total\.$/)],
    ['constructor', { constructor: 1 }, expect.stringMatching(/^known fields/)],
    ['__proto__', JSON.parse('{"__proto__": {"test": true}}'), expect.stringMatching(/^known fields/)],
    ['toString', { toString: 1 }, expect.stringMatching(/^known fields/)],
  ])('%s', (path, fields, hint) => {
    const input = Object.defineProperties({}, Object.getOwnPropertyDescriptors({ ...oneItem() }));
    for (const key of Object.keys(fields)) {
      Object.defineProperty(input, key, Object.getOwnPropertyDescriptor(fields, key) ?? {});
    }
    const [problem, ...others] = problemsOf(input);
    expect(others).toEqual([]);
    expect(problem?.path).toBe(path);
    const [fault, said] = problem?.message.split('; ') ?? [];
    expect(fault).toBe('is not a known field, and would be lost');
    expect(said).toEqual(hint);
  });

  it.each([
    ['items[0].quantiy', { quantiy: 1 }, 'did you mean "quantity"?'],
    ['items[0].prices', { prices: '1.00' }, 'did you mean "price"?'],
    ['items[0].option_text', { option_text: 'x' }, 'did you mean "options_text"?'],
    ['items[0].modifiers', { modifiers: [] }, expect.stringMatching(/options, price, options_text\.$/)],
    ['items[0].__proto__', JSON.parse('{"__proto__": 1}'), expect.stringMatching(/^known fields/)],
    ['items[0].options[0].pric', { options: [{ name: 'a', pric: 1 }] }, 'did you mean "price"?'],
  ])('%s', (path, fields, hint) => {
    const named = Object.assign(fields, { name: 'pizza', quantity: 1 });
    const [problem] = problemsOf({ items: [named] });
    expect(problem?.path).toBe(path);
    expect(problem?.message.split('; ')[1]).toEqual(hint);
  });

  it('does not let __proto__ set a field', () => {
    const input = JSON.parse('{"items": [{"name": "pizza", "quantity": 1}], "__proto__": {"test": true}}');
    expect(() => parseOrder(input, newYork)).toThrow('__proto__');
    expect(Object.prototype).not.toHaveProperty('test');
  });

  it('names the first of very many, and says how many more', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`field ${index}`, 1]));
    const problems = problemsOf(oneItem({}, many));
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toEqual({ path: '', message: 'has 4980 more fields that are not known.' });
  });
});
