import { cookingOf, leadTime } from '../lead-time';
import { spokenClock, spokenDay, spokenMoment } from '../speech/moment';
import { earliestFor, hasRoom, type Opening, openingsAround } from './openings';
import { type Rule, type RuleFacts, speakingOf } from './rule';

/** A caller's clock, and the time it takes to speak, are no reason to refuse. */
const TOLERANCE = 2 * 60_000;

const wantedAtOf = ({ order }: RuleFacts): number | null =>
  order.timing.requested_at === null ? null : Date.parse(order.timing.requested_at);

const openingsOf = ({ order, shop }: RuleFacts, at: number): Opening[] =>
  openingsAround(shop, order.service.type, at);

/** The kitchen must get the ticket by the last order, and the guest the meal while the shop is open. */
export const closed: Rule = (facts) => {
  const { order, shop, takenAt, grace } = facts;
  if (shop.hours.length === 0) return null;
  const cooking = cookingOf(order, shop, takenAt);
  const { wantedAt } = cooking;
  const openings = openingsOf(facts, wantedAt ?? takenAt);
  if (openings.some((opening) => hasRoom(opening, cooking, grace))) return null;
  const { speech } = speakingOf(facts);
  const refusal = wantedAt === null ? speech.closedNow(shop.name) : speech.closedThen(shop.name);
  const next = nextOpening(openings, wantedAt ?? takenAt, facts);
  const path = wantedAt === null ? 'timing' : 'timing.requested_at';
  return { path, say: next ? `${refusal} ${openText(next, facts)}` : refusal };
};

/** What is offered instead: the opening of that evening or that day, also where it ends before the wanted time, else the next. */
function nextOpening(openings: Opening[], at: number, facts: RuleFacts): Opening | undefined {
  const dayOf = (moment: number) => spokenDay(moment, speakingOf(facts));
  const left = openings.filter(({ lastOrder }) => lastOrder >= facts.now);
  const isOpen = ({ open, close }: Opening) => open <= at && at <= close;
  const isThatDay = ({ open }: Opening) => dayOf(open) === dayOf(at);
  return left.find(isOpen) ?? left.find(isThatDay) ?? left.find(({ close }) => close > at);
}

function openText({ open, lastOrder, close }: Opening, facts: RuleFacts): string {
  const speaking = speakingOf(facts);
  const isUntilClose = lastOrder >= close - 1;
  return speaking.speech.open({
    day: spokenDay(open, speaking),
    from: spokenClock(open, speaking),
    to: spokenClock(close, speaking),
    last: isUntilClose ? null : spokenClock(lastOrder, speaking),
  });
}

/** A promised time must leave the kitchen its time, and a delivery its way. */
export const tooSoon: Rule = (facts) => {
  const { order, shop, now } = facts;
  const wantedAt = wantedAtOf(facts);
  const lead = leadTime(order, shop);
  if (wantedAt === null || wantedAt + TOLERANCE >= now + lead) return null;
  const speaking = speakingOf(facts);
  const earliest = earliestFor(openingsOf(facts, now), { now, lead });
  const told = earliest === null ? null : spokenMoment(earliest, speaking);
  const isDelivery = order.service.type === 'delivery';
  return { path: 'timing.requested_at', say: speaking.speech.tooSoon(told, isDelivery) };
};
