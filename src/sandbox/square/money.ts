import { object, required, text, whole } from './shape';

export type SquareMoney = { amount: number; currency: string };

/** Square's Money in requests: a whole number of the smallest unit. */
export const money = object({ amount: required(whole), currency: required(text({ max: 3, filled: true })) });

/** A decimal in text ("1.5") as a whole number over a power of ten, so that no sum ever meets a float. */
function toFraction(decimal: string): { value: bigint; over: bigint } {
  const [whole = '0', digits = ''] = decimal.split('.');
  return { value: BigInt(whole + digits), over: 10n ** BigInt(digits.length) };
}

/** Half to even, as Square rounds: https://developer.squareup.com/docs/orders-api/price-adjustments, read 2026-11-24. */
function divideHalfEven(value: bigint, over: bigint): number {
  const quotient = value / over;
  const twice = (value % over) * 2n;
  const up = twice > over || (twice === over && quotient % 2n === 1n);
  return Number(up ? quotient + 1n : quotient);
}

/** `amount` times the decimals in `factors`, each written as text. */
export function multiply(amount: number, ...factors: string[]): number {
  const fractions = factors.map(toFraction);
  return divideHalfEven(
    fractions.reduce((product, { value }) => product * value, BigInt(amount)),
    fractions.reduce((product, { over }) => product * over, 1n),
  );
}

/** The part of `amount` that `percentage` ("7.25") is. */
export function percentOf(amount: number, percentage: string): number {
  const { value, over } = toFraction(percentage);
  return divideHalfEven(BigInt(amount) * value, over * 100n);
}

/** The tax already inside `amount` at `percentage`. */
export function includedIn(amount: number, percentage: string): number {
  const { value, over } = toFraction(percentage);
  return divideHalfEven(BigInt(amount) * value, over * 100n + value);
}

/** Splits `amount` over `weights` in proportion; the parts always add up to `amount` (largest remainders first). */
export function apportion(amount: number, weights: number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const shares = weights.map((weight, index) => {
    const product = BigInt(amount) * BigInt(weight);
    return { index, part: Number(product / BigInt(sum)), rest: product % BigInt(sum) };
  });
  const missing = amount - shares.reduce((total, { part }) => total + part, 0);
  const first = [...shares].sort((a, b) => Number(b.rest - a.rest) || a.index - b.index).slice(0, missing);
  return shares.map((share) => share.part + (first.includes(share) ? 1 : 0));
}
