import { holdsCardNumber } from '../../order/card-number';
import { currencyDigits, toMinorUnits } from '../../order/money';
import { readTime, toUtc } from '../../order/time';
import type { ReceptionistRow } from '../../store/receptionist/records';

const AMOUNT = /\d[\d,]*(?:\.\d+)?/g;

/** What the guest was told: "$21.95", "21.95", "about $22"; null where it is none or several. */
export function quotedTotal(
  { total, total_in }: Pick<ReceptionistRow, 'total' | 'total_in'>,
  currency: string,
): number | null {
  const [amount, ...others] = total?.match(AMOUNT) ?? [];
  // The model's `true` and `false` end up in this column as 1 and 0.
  if (amount === undefined || others.length > 0 || /^[01]$/.test(total ?? '')) return null;
  const plain = amount.replaceAll(',', '');
  try {
    return total_in === 'minor' ? Number.parseInt(plain, 10) : toMinorUnits(plain, currencyDigits(currency));
  } catch {
    return null;
  }
}

/** A time of the file as UTC; null where it is none. */
export function momentOf(
  text: string | null,
  written_in: ReceptionistRow['created_in'],
  timezone: string,
): string | null {
  if (text === null) return null;
  const epoch = /^(\d{10})(\d{3})?(?:\.\d+)?$/.exec(text);
  if (epoch) return new Date(Number(epoch[1]) * 1000).toISOString().replace('.000Z', 'Z');
  try {
    return toUtc(readTime(text, written_in === 'utc' ? '+00:00' : timezone));
  } catch {
    return null;
  }
}

const DIGITS = /\d(?:[\s._‐-―-]{0,3}\d){12,}/g;

/** A text as an order may hold it: within its length, and without a card number, which is never taken or stored. */
export function fitText(text: string | null, longest: number): string | null {
  if (text === null) return null;
  const safe = holdsCardNumber(text) ? text.replaceAll(DIGITS, '[card number removed]') : text;
  const kept = holdsCardNumber(safe) ? '[removed: it held a card number]' : safe;
  return kept.length > longest ? `${kept.slice(0, longest - 1)}…` : kept;
}
