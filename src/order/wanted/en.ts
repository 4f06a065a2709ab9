import {
  aroundHour,
  clockOf,
  type DayPart,
  exactClock,
  oneOf,
  spanOf,
  type TimeLanguage,
  words,
} from './language';

const WEEKDAYS = words('monday tuesday wednesday thursday friday saturday sunday');
const FRACTIONS: Record<string, number> = { quarter: 15, half: 30 };
const SPAN =
  '(?:(?<hours>\\d{1,2}) hour(?: (?:and )?(?<extra>\\d{1,2}) minute)?|(?<minutes>\\d{1,3}) minute)';

/** Times in English. */
export const en: TimeLanguage = {
  numbers: {
    ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
    ...{ eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17 },
    ...{ eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50 },
  },
  rewrites: [
    [/\b([2-5])0 ([1-9])\b/g, '$1$2'],
    [/\b(?:a )?half (?:an |of an )?hour\b/g, '30 minutes'],
    [/\b(?:a )?quarter of an hour\b/g, '15 minutes'],
    [/\b(?:3 quarters|3 quarter) of an hour\b/g, '45 minutes'],
    [/\ban? (?=hour\b|minute\b)/g, '1 '],
    [/\bhours?\b/g, 'hour'],
    [/\bmin(?:ute)?s?\b/g, 'minute'],
    [/\b(\d+) hour and (?:a )?half\b|\b(\d+) and (?:a )?half hour\b/g, '$1$2 hour 30 minute'],
  ],
  rules: [
    [new RegExp(`\\b(?:in|within) (?:the next |about |around )*${SPAN}(?: time| from now)?\\b`, 'g'), spanOf],
    [new RegExp(`\\b${SPAN} from now\\b`, 'g'), spanOf],
    [
      /\b(?:asap|(?:as )?soon as (?:possible|you can)|right away|(?:right )?now|immediately|at once)\b/g,
      () => ({ soon: true }),
    ],
    [/\bday after tomorrow\b/g, () => ({ days: [{ in: 2 }] })],
    [/\btomorrow\b/g, () => ({ days: [{ in: 1 }] })],
    [/\btoday\b/g, () => ({ days: [{ in: 0 }] })],
    [/\btonight\b|\bthis night\b/g, () => ({ days: [{ in: 0 }], parts: ['night'] })],
    [
      /\bthis (?<part>morning|afternoon|evening)\b/g,
      ({ part }) => ({ days: [{ in: 0 }], parts: [part as DayPart] }),
    ],
    [
      /\b(?:in the |at )?(?<part>am|pm|morning|afternoon|evening|night)\b/g,
      ({ part }) => ({ parts: [part as DayPart] }),
    ],
    [
      new RegExp(`\\b(?:(?<next>next) |this )?(?<day>${oneOf(WEEKDAYS)})\\b`, 'g'),
      ({ next, day = '' }) => ({
        days: [{ weekday: WEEKDAYS.indexOf(day) + 1, which: next ? 'next' : 'coming' }],
      }),
    ],
    [/\b(?:12 )?(?:noon|midday)\b/g, () => ({ clocks: [{ hour: 12, minute: 0, exact: true }] })],
    [/\b(?:12 )?midnight\b/g, () => ({ clocks: [{ hour: 24, minute: 0, exact: true }] })],
    [
      /\b(?<part>\d{1,2}|quarter|half)(?: minute)? (?<way>past|after|to|of|before|till) (?<hour>\d{1,2})\b/g,
      ({ part = '', way = '', hour = '' }) => {
        const minutes = FRACTIONS[part] ?? Number(part);
        return aroundHour(hour, way === 'past' || way === 'after' ? minutes : -minutes);
      },
    ],
    [/\b(?<hour>\d{1,2}):?(?<minute>[0-5]\d)? ?(?:h|hrs)\b/g, exactClock],
    [/\b(?<hour>\d{1,2}):(?<minute>[0-5]\d)\b/g, clockOf],
    [/\b(?<hour>\d{1,2}) (?:oh|o|0) (?<minute>\d)\b/g, clockOf],
    [/\b(?<hour>\d{1,2}) ?(?<minute>[0-5]\d)\b/g, clockOf],
    [/\b(?<hour>\d{1,2})\b/g, clockOf],
  ],
  filler: new Set(
    words(`at by around about for on the a oclock clock o sharp exactly approximately please ready make it that lets let us say
      like id i want wanted needed would pickup pick up delivery deliver delivered collect um uh maybe then thanks thank you to be of and ok okay is fine`),
  ),
};
