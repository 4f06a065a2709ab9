/** Chance that can be repeated: the same seed makes the same decisions (mulberry32). */
export class Chance {
  private state: number;
  constructor(private readonly seed: number) {
    this.state = seed;
  }

  /** A chance of its own for each who decides: what one decides is then the same whoever else was faster. */
  of(name: string): Chance {
    return new Chance(
      [...name].reduce((mixed, letter) => Math.imul(mixed ^ letter.charCodeAt(0), 16_777_619), this.seed),
    );
  }

  /** From 0 to below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  pick<T>(list: readonly T[]): T {
    const picked = list[Math.floor(this.next() * list.length)];
    if (picked === undefined) throw new Error('Nothing to pick from.');
    return picked;
  }
}
