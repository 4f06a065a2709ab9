import { spokenMoney } from '../money';
import { pauseOf, pauseSentence } from '../pause';
import { placeOf } from './delivery-area';
import { closed, tooSoon } from './hours-rules';
import { type BrokenRule, RULE_CODES, type Rule, type RuleCode, type RuleFacts, speakingOf } from './rule';

/** Asked while the guest is on the line, or when an order is about to be sent. */
export type RuleMoment = 'call' | 'send';

const isDelivery = ({ order }: RuleFacts) => order.service.type === 'delivery';

const paused: Rule = ({ shop, now }) => {
  const pause = pauseOf(shop, now);
  return pause ? { path: 'location_id', say: pauseSentence(shop, pause, now) } : null;
};

const outOfArea: Rule = (facts) => {
  const { order, shop } = facts;
  if (!isDelivery(facts) || placeOf(order.delivery, shop.delivery.postal_codes) !== 'outside') return null;
  return { path: 'delivery.postal_code', say: speakingOf(facts).speech.outOfArea };
};

const belowMinimum: Rule = (facts) => {
  const { order, shop, value } = facts;
  const { minimum } = shop.delivery;
  if (!isDelivery(facts) || value === null || value >= minimum) return null;
  const told = (amount: number) => spokenMoney(amount, order.currency);
  return { path: 'items', say: speakingOf(facts).speech.belowMinimum(told(minimum), told(value)) };
};

/**
 * Every rule a shop has, and when it is asked. A pause does not stop what was accepted before it; and once a time has been
 * promised, waiting for a person would only make the meal later.
 */
export const RULES: Record<RuleCode, { rule: Rule; moments: RuleMoment[] }> = {
  paused: { rule: paused, moments: ['call'] },
  closed: { rule: closed, moments: ['call', 'send'] },
  too_soon: { rule: tooSoon, moments: ['call'] },
  out_of_area: { rule: outOfArea, moments: ['call', 'send'] },
  below_min: { rule: belowMinimum, moments: ['call', 'send'] },
};

/** The rules of its shop that an order breaks, each with a sentence to speak. */
export function brokenRules(facts: RuleFacts, moment: RuleMoment): BrokenRule[] {
  return RULE_CODES.flatMap((code) => {
    const { rule, moments } = RULES[code];
    const broken = moments.includes(moment) ? rule(facts) : null;
    return broken ? [{ ...broken, code }] : [];
  });
}
