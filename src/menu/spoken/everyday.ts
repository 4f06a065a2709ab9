import { normalise } from '../words';
import type { Hearing } from './hearing';
import type { Piece } from './segment';

/** A word of every day, or no word at all, is kept; any other may be something to eat. */
export function isEveryday({ knows }: Hearing, { said }: Piece): boolean {
  return !/\p{L}/u.test(said) || said.split(' ').every((word) => knows.everyday.has(normalise(word)));
}
