import type { Order } from '../schema';
import type { Shop } from '../shop';
import { type Speech, speechFor } from '../speech/texts';

export const RULE_CODES = ['paused', 'closed', 'too_soon', 'out_of_area', 'below_min'] as const;
export type RuleCode = (typeof RULE_CODES)[number];

/** What a rule looks at. Money is minor units, times are milliseconds. */
export type RuleFacts = {
  order: Pick<Order, 'service' | 'timing' | 'delivery' | 'currency'>;
  shop: Shop;
  /** What the dishes come to, discounts taken off; null while a price is unknown. */
  value: number | null;
  now: number;
  /** When the order was taken: what comes of it later, however late it is sent, is kept as it was promised then. */
  takenAt: number;
  /** How long before that it may have been promised: what was open then is kept. */
  grace: number;
};
/** A rule that an order breaks, with a sentence to speak. */
export type BrokenRule = { path: string; code: RuleCode; say: string };
/** One rule of a shop; null where the order keeps it. */
export type Rule = (facts: RuleFacts) => Omit<BrokenRule, 'code'> | null;

/** What sentences are made with. */
export function speakingOf({ shop, now }: Pick<RuleFacts, 'shop' | 'now'>): {
  timezone: string;
  now: number;
  speech: Speech;
} {
  return { timezone: shop.timezone, now, speech: speechFor(shop.language) };
}
