const CODES = new Set(Intl.supportedValuesOf('currency'));

/** Whether this is an ISO 4217 code this runtime knows. */
export function isCurrency(code: string): boolean {
  return CODES.has(code);
}

/** ISO 4217 currencies whose minor unit is not a hundredth. Intl cannot be asked: it takes HUF, IDR and COP for whole-unit currencies. */
const DIGITS: Record<string, number> = {
  ...all(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...all(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...all(4, 'CLF UYW'),
};

function all(digits: number, codes: string): Record<string, number> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, digits]));
}

/** How many decimals a currency has: 2 for USD, 0 for JPY, 3 for KWD. */
export function currencyDigits(currency: string): number {
  return DIGITS[currency] ?? 2;
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
  return formatOf(currency).format(toPriceText(minor, currency) as Intl.StringNumericLiteral);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Kept, as making one takes long. */
function formatOf(currency: string): Intl.NumberFormat {
  const minimumFractionDigits = currencyDigits(currency);
  const made = () => new Intl.NumberFormat('en-US', { style: 'currency', currency, minimumFractionDigits });
  const format = formats.get(currency) ?? made();
  formats.set(currency, format);
  return format;
}

/**
 * Price text as people and no-code tools write it ("$1,234.50", "21.95", "5 EUR", "20 dollars") to minor units.
 * Throws `RangeError` for anything that leaves a doubt ("1,50", "10%", "about 20", "€5" in dollars).
 */
export function readPriceText(text: string, currency: string): number {
  const [, before = '', number = '', after = ''] = /^([^\d-]*)(.*\d)(\D*)$/.exec(text.trim()) ?? [];
  const said = `${before}${after}`.trim().toLowerCase();
  if (said !== '' && !spokenAs(currency).includes(said))
    throw new RangeError(`is not a price in ${currency}`);
  const digits = currencyDigits(currency);
  if (looksLikeThousands(number, digits)) throw new RangeError('may mean thousands or decimals');
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(number) ? number.replaceAll(',', '') : number;
  return toMinorUnits(plain, digits);
}

/** "1.234" is a thousand and more to half the world; "1,234" is one and a bit where a currency has three decimals. */
function looksLikeThousands(number: string, digits: number): boolean {
  return (digits === 3 ? /^\d{1,3},\d{3}$/ : /^\d{1,3}\.\d{3}$/).test(number);
}

/** What may stand beside an amount of this currency: "$", "US$", "USD", "US dollars", "dollars", "dollar". */
function spokenAs(currency: string): string[] {
  const displays = ['symbol', 'narrowSymbol', 'code', 'name'] as const;
  const [symbol = '', narrow = '', code = '', name = ''] = displays.map((currencyDisplay) => {
    const format = new Intl.NumberFormat('en-US', { style: 'currency', currency, currencyDisplay });
    return format.formatToParts(2).find((part) => part.type === 'currency')?.value ?? '';
  });
  const noun = name.split(' ').at(-1) ?? name;
  const country = code.slice(0, 2);
  return [symbol, narrow, `${country}${narrow}`, code, name, noun, noun.replace(/s$/, '')].map((word) =>
    word.toLowerCase(),
  );
}

/** `price × quantity` where quantity is a decimal string; halves round up, as every POS here does for weighed lines. */
export function times(price: number, quantity: string): number {
  const [whole = '0', fraction = ''] = quantity.split('.');
  const scale = 10n ** BigInt(fraction.length);
  const product = BigInt(price) * BigInt(whole + fraction);
  return Number((product * 2n + scale) / (scale * 2n));
}
