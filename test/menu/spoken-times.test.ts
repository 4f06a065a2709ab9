import { readFileSync } from 'node:fs';
import { buildMenuIndex } from '../../src/menu/menu-index';
import { parseOrderText } from '../../src/menu/parse';
import { parseMenu } from '../../src/menu/schema';
import { isTime } from '../../src/order/wanted/hear';
import { newYork } from '../order/shops';

const menu = buildMenuIndex(
  parseMenu(JSON.parse(readFileSync('test/corpus/own/menu.json', 'utf8')), newYork),
);

/** Words that are taken whole, and understood whole: half a time is another time. */
const TIMES = {
  'a coke': [
    ['friday at seven'],
    ['on friday at 7 pm'],
    ['at seven friday'],
    ['next sunday at six'],
    ['this friday at 8'],
    ['at noon on saturday'],
    ['day after tomorrow at noon'],
    ['tomorrow at quarter to eight'],
    ['tomorrow noon'],
    ['at 19h'],
    ['at 7.30'],
    ['by 6 in the evening'],
    ['in half an hour'],
    ['in an hour and a half'],
    ['in one hour and 20 minutes'],
    ['45 minutes from now'],
  ],
  'una coca': [
    ['el domingo a la una'],
    ['el viernes que viene a las ocho'],
    ['pasado mañana a las 8'],
    ['mañana a las once de la mañana'],
    ['para las 19 horas'],
    ['cuarto para las ocho'],
    ['a la una y cuarto'],
    ['en una hora y media'],
    ['dentro de media hora'],
  ],
};

describe.each(Object.entries(TIMES))('"%s"', (dish, times) => {
  it.each(times)('%s', (time) => {
    const { items, unsure, leftover, requested_at } = parseOrderText(`${dish} ${time}`, menu);
    expect({ items: items.length, unsure, leftover }).toEqual({ items: 1, unsure: [], leftover: [] });
    expect(requested_at).toBe(time);
    expect(isTime(requested_at ?? '')).toBe(true);
  });
});

it('takes no dish and no size for a time', () => {
  expect(parseOrderText('a hot fudge sunday', menu).requested_at).toBeNull();
  expect(parseOrderText('a 6 in sub and two cokes', menu).requested_at).toBeNull();
  expect(parseOrderText('two cokes for friday', menu).requested_at).toBe('for friday');
});
