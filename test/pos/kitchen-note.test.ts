import { PosError } from '../../src/pos/errors';
import { kitchenNote, lineNote, openItemName } from '../../src/pos/kitchen-note';
import type { PosItem } from '../../src/pos/pos-order';
import { sample } from '../support/vendor-doors';

const ROOM = { vendor: 'square', max: 500 };
const line = (changes: Partial<PosItem> = {}): PosItem => ({ ...(sample().items[0] as PosItem), ...changes });
const note = (changes: object, room: object = {}) =>
  kitchenNote(sample({ notes: null, ...changes }), { ...ROOM, ...room });

describe("the order's note", () => {
  it('puts the allergy first, then service, time, money, guest, address and wishes', () => {
    const { text, warnings } = note(
      { allergy_note: 'peanuts', notes: 'napkins', tip: 300 },
      { extra: ['UNPAID, collect $61.90', null] },
    );
    expect(text.split('\n')).toEqual([
      'ALLERGY: PEANUTS',
      'DELIVERY',
      'WANTED: Fri 29 Nov, 7:15 PM',
      'UNPAID, collect $61.90',
      'Ann Lee  +1 617 555 0123',
      '12 Oak Street Apt 4, Boston, MA 02215',
      'Ring twice',
      'napkins',
      'Tip promised: $3.00',
    ]);
    expect(warnings).toEqual([]);
  });
  it('leaves out what the vendor shows elsewhere, and says TEST before all else', () => {
    const { text } = note(
      { test: true, allergy_note: 'nuts' },
      { omit: ['guest', 'wanted'], separator: ' | ' },
    );
    expect(text).toMatch(/^TEST, DO NOT MAKE \| ALLERGY: NUTS \| DELIVERY \| 12 Oak/);
  });
  it('speaks of no tip where it has been paid', () => {
    expect(note({ tip: 300, payment: { state: 'paid' } }).text).not.toContain('Tip');
  });
  it('cuts what does not fit at the end, between characters, and says what is missing', () => {
    const { text, warnings } = note({ notes: `${'n'.repeat(100)}🍕🍕` }, { max: 120 });
    expect(text.length).toBeLessThanOrEqual(120);
    expect(text.endsWith('…')).toBe(true);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/longer than the 120 characters .*🍕🍕" is missing on the ticket/);
  });
  it.each([
    ['fits with one character to spare', 89, false, true],
    ['would lose its last character', 90, false, false],
    ['fits after the word TEST', 71, true, true],
    ['would be cut because of the word TEST', 72, true, false],
  ])('an allergy that %s', (_what, length, test, fits) => {
    const allergy_note = 'a'.repeat(length - 'ALLERGY: '.length);
    const write = () => note({ allergy_note, test }, { max: 90 });
    if (!fits) return expect(write).toThrow(PosError);
    expect(write().text).toContain(`ALLERGY: ${allergy_note.toUpperCase()}`);
  });
  it('refuses an allergy that is too long, with both lengths', () => {
    expect(() => note({ allergy_note: 'a'.repeat(400) }, { max: 100 })).toThrow(
      'The allergy note has 409 characters and this POS takes 99. Shorten it: it is never cut.',
    );
  });
});

describe("a line's note", () => {
  it.each<[string, Partial<PosItem>, string[], string | undefined]>([
    ['is absent where there is nothing to say', {}, [], undefined],
    ['says the words', { notes: 'well done' }, ['NO onions'], 'NO onions; well done'],
    ['marks what staff must check', { check: true }, [], 'CHECK: not on the menu as said'],
    [
      'puts an allergy before everything',
      { check: true, allergy: true, notes: 'no nuts' },
      ['LIGHT sauce'],
      'ALLERGY: NO NUTS; CHECK: not on the menu as said; LIGHT sauce',
    ],
  ])('%s', (_what, changes, words, text) => {
    expect(lineNote(line(changes), words, { max: 200 })).toEqual({ text, warnings: [] });
  });
  it('never shows half an allergy: it points to the note that has it whole', () => {
    const { text } = lineNote(line({ allergy: true, notes: 'n'.repeat(100) }), [], { max: 80 });
    expect(text).toBe('ALLERGY: SEE THE ORDER NOTE');
  });
  it('cuts wishes, not the allergy before them', () => {
    const { text, warnings } = lineNote(line({ allergy: true, notes: 'nuts' }), ['x'.repeat(90)], {
      max: 40,
    });
    expect(text).toMatch(/^ALLERGY: NUTS; x+…$/);
    expect(warnings).toHaveLength(1);
  });
});

it.each<[Partial<PosItem>, number, string]>([
  [{ name: 'birthday cake' }, 50, 'birthday cake'],
  [{ name: 'birthday cake', check: true }, 50, 'CHECK: birthday cake'],
  [{ name: 'cake 🎂', check: true }, 13, 'CHECK: cake '],
])('an ad-hoc line %j is called what was said', (changes, max, name) => {
  expect(openItemName(line(changes), max)).toBe(name);
});
