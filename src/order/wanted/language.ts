const HOUR = 60;

/** A time of day as said. `exact`: on a clock of 24 hours; 24:00 is the end of the day. */
export type SaidClock = { hour: number; minute: number; exact: boolean };
/** A day as said: so many days from today, or a day of the week, 1 Monday. */
export type SaidDay = { in: number } | { weekday: number; which: 'coming' | 'next' };

/** What part of a day a word names, as minutes from the midnight before it; a night goes on after midnight. */
export const DAY_PARTS = {
  am: [
    [0, 12 * HOUR],
    [24 * HOUR, 29 * HOUR],
  ],
  pm: [[12 * HOUR, 24 * HOUR]],
  morning: [[0, 12 * HOUR]],
  afternoon: [[12 * HOUR, 21 * HOUR]],
  evening: [[16 * HOUR, 24 * HOUR]],
  night: [[17 * HOUR, 29 * HOUR]],
} as const satisfies Record<string, [from: number, to: number][]>;
export type DayPart = keyof typeof DAY_PARTS;

/** Everything that the words for a time can name. */
export type SaidTime = {
  clocks: SaidClock[];
  days: SaidDay[];
  parts: DayPart[];
  /** So many minutes from now. */
  spans: number[];
  /** As soon as possible. */
  soon: boolean;
};

type Groups = Record<string, string | undefined>;
/** A phrase, and what it says. */
export type Rule = [phrase: RegExp, says: (groups: Groups) => Partial<SaidTime>];

/** How times are said in a language. Words come without accents and in small letters, numbers as digits. */
export type TimeLanguage = {
  numbers: Record<string, number>;
  /** One way to say what can be said in several. */
  rewrites: [RegExp, string][];
  /** Tried in this order: what one has taken no other sees. */
  rules: Rule[];
  /** Words that say nothing about the time. */
  filler: Set<string>;
};

export const words = (text: string): string[] => text.trim().split(/\s+/);

/** "7:30", "7 30", "730"; of 24 hours where only that can be meant. */
export const clockOf = ({ hour = '', minute = '0' }: Groups): Partial<SaidTime> => {
  const exact = Number(hour) > 12 || hour.startsWith('0');
  return { clocks: [{ hour: Number(hour), minute: Number(minute), exact }] };
};

/** "19h". */
export const exactClock = ({ hour = '', minute = '0' }: Groups): Partial<SaidTime> => ({
  clocks: [{ hour: Number(hour), minute: Number(minute), exact: true }],
});

/** So many minutes before or after the hour. */
export const aroundHour = (hour: string, minutes: number): Partial<SaidTime> => {
  if (minutes >= 0) return clockOf({ hour, minute: String(minutes) });
  const before = Number(hour) > 1 ? Number(hour) - 1 : 12;
  return clockOf({ hour: String(before), minute: String(60 + minutes) });
};

export const spanOf = ({ hours, extra, minutes }: Groups): Partial<SaidTime> => ({
  spans: [Number(hours ?? 0) * HOUR + Number(extra ?? minutes ?? 0)],
});

/** Words as the alternatives of a phrase. */
export const oneOf = (names: string[]): string => names.join('|');
