const CODES = new Set(Intl.supportedValuesOf('currency'));

/** Whether this is an ISO 4217 code this runtime knows. */
export function isCurrency(code: string): boolean {
  return CODES.has(code);
}

/** How many decimals a currency has: 2 for USD, 0 for JPY, 3 for KWD. */
export function currencyDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** Decimal text to integer minor units, exactly: `toMinorUnits('15.99', 2)` is 1599. Throws `RangeError` instead of rounding. */
export function toMinorUnits(text: string, digits: number): number {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,9}))?$/.exec(text);
  if (!match) throw new RangeError('is not a plain decimal number');
  const [, sign, whole = '', fraction = ''] = match;
  if (/[1-9]/.test(fraction.slice(digits))) throw new RangeError(`has more than ${digits} decimals`);
  const minor = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  if (!Number.isSafeInteger(minor)) throw new RangeError('is too large');
  return sign && minor !== 0 ? -minor : minor;
}

/** Integer minor units to decimal text: `toDecimal(1599, 2)` is `15.99`. */
export function toDecimal(minor: number, digits: number): string {
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Money as an order writes it in text fields: `toPriceText(1599, 'USD')` is `15.99`. */
export function toPriceText(minor: number, currency: string): string {
  return toDecimal(minor, currencyDigits(currency));
}

/** Money as a person says it: `spokenMoney(2195, 'USD')` is `$21.95`. */
export function spokenMoney(minor: number, currency: string): string {
  const digits = currencyDigits(currency);
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
  }).format(toDecimal(minor, digits) as Intl.StringNumericLiteral);
}

/**
 * Price text as people and no-code tools write it ("$1,234.50", "21.95", "€ 5") to minor units.
 * Throws `RangeError` for anything that leaves a doubt ("1,50", "12.345", "about 20").
 */
export function readPriceText(text: string, currency: string): number {
  const bare = text
    .trim()
    .replace(/^[^\d.-]{0,4}\s*/, '')
    .replace(/\s*[^\d.,]{0,4}$/, '');
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare;
  return toMinorUnits(plain, currencyDigits(currency));
}

/** `price × quantity` where quantity is a decimal string; halves round up, as every POS here does for weighed lines. */
export function times(price: number, quantity: string): number {
  const [whole = '0', fraction = ''] = quantity.split('.');
  const scale = 10n ** BigInt(fraction.length);
  const product = BigInt(price) * BigInt(whole + fraction);
  return Number((product * 2n + scale) / (scale * 2n));
}
