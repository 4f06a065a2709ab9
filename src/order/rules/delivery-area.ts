import type { Order } from '../schema';

type Address = NonNullable<Order['delivery']>;

/** Where an address lies: `unknown` where it names no postal code that could be compared. */
export type Place = 'inside' | 'outside' | 'unknown';

/** Whether a shop delivers to an address. Its list names whole postal codes, or the part before the blank or hyphen ("SW1A"). */
export function placeOf(address: Address | null, postal_codes: string[]): Place {
  if (postal_codes.length === 0) return 'inside';
  const listed = new Set(postal_codes.map(squeezed));
  const { postal_code, text } = address ?? {};
  if (postal_code) return formsOf(postal_code).some((form) => listed.has(form)) ? 'inside' : 'outside';
  const found = text ? codesIn(text, new Set([...listed].map(shapeOf))) : [];
  if (found.length === 0) return 'unknown';
  return found.some((code) => listed.has(code)) ? 'inside' : 'outside';
}

/** "02215-1234" as itself and as "02215"; "SW1A1AA", where a blank was left out, as "SW1A" too. */
function formsOf(code: string): string[] {
  const [outer = ''] = code.trim().split(/[\s-]/);
  const [, outward = ''] = /^([A-Z]{1,2}\d[A-Z\d]?)\d[A-Z]{2}$/.exec(squeezed(code)) ?? [];
  return [squeezed(code), squeezed(outer), outward];
}

/** The words of an address that look like the shop's postal codes; its first word is the number of the house. */
function codesIn(text: string, shapes: Set<string>): string[] {
  const words = text.split(/[\s,;.-]+/).filter((word) => word !== '');
  const pairs = words.map((word, index) => word + (words[index + 1] ?? ''));
  const codes = [...words.slice(1), ...pairs.slice(1)].map(squeezed);
  return codes.filter((code) => shapes.has(shapeOf(code)));
}

function squeezed(code: string): string {
  return code.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function shapeOf(code: string): string {
  return code.replaceAll(/\p{N}/gu, '9').replaceAll(/\p{L}/gu, 'A');
}
