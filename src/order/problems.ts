import { holdsCardNumber } from './card-number';

/** One refused field: where it is (`items[1].quantity`) and what to do about it, in a sentence a restaurant owner can act on. */
export type Problem = { path: string; message: string };

/** Input that could not become an order. `problems` names every refused field, not only the first. */
export class InputProblems extends Error {
  override readonly name = 'InputProblems';
  constructor(readonly problems: Problem[]) {
    super(problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join(' '));
  }
}

/** How a value looks in an error message: short, quoted, never a whole object, never a card number. */
export function shown(value: unknown): string {
  if ((typeof value === 'string' || typeof value === 'number') && holdsCardNumber(String(value))) {
    return 'a card number';
  }
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (Array.isArray(value)) return 'a list';
  return value !== null && typeof value === 'object' ? 'an object' : String(value);
}
