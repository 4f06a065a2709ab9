/** 13 to 19 digits, perhaps spaced or dashed, that stand alone. After a plus it is a phone number. */
const RUN = /(?<![A-Za-z0-9+])\d(?:[ ‐-―-]?\d){12,18}(?![A-Za-z0-9])/g;
/** The ways cards are printed, wherever they stand in longer runs ("2 4111 1111 1111 1111 123"): whole, 4-4-4-4, 4-6-5, 4-6-4. */
const PRINTED =
  /(?<![A-Za-z0-9+])(?=(\d{13,19}|\d{4}(?:[\s._‐-―-]{1,3}\d{4}){3}|\d{4}[\s._‐-―-]{1,3}\d{6}[\s._‐-―-]{1,3}\d{4,5})(?![A-Za-z0-9]))/g;
const GUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;
const LONGEST_PHONE = 15;

/**
 * Whether a text holds what looks like a payment card number: 13 to 19 digits, perhaps spaced or dashed, that pass Luhn.
 * Runs that start with 0 or 1 are left alone: no payment card does, but timestamps and national phone numbers do.
 */
export function holdsCardNumber(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll(GUID, 'id');
  const printed = [...plain.matchAll(PRINTED)].map(([, run = '']) => run);
  return [...(plain.match(RUN) ?? []), ...printed].some((run) => {
    const digits = run.replaceAll(/\D/g, '');
    return !/^[01]/.test(digits) && passesLuhn(digits);
  });
}

/** Where an order holds card numbers, as paths. A phone number can pass Luhn by chance: that field may hold up to 15 digits. */
export function cardNumberPaths(order: Record<string, unknown>): string[] {
  const places: { path: string; value: unknown }[] = [{ path: '', value: order }];
  const found: string[] = [];
  // A list that grows, not recursion: input may be nested deeper than the stack.
  for (const { path, value } of places) {
    if (typeof value === 'string') {
      const isPhone = path === 'customer.phone' && value.replaceAll(/\D/g, '').length <= LONGEST_PHONE;
      if (!isPhone && holdsCardNumber(value)) found.push(path);
    } else if (value !== null && typeof value === 'object') {
      for (const [key, child] of Object.entries(value)) {
        places.push({ path: inside(path, key, Array.isArray(value)), value: child });
      }
    }
  }
  return found;
}

function inside(path: string, key: string, isEntry: boolean): string {
  if (isEntry) return `${path}[${key}]`;
  return path ? `${path}.${key}` : key;
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
