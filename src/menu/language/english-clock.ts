import { type Clock, pairs, phrases } from './pack';

const DAYS = `monday, tuesday, wednesday, thursday, friday, saturday, sunday`;

/** How times are said in English. */
export const ENGLISH_CLOCK: Clock = {
  moments: phrases(
    `tonight, tomorrow, tomorrow night, tomorrow morning, tomorrow evening, tomorrow afternoon, this morning, this evening, this afternoon, as soon as possible, asap, right away, at noon, noon, at midnight, midnight, immediately, day after tomorrow, the day after tomorrow`,
  ),
  at: phrases(`at, by, around, at around, at about, ready at, ready by, until, before, after, ready for`),
  perhaps: phrases(`for, about`),
  within: phrases(`in, within, in about, in around`),
  units: phrases(`minute, minutes, mins, min, hour, hours`),
  rest: phrases(`and a half, and half`),
  later: phrases(`from now`),
  proof: phrases(
    `am, pm, a m, p m, o'clock, oclock, o clock, tonight, tomorrow, this evening, in the evening, in the morning, in the afternoon, at night`,
  ),
  past: phrases(
    `quarter past, half past, quarter to, quarter after, ten past, ten to, five past, five to, twenty past, twenty to, twenty five past, twenty five to, quarter till, ten till`,
  ),
  articles: phrases(`a, an, half an, the next, the next half`),
  hours: {},
  days: phrases(DAYS),
  onDay: pairs('on, this, next, for, on the, for this, for next, on this, on next', DAYS),
};
