/** Words that a menu puts before the name of a group: "Choose your Crust". */
const CHOOSING = /^(?:please )?(?:choose|select|pick)(?: an?| your| the| one)*(?: of)? /i;
/** More than these are not read out. */
const MOST_READ_OUT = 6;

/** "Thin, Pan or Stuffed". */
const oneOf = (names: string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
const readOut = (names: string[]): string =>
  names.length > 0 && names.length <= MOST_READ_OUT ? `: ${oneOf(names)}` : '';
const named = (group: string): string => group.replace(CHOOSING, '').toLowerCase();

type Missing = { dish: string; group: string; least: number; choices: string[] };

/** Everything said to a guest at call time, in English. Times, days and amounts come as words already. */
export const en = {
  locale: 'en-US',
  today: 'today',
  tomorrow: 'tomorrow',
  onDay: (day: string): string => `on ${day}`,

  which: ({ dish, group, least, choices }: Missing): string =>
    least > 1
      ? `Which ${least} of the ${named(group)} would you like with the ${dish}${readOut(choices)}?`
      : `Which ${named(group)} would you like for the ${dish}${readOut(choices)}?`,
  size: 'size',
  tooMany: (dish: string, group: string, most: number): string =>
    `The ${dish} takes at most ${most} of the ${named(group)}. Which would you like?`,
  whichDish: (choices: string[]): string => `Did you mean ${oneOf(choices)}?`,
  whichMoment: (choices: string[]): string =>
    choices.length > 0 ? `Do you mean ${oneOf(choices)}?` : 'For what time would you like it?',
  whichTime: (day: string | null): string => (day === null ? 'At what time?' : `At what time ${day}?`),
  whichAddress: 'What is the address for the delivery?',
  whichPostalCode: 'What is the postal code of that address?',

  unknownDish: (said: string, nearest: string[]): string =>
    `We have no ${said}.${nearest.length > 0 ? ` Did you mean ${oneOf(nearest)}?` : ''}`,
  soldOut: (dish: string, others: string[]): string =>
    `${dish} is sold out.${others.length > 0 ? ` Would you like ${oneOf(others)} instead?` : ''}`,
  notServed: (
    dish: string,
    when: { day: string; from: string; to: string } | null,
    others: string[],
  ): string =>
    [
      when ? `We serve ${dish} ${when.day} from ${when.from} to ${when.to}.` : `${dish} is not served then.`,
      ...(others.length > 0 ? [`Would you like ${oneOf(others)} instead?`] : []),
    ].join(' '),

  paused: (shop: string, after: string | null): string =>
    `${shop} is not taking orders right now. Please try again ${after === null ? 'later' : `after ${after}`}.`,
  closedNow: (shop: string): string => `${shop} is closed right now.`,
  closedThen: (shop: string): string => `${shop} cannot take an order for that time.`,
  open: ({ day, from, to, last }: { day: string; from: string; to: string; last: string | null }): string =>
    `We are open ${day} from ${from} to ${to}${last === null ? '' : `, with last orders at ${last}`}.`,
  tooSoon: (earliest: string | null, isDelivery: boolean): string =>
    earliest === null
      ? 'That is too soon.'
      : `That is too soon. The earliest ${isDelivery ? 'it can be delivered' : 'it can be ready'} is ${earliest}.`,
  outOfArea: 'We do not deliver to that postal code. Would you like to pick it up instead?',
  belowMinimum: (minimum: string, value: string): string =>
    `The minimum for a delivery is ${minimum}, and this comes to ${value}.`,

  total: (amount: string, isBeforeTax: boolean): string =>
    `That is ${amount}${isBeforeTax ? ' plus tax' : ''}.`,
  noTotal: 'The restaurant will tell you the total.',
};
