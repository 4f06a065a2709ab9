import { ticketReference } from '../../../src/order/reference';
import { evaluateIml } from './iml';

const now = new Date('2026-11-27T18:31:07.250Z');
const order = {
  total: 12,
  name: 'Ann',
  items: [{ name: 'pizza' }, { name: 'salad', kind: 'cold' }],
  'first name': 'Ann',
  headers: { 'retry-after': '30' },
  none: null,
  flag: false,
};
const scenario = (template: unknown) =>
  evaluateIml(template, { dialect: 'scenario', now, data: { 1: order } });
const app = (template: unknown) => evaluateIml(template, { dialect: 'app', now, data: { body: order } });

describe('a template of a scenario', () => {
  it.each<[string, unknown]>([
    ['{{1.total}}', 12],
    ['{{1.items}}', order.items],
    ['{{1.flag}}', false],
    ['{{1.missing.deeper}}', undefined],
    ['Total: {{1.total}}', 'Total: 12'],
    ['{{1.name}}{{1.missing}}{{1.none}}', 'Ann'],
    ['{{1.items[1].name}}', 'pizza'],
    ['{{1.items[-1].name}}', 'salad'],
    ['{{1.items[3].name}}', undefined],
    ['{{1.`first name`}}', 'Ann'],
    ['{{1.headers.`retry-after`}}', '30'],
    ['{{1.total * 2 + 1}}', 25],
    ['{{"a" + 1.total}}', 'a12'],
    [`{{'She said "hi" }} once'}}`, 'She said "hi" }} once'],
    ['{{if(1.total >= 12 && 1.name = "Ann"; "yes"; "no")}}', 'yes'],
    ['{{if(!1.flag; 1; 2)}}', 1],
    ['{{ifempty(1.missing; "none")}}', 'none'],
    ['{{ifempty(1.flag; "none")}}', false],
    ['{{switch(1.name; "Bob"; 1; "Ann"; 2; 3)}}', 2],
    ['{{get(1.items; "2.name")}}', 'salad'],
    ['{{join(map(1.items; "name"); ", ")}}', 'pizza, salad'],
    ['{{map(1.items; "name"; "kind"; "cold")}}', ['salad']],
    ['{{length(1.items)}}', 2],
    ['{{replace("a.b.c"; "."; "-")}}', 'a-b-c'],
    ['{{replace("a1b22"; "/[0-9]+/g"; "#")}}', 'a#b#'],
    ['{{encodeURL("a&b" + newline + "ü")}}', 'a%26b%0A%C3%BC'],
    ['{{base64("user:pass")}}', 'dXNlcjpwYXNz'],
    ['{{addMinutes(now; 5)}}', new Date('2026-11-27T18:36:07.250Z')],
    ['{{formatDate(now; "YYYY-MM-DDTHH:mm:ssZ"; "America/New_York")}}', '2026-11-27T13:31:07-05:00'],
    ['{{formatDate(now; "HH:mm")}}', '19:31'],
  ])('%s', (template, value) => {
    expect(scenario(template)).toEqual(value);
  });

  it('makes the reference that every door makes', () => {
    expect(scenario('ow{{substring(sha256("LOC1" + newline + "CA1"); 0; 18)}}')).toBe(
      ticketReference({ pos_location: 'LOC1', external_ref: 'CA1' }),
    );
  });

  it('is evaluated through lists and collections', () => {
    expect(scenario([{ name: 'Total', value: '{{1.total}}' }, 7])).toEqual([{ name: 'Total', value: 12 }, 7]);
  });
});

describe('a template of a custom app', () => {
  it('separates arguments by commas', () => {
    expect(app("{{ifempty(body.missing, 'none')}}")).toBe('none');
  });

  it('leaves a field that has no value out of what is sent', () => {
    expect(JSON.stringify(app({ name: '{{body.name}}', note: '{{body.note}}' }))).toBe('{"name":"Ann"}');
  });

  it('lets a collection pour its fields in', () => {
    expect(app({ '{{...}}': "{{pick(body, 'name', 'total')}}", total: 1 })).toEqual({
      name: 'Ann',
      total: 1,
    });
  });
});

describe('what Make might not understand is refused', () => {
  it.each([
    ['a function it does not have', '{{escapeJson(1.name)}}', 'no function "escapeJson"'],
    ['a name nobody gave', '{{2.name}}', 'nothing is called "2"'],
    ['a text without quotes', '{{formatDate(now; HH)}}', 'nothing is called "HH"'],
    ['the other dialect’s commas', '{{ifempty(1.name, "x")}}', 'where ")" belongs'],
    ['a collection inside text', 'Order: {{1.headers}}', 'cannot stand inside text'],
    ['an element before the first', '{{1.items[0]}}', 'count from 1'],
    ['a backslash in a text', String.raw`{{replace(1.name; "\n"; "")}}`, 'backslash'],
    ['a letter that no date has', '{{formatDate(now; "dddd")}}', '"dddd"'],
    ['mustaches that do not close', '{{1.name', 'cannot read'],
    ['mustaches that never opened', '{"a":{"b":1}}', '"}}" without "{{"'],
  ])('%s', (_, template, message) => {
    expect(() => scenario(template)).toThrow(message);
  });
});
