import { readStoredShop } from '../../../src/order/shop';
import { readWanted } from '../../../src/order/wanted/read-wanted';
import { daily } from '../../support/call-time';

const zone = { timezone: 'America/New_York', language: 'en' };
const evening = readStoredShop({ ...zone, hours: daily('11:00', '22:00') });
const allDay = readStoredShop({ ...zone, hours: daily('06:00', '23:00') });
const late = readStoredShop({ ...zone, hours: daily('18:00', '02:00') });
const noHours = readStoredShop(zone);

type Said = { shop?: typeof evening; at?: string; language?: string };
/** What is meant: "at" without its year and offset, "soon", or the question. Friday the 27th, unless another time is given. */
function meaning(
  text: string,
  { shop = evening, at = '2026-11-27T13:00:00-05:00', language = 'en' }: Said = {},
) {
  const read = readWanted(text, { now: Date.parse(at), shop: { ...shop, language }, service: 'pickup' });
  if (read.status === 'sure') return read.at.slice(5, 16);
  return read.status === 'soon' ? 'soon' : read.question;
}

describe('a time said in English, at one o’clock on a Friday', () => {
  it.each([
    ['at seven', '11-27T19:00'],
    ['for seven', '11-27T19:00'],
    ['7', '11-27T19:00'],
    ['at half past seven', '11-27T19:30'],
    ['quarter to eight', '11-27T19:45'],
    ['a quarter past 6', '11-27T18:15'],
    ['ten to nine', '11-27T20:50'],
    ['twenty five past six', '11-27T18:25'],
    ['7:30', '11-27T19:30'],
    ['7.30', '11-27T19:30'],
    ['seven thirty', '11-27T19:30'],
    ['seven thirty five', '11-27T19:35'],
    ['seven oh five', '11-27T19:05'],
    ['730', '11-27T19:30'],
    ['19h', '11-27T19:00'],
    ['19:30', '11-27T19:30'],
    ['1930', '11-27T19:30'],
    ['7pm', '11-27T19:00'],
    ['7:15 p.m.', '11-27T19:15'],
    ['at seven o’clock sharp', '11-27T19:00'],
    ['by 6 in the evening', '11-27T18:00'],
    ['at seven tonight', '11-27T19:00'],
    ['tonight at 8', '11-27T20:00'],
    ['this evening around six', '11-27T18:00'],
    ['at noon tomorrow', '11-28T12:00'],
    ['for tomorrow noon', '11-28T12:00'],
    ['tomorrow at seven', '11-28T19:00'],
    ['day after tomorrow at 1 pm', '11-29T13:00'],
    ['sunday at six', '11-29T18:00'],
    ['on friday at eight', '11-27T20:00'],
    ['in 30 minutes', '11-27T13:30'],
    ['in half an hour', '11-27T13:30'],
    ['in an hour', '11-27T14:00'],
    ['in about an hour and a half', '11-27T14:30'],
    ['in two hours', '11-27T15:00'],
    ['within one hour and 15 minutes', '11-27T14:15'],
    ['45 minutes from now', '11-27T13:45'],
    ['asap', 'soon'],
    ['as soon as possible please', 'soon'],
    ['right now', 'soon'],
  ])('"%s" is %s', (text, expected) => {
    expect(meaning(text)).toBe(expected);
  });
});

describe('a time said in Spanish', () => {
  it.each([
    ['a las siete', '11-27T19:00'],
    ['a las siete y media', '11-27T19:30'],
    ['para las ocho menos cuarto', '11-27T19:45'],
    ['cuarto para las ocho', '11-27T19:45'],
    ['a las siete y cuarenta y cinco', '11-27T19:45'],
    ['a la una y cuarto', '11-27T13:15'],
    ['a las 19 horas', '11-27T19:00'],
    ['a las 7 de la noche', '11-27T19:00'],
    ['a las 6 de la tarde', '11-27T18:00'],
    ['esta noche a las nueve', '11-27T21:00'],
    ['mañana al mediodía', '11-28T12:00'],
    ['mañana a las siete', '11-28T19:00'],
    ['mañana a las once de la mañana', '11-28T11:00'],
    ['pasado mañana a las 8', '11-29T20:00'],
    ['el domingo a las seis', '11-29T18:00'],
    ['en media hora', '11-27T13:30'],
    ['en una hora', '11-27T14:00'],
    ['en una hora y media', '11-27T14:30'],
    ['dentro de 20 minutos', '11-27T13:20'],
    ['ya', 'soon'],
    ['lo antes posible', 'soon'],
  ])('"%s" is %s', (text, expected) => {
    expect(meaning(text)).toBe(expected);
  });
});

