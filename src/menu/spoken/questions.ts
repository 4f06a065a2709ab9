import type { Choice } from '../parse';

/** Two letters wrong in "caesar salad" leave no doubt; in "tuna" they do. */
export function isNear(distance: number, length: number): boolean {
  return distance === 0 || distance / length <= 0.2;
}

/** What to ask where there is a choice; else why. */
export function questionOf(choices: Choice[], reason: string): string {
  const names = choices.map(({ name }) => name);
  if (names.length < 2) return reason;
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}?`;
}

/** Which size, in words to speak. */
export function sizeQuestion([dish]: Choice[], sizes: Choice[]): string {
  return `Which size of ${dish?.name}: ${questionOf(sizes, '')}`;
}
