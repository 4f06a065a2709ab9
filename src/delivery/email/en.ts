import type { Order, OrderOption } from '../../order/schema';
import { kitchenOption, paymentText, serviceTitle } from '../../order/ticket-text';
import type { LinkAction } from './alert-kinds';
import type { Outcome } from './daily-summary';
import { enAlerts, orders } from './en-alerts';
import { enRehearsal } from './en-rehearsal';

const links: Record<LinkAction, string> = {
  rehearsal: 'Open the rehearsal',
  go_live: 'Go live',
  order: 'Open the order',
  answer: 'Give the answer',
  keyed_in: 'I keyed it in',
  retry: 'Try again',
  seen: 'I have seen this',
  connection: 'Open the connection',
  hook: 'Open the webhooks',
  twin: 'The same or a new one?',
};

const outcomes: Record<Outcome, string> = {
  in_pos: 'in the POS',
  by_hand: 'keyed in by hand',
  scheduled: 'goes out at its time',
  waiting: 'still waiting',
  failed: 'not in the POS',
  cancelled: 'cancelled',
};

/** Everything a mail says in English. */
export const en = {
  newOrder: 'New order',
  keyIn: 'KEY IN BY HAND:',
  service: (order: Order): string => serviceTitle(order),
  option: (option: OrderOption): string => kitchenOption(option),
  payment: (order: Order, total: number | null): string => paymentText(order, total),
  test: 'TEST, DO NOT MAKE',
  allergy: 'ALLERGY',
  asap: 'ASAP',
  wanted: 'Wanted',
  today: 'today',
  notToday: 'NOT TODAY',
  details: 'Order details',
  order: 'Order',
  guest: 'Guest',
  someGuest: 'Guest',
  phone: 'Phone',
  address: 'Address',
  atTheDoor: 'At the door',
  table: 'Table',
  party: 'Party of',
  taken: 'Taken',
  items: 'Items ordered',
  instructions: 'Special instructions',
  tip: 'Tip',
  told: 'TOLD TO GUEST',
  computed: 'Computed, before tax',
  keyInByHand: 'No POS is connected: key this order in by hand.',
  byItself: (pos: string): string =>
    `${pos} gets this order by itself: do not key it in. If it does not arrive, another mail says so.`,
  mayBeThere: (pos: string, reference: string) => ({
    title: `It may be in ${pos} already.`,
    text: `Look for ${reference} in ${pos} before you key it in.`,
  }),
  isNotThere: (pos: string) => ({ title: `It is NOT in ${pos}.`, text: 'Key it in by hand.' }),
  afterwards: 'When it is keyed in',
  stopped:
    'OrderWire has stopped: it does not send this order again by itself, so keying it in cannot double it.',
  reference: 'Reference',
  whatToDo: 'What to do',
  meanwhile: 'What OrderWire does meanwhile',
  why: 'Reason',
  alerts: enAlerts,
  rehearsal: enRehearsal,
  links,
  summaryOf: (day: string): string => `Orders of ${day}`,
  summaryLine: (came: number, open: number): string =>
    open > 0 ? `${orders(came)}, ${open} not in the kitchen` : orders(came),
  noOrders: 'No orders came.',
  allWell: 'Every order reached the kitchen.',
  someMissing: (open: number): string => `${orders(open)} did not reach the kitchen.`,
  ordersCame: 'came',
  notInKitchen: 'not in the kitchen',
  allOrders: 'All orders',
  otherOrders: 'The other orders',
  andMore: (more: number): string => `And ${more} more.`,
  outcomes,
  toldTo: 'Told',
  charged: 'Charged',
  differenceLabel: 'Difference',
  toldButCharged: (told: string, charged: string): string => `told ${told}, charged ${charged}`,
  toldVersusCharged: (count: number): string => `Told and charged, ${orders(count)}`,
  buttonsNote: 'This only opens a page: nothing changes until you press the button there.',
  footer: (shop: string): string => `Sent by OrderWire for ${shop}.`,
};
