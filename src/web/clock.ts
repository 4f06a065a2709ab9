import { wallClock } from '../order/time';
import { type Language, LOCALES } from './language';

type Reader = { language: Language; timezone: string };

const shown = (at: number, { language, timezone }: Reader) =>
  wallClock(new Date(at).toISOString(), { timezone, locale: LOCALES[language] });

/** A moment on the shop's clock: `7:15 PM`. */
export function clockText(at: number, reader: Reader): string {
  return shown(at, reader).time;
}

/** With its day where that is not today: `Fri 27 Nov, 7:15 PM`. */
export function momentText(at: number, reader: Reader & { now: number }): string {
  const { date, day, time } = shown(at, reader);
  return date === shown(reader.now, reader).date ? time : `${day}, ${time}`;
}

/** The same for a machine. */
export function timeAttribute(at: number): string {
  return new Date(at).toISOString();
}
