import { currencyDigits, isCurrency, toDecimal } from './money';
import { type Problem, shown } from './problems';
import { MAX_MONEY, SERVICE_TYPES, type ServiceType, type ShopContext } from './schema';
import { readTime } from './time';

/** Where reading stands: the path of the value, the shop it is for, the faults so far. */
export type Reading = { path: string; shop: ShopContext; problems: Problem[] };
type Reader = (value: unknown, at: Reading) => unknown;

export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

export function refuse(at: Reading, message: string): null {
  at.problems.push({ path: at.path, message });
  return null;
}

/** Values that need more than a type, by the `x-read` of their schema. */
export const readers = {
  money(value: unknown, at: Reading) {
    const digits = currencyDigits(at.shop.currency);
    const example = `for ${toDecimal(1599, digits)} ${at.shop.currency} write 1599`;
    const priceHint = at.path.endsWith('unit_price') ? ', or give it as "price" in decimal text' : '';
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MAX_MONEY)
      return value;
    if (value === null || value === undefined)
      return refuse(at, `is missing; write minor units: ${example}.`);
    if (typeof value === 'number' && !Number.isInteger(value)) {
      return refuse(at, `${value} has decimals; money is whole minor units: ${example}${priceHint}.`);
    }
    if (typeof value === 'number')
      return refuse(at, `${shown(value)} is out of range; write 0 to ${MAX_MONEY} minor units.`);
    return refuse(at, `${shown(value)} is not a number; money is whole minor units: ${example}${priceHint}.`);
  },
  quantity(value: unknown, at: Reading) {
    if (isBlank(value)) return refuse(at, 'is missing; write "1".');
    if (typeof value === 'number' && !Number.isInteger(value)) {
      return refuse(at, `${value} has decimals; write it as text: "${value}".`);
    }
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    const [, whole = '', fraction = ''] = /^\s*(-?\d+)(?:\.(\d+))?\s*$/.exec(text) ?? [];
    if (whole === '') return refuse(at, `${shown(value)} is not a number; write "${numberIn(text)}".`);
    const plain = [whole.replace(/^0+(?=\d)/, ''), fraction.replace(/0+$/, '')].filter(Boolean).join('.');
    return /^\d{1,3}(\.\d{1,3})?$/.test(plain) && Number(plain) > 0 && Number(plain) <= 999
      ? plain
      : refuse(
          at,
          `${shown(value)} is out of range; write more than 0 and at most 999, with up to 3 decimals.`,
        );
  },
  time(value: unknown, at: Reading) {
    try {
      if (typeof value === 'string') return readTime(value, at.shop.timezone);
    } catch {
      // The sentence below says what to write, whichever way the text was wrong.
    }
    return refuse(at, `${shown(value)} is not a time; write one like "2026-11-27T19:15:00-05:00".`);
  },
  currency(value: unknown, at: Reading) {
    if (isBlank(value)) return at.shop.currency;
    return typeof value === 'string' && isCurrency(value)
      ? value
      : refuse(at, `${shown(value)} is not an ISO 4217 currency; write "USD", for example.`);
  },
  service(value: unknown, at: Reading) {
    if (isBlank(value)) return null;
    const type = typeof value === 'string' ? readServiceType(value) : null;
    return type ?? refuse(at, `${shown(value)} is not one of ${SERVICE_TYPES.join(', ')}.`);
  },
} satisfies Record<string, Reader>;

const SERVICE_WORDS: Record<ServiceType, string> = {
  pickup: 'pickup takeout takeaway togo collection carryout',
  delivery: 'delivery',
  dine_in: 'dinein eatin',
  curbside: 'curbside curbsidepickup',
};

/** A kind of service in common words ("takeout", "to go", "Collection"), null where it is none. */
export function readServiceType(text: string): ServiceType | null {
  const word = text.toLowerCase().replaceAll(/[^a-z]/g, '');
  return SERVICE_TYPES.find((type) => SERVICE_WORDS[type].split(' ').includes(word)) ?? null;
}

const NUMBER_WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** The number that a refused quantity seems to mean ("two", "3x"), for the error message; else an example. */
function numberIn(text: string): string {
  const [, digits] = /^[^\d./,-]*([1-9]\d{0,2})[^\d./,-]*$/.exec(text) ?? [];
  return digits ?? String(Math.max(NUMBER_WORDS.indexOf(text.trim().toLowerCase()), 0) || 2);
}
