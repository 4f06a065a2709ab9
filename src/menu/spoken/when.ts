import type { LanguagePack } from '../language/pack';
import { toStem, type Word } from '../words';
import { PhraseFinder } from './phrase-finder';

/** Words that belong together and are no food: from the first to the one before `to`. */
export type Spot = { from: number; to: number; kind: 'time' | 'address' };

/** Finds the times that an order names: "at half past six", "in twenty minutes", "tonight". */
export class Times {
  private readonly moments: PhraseFinder;
  private readonly at: PhraseFinder;
  private readonly perhaps: PhraseFinder;
  private readonly within: PhraseFinder;
  private readonly units: PhraseFinder;
  private readonly proof: PhraseFinder;
  private readonly past: PhraseFinder;
  private readonly articles: PhraseFinder;
  private readonly rest: PhraseFinder;
  private readonly later: PhraseFinder;
  private readonly days: PhraseFinder;
  private readonly onDay: PhraseFinder;
  private readonly numbers: Map<string, number>;
  private readonly hours: Map<string, number>;

  constructor({ clock, numbers }: LanguagePack) {
    this.moments = new PhraseFinder(clock.moments);
    this.at = new PhraseFinder(clock.at);
    this.perhaps = new PhraseFinder(clock.perhaps);
    this.within = new PhraseFinder(clock.within);
    this.units = new PhraseFinder(clock.units);
    this.proof = new PhraseFinder(clock.proof);
    this.past = new PhraseFinder(clock.past);
    this.articles = new PhraseFinder(clock.articles);
    this.rest = new PhraseFinder(clock.rest);
    this.later = new PhraseFinder(clock.later);
    this.days = new PhraseFinder(clock.days);
    this.onDay = new PhraseFinder(clock.onDay);
    this.numbers = byStem(numbers);
    this.hours = byStem(clock.hours);
  }

  find(words: Word[]): Spot[] {
    const spots: Spot[] = [];
    for (let from = 0; from < words.length; from++) {
      const found = from + this.lengthAt(words, from);
      if (found === from) continue;
      // "At seven friday": beside a time the day alone is enough.
      const to = found + this.days.at(words, found);
      const last = spots.at(-1);
      if (last?.to === from) last.to = to;
      else spots.push({ from, to, kind: 'time' });
      from = to - 1;
    }
    return spots;
  }

  private lengthAt(words: Word[], from: number): number {
    const moment = this.moments.at(words, from);
    const lead = this.at.at(words, from);
    const maybe = this.perhaps.at(words, from);
    const within = this.within.at(words, from);
    const day = this.days.at(words, from);
    const span = this.spanAt(words, from);
    return Math.max(
      moment,
      follow(lead, this.clockAt(words, from + lead, false)),
      follow(lead, this.moments.at(words, from + lead)),
      follow(maybe, this.clockAt(words, from + maybe, true)),
      this.clockAt(words, from, true),
      follow(within, this.spanAt(words, from + within)),
      follow(span, this.later.at(words, from + span)),
      this.onDay.at(words, from),
      day > 0 ? follow(day, this.lengthAt(words, from + day)) : 0,
    );
  }

  /** "seven", "7:30", "half past six", "7pm"; `proved`: only what can be nothing but a time. */
  private clockAt(words: Word[], from: number, proved: boolean): number {
    const past = this.past.at(words, from);
    if (past > 0 && this.hour(words[from + past]) !== null)
      return past + 1 + this.proof.at(words, from + past + 1);
    const word = words[from];
    if (COMPACT.test(word?.stem ?? '')) return 1;
    if (this.hour(word) === null) return 0;
    const minutes = this.minutesAt(words, from + 1);
    const proof = this.proof.at(words, from + 1 + minutes);
    const isProved = proof > 0 || isColon(words, from);
    return proved && !isProved ? 0 : 1 + minutes + proof;
  }

  private minutesAt(words: Word[], at: number): number {
    if (isColon(words, at - 1)) return 1;
    const tens = this.numberOf(words[at]);
    if (tens === null || tens < 10 || tens > 59) return 0;
    const ones = this.numberOf(words[at + 1]);
    return tens % 10 === 0 && ones !== null && ones < 10 && !this.units.at(words, at + 2) ? 2 : 1;
  }

  /** "twenty minutes", "half an hour", "an hour and a half". */
  private spanAt(words: Word[], from: number): number {
    let at = from;
    at += this.articles.at(words, at);
    for (let most = 0; most < 3 && this.numberOf(words[at]) !== null; most++) at++;
    const unit = this.units.at(words, at);
    if (unit === 0 || at === from) return 0;
    const end = at + unit;
    return end - from + Math.max(this.rest.at(words, end), this.moreAt(words, end));
  }

  /** "An hour and twenty minutes": minutes beside the hours. */
  private moreAt(words: Word[], at: number): number {
    const joint = JOINTS.has(words[at]?.stem ?? '') ? 1 : 0;
    const minutes = this.numberOf(words[at + joint]);
    const unit = minutes === null ? 0 : this.units.at(words, at + joint + 1);
    return unit > 0 ? joint + 1 + unit : 0;
  }

  private hour(word: Word | undefined): number | null {
    const value = this.numberOf(word) ?? this.hours.get(word?.stem ?? '') ?? null;
    return value !== null && value >= 1 && value <= 23 ? value : null;
  }

  private numberOf(word: Word | undefined): number | null {
    if (!word) return null;
    return /^\d{1,2}$/.test(word.stem) ? Number(word.stem) : (this.numbers.get(word.stem) ?? null);
  }
}

/** "7pm", "730pm", "19h", "19h30". */
const COMPACT = /^(?:1[0-2]|[1-9])(?:[0-5]\d)?(?:am|pm)$|^(?:1\d|2[0-3]|0?\d)h(?:r?s|[0-5]\d)?$/;
const JOINTS = new Set(['and', 'y'].map(toStem));

const byStem = (values: Record<string, number>) =>
  new Map(Object.entries(values).map(([word, value]) => [toStem(word), value]));

const follow = (lead: number, rest: number) => (lead > 0 && rest > 0 ? lead + rest : 0);

/** "7:30" is written as one. */
function isColon(words: Word[], at: number): boolean {
  const hour = words[at];
  const minutes = words[at + 1];
  return (
    hour !== undefined &&
    minutes !== undefined &&
    /^\d{1,2}$/.test(hour.stem) &&
    /^[0-5]\d$/.test(minutes.stem) &&
    minutes.start === hour.end + 1 &&
    minutes.pause
  );
}