describe('what can be meant in two ways is asked', () => {
  it('seven, said before breakfast in a shop that is open all day', () => {
    const read = meaning('at seven', { shop: allDay, at: '2026-11-27T05:00:00-05:00' });
    expect(read).toBe('Do you mean 7:00 AM or 7:00 PM?');
  });

  it('in the language of the shop', () => {
    const said = { shop: allDay, at: '2026-11-27T05:00:00-05:00', language: 'es-MX' };
    expect(meaning('a las siete', said)).toMatch(/^¿Quiere decir 7:00 a.\s?m. o 7:00 p.\s?m.\?$/);
    expect(meaning('mañana', said)).toBe('¿A qué hora mañana?');
  });

  it('and is not, once the morning is over or "evening" was said', () => {
    expect(meaning('at seven', { shop: allDay })).toBe('11-27T19:00');
    const early = { shop: allDay, at: '2026-11-27T05:00:00-05:00' };
    expect(meaning('at seven in the evening', early)).toBe('11-27T19:00');
    expect(meaning('at seven am', early)).toBe('11-27T07:00');
  });

  it('tomorrow at seven, where the shop is open at both', () => {
    expect(meaning('tomorrow at seven', { shop: allDay })).toBe(
      'Do you mean 7:00 AM tomorrow or 7:00 PM tomorrow?',
    );
  });

  it('a time that is over for today: tomorrow’s is not meant by itself', () => {
    expect(meaning('at seven', { at: '2026-11-27T20:00:00-05:00' })).toBe('Do you mean 7:00 PM tomorrow?');
    expect(meaning('today at noon')).toBe('For what time would you like it?');
  });

  it('next Sunday: this week’s or the one after', () => {
    expect(meaning('next sunday at 6')).toBe(
      'Do you mean 6:00 PM on Sunday or 6:00 PM on Sunday, December 6?',
    );
  });

  it('a day without a time', () => {
    expect(meaning('tomorrow')).toBe('At what time tomorrow?');
    expect(meaning('on saturday')).toBe('At what time tomorrow?');
    expect(meaning('tonight')).toBe('At what time?');
  });

  it.each([
    'after the game',
    'at seven or eight',
    'between six and seven',
    'before 7',
    'half seven',
    'at 25',
    'at 7:75',
    'in a while',
    'asap but not before 6',
    'in 30 minutes at 8',
    'tonight tomorrow at 7',
    'at 9 in the morning tonight',
    '',
  ])('"%s" is not read into a part of it', (text) => {
    expect(meaning(text)).toBe('For what time would you like it?');
  });
});

describe('the hours of the shop', () => {
  it('decide which seven it is', () => {
    const breakfast = readStoredShop({ ...zone, hours: daily('06:00', '11:00') });
    expect(meaning('tomorrow at seven', { shop: breakfast })).toBe('11-28T07:00');
    expect(meaning('at seven', { shop: breakfast })).toBe('11-28T07:00');
    expect(meaning('at noon', { at: '2026-11-26T23:30:00-05:00' })).toBe('11-27T12:00');
  });

  it('go on after midnight: one is tonight’s where the shop is open until two', () => {
    const atNight = { shop: late, at: '2026-11-27T22:00:00-05:00' };
    expect(meaning('at one', atNight)).toBe('11-28T01:00');
    expect(meaning('tonight at one', atNight)).toBe('11-28T01:00');
    expect(meaning('at midnight', atNight)).toBe('11-28T00:00');
    expect(meaning('a las 12 de la noche', atNight)).toBe('11-28T00:00');
    expect(meaning('at 1', { shop: late, at: '2026-11-28T00:30:00-05:00' })).toBe('11-28T01:00');
  });

  it('leave a time at which it is closed as it was said, for the rules to refuse', () => {
    expect(meaning('at four', { shop: late })).toBe('11-27T16:00');
    expect(meaning('tomorrow at 11 pm')).toBe('11-28T23:00');
  });

  it('of the service that is wanted count, where it has its own', () => {
    const delivery = daily('05:00', '09:00').map((entry) => ({ ...entry, service: 'delivery' as const }));
    const shop = { ...evening, hours: [...evening.hours, ...delivery] };
    const read = readWanted('tomorrow at seven', {
      now: Date.parse('2026-11-27T13:00:00-05:00'),
      shop,
      service: 'delivery',
    });
    expect(read).toEqual({ status: 'sure', at: '2026-11-28T07:00:00-05:00' });
  });

  it('where none are told, every time of today is as good as another', () => {
    expect(meaning('at seven', { shop: noHours })).toBe('11-27T19:00');
    expect(meaning('at eleven', { shop: noHours, at: '2026-11-27T10:00:00-05:00' })).toBe(
      'Do you mean 11:00 AM or 11:00 PM?',
    );
  });
});

describe('the night on which the clock changes', () => {
  const sunday = { shop: late, at: '2026-10-31T22:00:00-04:00' };
  it('a time that comes twice means the first', () => {
    const read = readWanted('at 1:30 am', { now: Date.parse(sunday.at), shop: late, service: 'pickup' });
    expect(read).toEqual({ status: 'sure', at: '2026-11-01T01:30:00-04:00' });
  });

  it('one that does not exist moves forward', () => {
    const shop = readStoredShop({ ...zone, hours: daily('18:00', '04:00') });
    const now = Date.parse('2026-03-07T22:00:00-05:00');
    const read = readWanted('at 2:30', { now, shop, service: 'pickup' });
    expect(read).toEqual({ status: 'sure', at: '2026-03-08T03:30:00-04:00' });
  });

  it('an hour from now is an hour, not what the clock shows', () => {
    const now = Date.parse('2026-11-01T01:30:00-04:00');
    const read = readWanted('in an hour', { now, shop: late, service: 'pickup' });
    expect(read).toEqual({ status: 'sure', at: '2026-11-01T01:30:00-05:00' });
  });
});
