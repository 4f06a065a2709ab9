import { randomBytes } from 'node:crypto';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Makes ids like `ord_01JD…`: a ULID, so that later ids sort after earlier ones, also within a millisecond or if the clock steps back. */
export function createIds(now: () => number, random = (size: number) => randomBytes(size)) {
  let lastTime = -1;
  let entropy = 0n;
  return (prefix: string): string => {
    const time = now();
    if (time > lastTime) {
      lastTime = time;
      entropy = BigInt(`0x${random(10).toString('hex')}`) >> 1n;
    } else {
      entropy += 1n;
    }
    return `${prefix}_${encode(BigInt(lastTime), 10)}${encode(entropy, 16)}`;
  };
}

function encode(value: bigint, length: number): string {
  const digits = Array.from({ length }, (_, index) => DIGITS[Number((value >> BigInt(index * 5)) & 31n)]);
  return digits.reverse().join('');
}

/** A new API key: 192 random bits behind a prefix by which scanners know it. */
export function createSecret(): string {
  return `owk_${randomBytes(24).toString('hex')}`;
}

/** What may be shown of a key, so that its owner knows it again. */
export function keyPrefix(key: string): string {
  return key.slice(0, Math.min(12, Math.floor(key.length / 4)));
}
