import {
  aroundHour,
  clockOf,
  type DayPart,
  exactClock,
  oneOf,
  type SaidTime,
  spanOf,
  type TimeLanguage,
  words,
} from './language';

const WEEKDAYS = words('lunes martes miercoles jueves viernes sabado domingo');
const PARTS: Record<string, DayPart> = {
  manana: 'morning',
  madrugada: 'am',
  tarde: 'afternoon',
  noche: 'night',
};
const FRACTIONS: Record<string, number> = { cuarto: 15, media: 30 };
const SPAN = '(?:(?<hours>\\d{1,2}) hora(?: (?:y )?(?<extra>\\d{1,2}) minuto)?|(?<minutes>\\d{1,3}) minuto)';
const minutesOf = (part = '') => FRACTIONS[part] ?? Number(part);
const partOf = ({ part = '' }: Record<string, string | undefined>): Pick<SaidTime, 'parts'> => ({
  parts: [PARTS[part] ?? (part as DayPart)],
});

/** Times in Spanish, as in Spain and in the Americas. */
export const es: TimeLanguage = {
  numbers: {
    ...{ un: 1, uno: 1, una: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8, nueve: 9 },
    ...{ diez: 10, once: 11, doce: 12, trece: 13, catorce: 14, quince: 15, dieciseis: 16, diecisiete: 17 },
    ...{ dieciocho: 18, diecinueve: 19, veinte: 20, veintiuna: 21, veintiuno: 21, veintidos: 22 },
    ...{ veintitres: 23, veinticuatro: 24, veinticinco: 25, treinta: 30, cuarenta: 40, cincuenta: 50 },
  },
  rewrites: [
    [/\b([3-5])0 y ([1-9])\b/g, '$1$2'],
    [/\bmedia hora\b/g, '30 minuto'],
    [/\b(?:1 )?cuarto de hora\b/g, '15 minuto'],
    [/\b3 cuartos de hora\b/g, '45 minuto'],
    [/\bhoras\b/g, 'hora'],
    [/\bmin(?:uto)?s?\b/g, 'minuto'],
    [/\b(\d+) hora y media\b/g, '$1 hora 30 minuto'],
    [/\b(\d+) hora y cuarto\b/g, '$1 hora 15 minuto'],
  ],
  rules: [
    [new RegExp(`\\b(?:en|dentro de|de aqui a) (?:unos |unas |como )?${SPAN}\\b`, 'g'), spanOf],
    [
      /\b(?:lo (?:antes|mas pronto) posible|cuanto antes|ya mismo|ya|ahora(?: mismo)?|ahorita|enseguida|de inmediato|asap)\b/g,
      () => ({ soon: true }),
    ],
    [/\besta (?<part>manana|tarde|noche)\b/g, (groups) => ({ days: [{ in: 0 }], ...partOf(groups) })],
    [/\b(?:de|por|en|a) la (?<part>manana|madrugada|tarde|noche)\b/g, partOf],
    [/\b(?<part>am|pm|tarde|noche|madrugada)\b/g, partOf],
    [/\bpasado manana\b/g, () => ({ days: [{ in: 2 }] })],
    [/\bmanana\b/g, () => ({ days: [{ in: 1 }] })],
    [/\bhoy\b/g, () => ({ days: [{ in: 0 }] })],
    [
      new RegExp(
        `\\b(?:(?<next>proximo) |este )?(?<day>${oneOf(WEEKDAYS)})(?<later> proximo| que viene)?\\b`,
        'g',
      ),
      ({ next, later, day = '' }) => ({
        days: [{ weekday: WEEKDAYS.indexOf(day) + 1, which: next || later ? 'next' : 'coming' }],
      }),
    ],
    [
      /\b(?:12 )?(?:del? |al? )mediodia\b|\bmediodia\b/g,
      () => ({ clocks: [{ hour: 12, minute: 0, exact: true }] }),
    ],
    [/\b(?:12 de la |a la )?medianoche\b/g, () => ({ clocks: [{ hour: 24, minute: 0, exact: true }] })],
    [
      /\b(?<hour>\d{1,2}) y (?<part>\d{1,2}|cuarto|media)\b/g,
      ({ hour = '', part }) => aroundHour(hour, minutesOf(part)),
    ],
    [
      /\b(?<hour>\d{1,2}) menos (?<part>\d{1,2}|cuarto)\b/g,
      ({ hour = '', part }) => aroundHour(hour, -minutesOf(part)),
    ],
    [
      /\b(?<part>\d{1,2}|cuarto) para las? (?<hour>\d{1,2})\b/g,
      ({ hour = '', part }) => aroundHour(hour, -minutesOf(part)),
    ],
    [/\b(?<hour>\d{1,2}):?(?<minute>[0-5]\d)? ?(?:h|hs|hrs|hora)\b/g, exactClock],
    [/\b(?<hour>\d{1,2}):(?<minute>[0-5]\d)\b/g, clockOf],
    [/\b(?<hour>\d{1,2}) ?(?<minute>[0-5]\d)\b/g, clockOf],
    [/\b(?<hour>\d{1,2})\b/g, clockOf],
  ],
  filler: new Set(
    words(`a al las la los el lo para como eso de del sobre hacia alrededor tipo por favor porfa en punto quiero quisiera recoger recojo llevar entrega entregar envio domicilio que
      sea seria este esten listo lista entonces pues mejor gracias si eh vale bueno aproximadamente mas o menos y`),
  ),
};
