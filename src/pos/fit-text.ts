import { charactersOf } from '../order/characters';

/** The start of a text that fits into `max` UTF-16 units: it ends between characters, so no emoji and no accent is cut in half. */
export function fitText(text: string, max: number): string {
  if (text.length <= max) return text;
  return text.slice(0, charactersOf(text).containing(max)?.index ?? max);
}
