import { Temporal } from 'temporal-polyfill';
import { type Opening, openingsAround } from '../rules/openings';
import type { ServiceType } from '../schema';
import type { Shop } from '../shop';
import { spokenDay, spokenMoment } from '../speech/moment';
import { speechFor } from '../speech/texts';
import { hearTime } from './hear';
import type { SaidTime } from './language';
import { momentsOf } from './moments';

/** One of the moments that can be meant: RFC 3339 with offset, and as a voice says it. */
export type WantedChoice = { at: string; name: string };
/** What the words for a time mean: as soon as possible, a moment, or a question to ask first. */
export type Wanted =
  | { status: 'soon' }
  | { status: 'sure'; at: string }
  | { status: 'unsure'; question: string; choices: WantedChoice[] };

export type WantedContext = {
  /** When it was said, in milliseconds. */
  now: number;
  /** Without hours every moment counts as open. */
  shop: Pick<Shop, 'timezone' | 'hours' | 'language'>;
  /** null: not known yet. */
  service: ServiceType | null;
};

const MOST_CHOICES = 3;

/**
 * When a guest wants the order, from the words for it: "at half past seven", "tomorrow noon", "in half an hour", "a las siete y
 * media". Never a guess: what can mean two moments at which the shop is open, or another day than the guest may think of, is asked.
 */
export function readWanted(text: string, context: WantedContext): Wanted {
  const said = hearTime(text);
  if (!said) return ask([], context);
  const { clocks, days, parts, spans, soon } = said;
  const isPlain = clocks.length === 0 && parts.length === 0;
  if (soon) return isPlain && days.length + spans.length === 0 ? { status: 'soon' } : ask([], context);
  if (spans.length > 0) {
    const [minutes = 0, ...others] = spans;
    const isOnly = isPlain && days.length + others.length === 0;
    return isOnly ? sure(context.now + minutes * 60_000, context) : ask([], context);
  }
  const [clock, ...others] = unlike(clocks);
  if (!clock) return askTime(said, context);
  if (others.length > 0) return ask([], context);
  return choose(momentsOf(clock, said, localNow(context)), { ...context, isDayNamed: days.length > 0 });
}

type Choosing = WantedContext & { isDayNamed: boolean };

function choose(moments: number[], choosing: Choosing): Wanted {
  const { shop, service, now, isDayNamed } = choosing;
  const [first] = moments;
  if (first === undefined) return ask([], choosing);
  const openings = [now, moments.at(-1) ?? now].flatMap((at) =>
    openingsAround(shop, service ?? 'pickup', at),
  );
  const openingAt = (at: number) => openings.find(({ open, close }) => open <= at && at <= close);
  // A day ends when the shop closes.
  const dayOf = (at: number) => dateOf(openingAt(at)?.open ?? at, choosing);
  const open = shop.hours.length === 0 ? moments : moments.filter(openingAt);
  const [nearest] = open;
  // Nothing is decided by it: whichever is taken, the rules of the shop refuse it and say the hours.
  if (nearest === undefined)
    return sure(moments.findLast((at) => dayOf(at) === dayOf(first)) ?? first, choosing);
  const meant = isDayNamed ? open : open.filter((at) => dayOf(at) === dayOf(nearest));
  const isExpected = isDayNamed || dayOf(nearest) === dayOf(nextOpening(openings, now));
  return meant.length === 1 && isExpected ? sure(nearest, choosing) : ask(meant, choosing);
}

/** When the shop takes orders next; without hours at once. */
const nextOpening = (openings: Opening[], now: number) =>
  openings.find(({ lastOrder }) => lastOrder >= now)?.open ?? now;

function sure(at: number, { shop }: WantedContext): Wanted {
  return { status: 'sure', at: toText(Math.round(at / 60_000) * 60_000, shop.timezone) };
}

function ask(moments: number[], context: WantedContext): Wanted {
  const { shop, now } = context;
  const speech = speechFor(shop.language);
  const choices = moments.slice(0, MOST_CHOICES).map((at) => ({
    at: toText(at, shop.timezone),
    name: spokenMoment(at, { timezone: shop.timezone, now, speech }),
  }));
  return { status: 'unsure', question: speech.whichMoment(choices.map(({ name }) => name)), choices };
}

/** A day without a time of day. */
function askTime({ days, parts }: SaidTime, context: WantedContext): Wanted {
  const { shop, now } = context;
  const speech = speechFor(shop.language);
  const noon = { hour: 12, minute: 0, exact: true };
  const [at] =
    days.length > 0 && parts.length === 0 ? momentsOf(noon, { days, parts }, localNow(context)) : [];
  const day = at === undefined ? null : spokenDay(at, { timezone: shop.timezone, now, speech });
  return { status: 'unsure', question: speech.whichTime(day), choices: [] };
}

const localNow = ({ now, shop }: WantedContext) =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(shop.timezone);
const dateOf = (at: number, { shop }: WantedContext) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(shop.timezone).toPlainDate().toString();
const toText = (at: number, timezone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timezone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });

/** "Tomorrow at seven, at seven." */
function unlike<T>(all: T[]): T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
