import type { Order, OrderOption } from '../../order/schema';
import { kitchenOption, paymentText, serviceTitle } from '../../order/ticket-text';
import type { AlertKind } from '../notices';
import type { AlertText, LinkAction } from './alert-kinds';
import type { Outcome } from './daily-summary';

const orders = (count: number) => (count === 1 ? '1 order' : `${count} orders`);

const alerts: Record<AlertKind, AlertText> = {
  undelivered: {
    subject: ({ pos }) => `Not in ${pos} yet`,
    wrong: ({ pos }) => `This order is not in ${pos} yet.`,
    meanwhile: ({ until }) =>
      `OrderWire keeps trying.${until ? ` If it has not succeeded by ${until}, the ticket to key in by hand comes by e-mail.` : ''}`,
    todo: ({ pos }) =>
      `Do not key it in yet: it may still arrive by itself. See that ${pos} and its internet connection are on.`,
  },
  held: {
    subject: () => 'One question first',
    wrong: ({ pos }) => `Nothing has been sent to ${pos}: something must be asked first.`,
    meanwhile: ({ until }) =>
      `OrderWire waits for the answer.${until ? ` If there is none by ${until}, the ticket to key in by hand comes by e-mail.` : ''}`,
    todo: () =>
      'Ask the guest. Then key the order in by hand and press "I keyed it in"; or, once the reason is set right, press "Try again".',
  },
  refused: {
    subject: ({ pos }) => `${pos} refused the order`,
    wrong: ({ pos }) => `${pos} does not take this order.`,
    meanwhile: () =>
      'OrderWire sends it in a simpler form where it can. Otherwise the ticket to key in by hand comes by e-mail.',
    todo: ({ pos }) =>
      `Look at the reason below: most often something in the menu of ${pos} must be set right.`,
  },
  unseen: {
    subject: ({ pos }) => `In ${pos}, but has the kitchen seen it?`,
    wrong: ({ pos, ticket }) =>
      `${pos} has this order${ticket ? ` as ticket ${ticket}` : ''}, but nothing shows that the kitchen has seen it.`,
    meanwhile: ({ pos }) => `OrderWire goes on asking ${pos}. It sends nothing again.`,
    todo: () => 'See that the ticket was printed. Do NOT key it in: it would be cooked twice.',
  },
  cancelled_after_sending: {
    subject: () => 'STOP, cancelled',
    wrong: ({ pos, ticket }) =>
      `The guest cancelled, and ${pos} could not be told${ticket ? ` (ticket ${ticket})` : ''}.`,
    meanwhile: () => 'OrderWire can do nothing more about this order, and never moves money.',
    todo: ({ pos }) =>
      `Tell the kitchen not to make it, and void the ticket in ${pos}. If it is paid, refund it there.`,
  },
  changed_after_sending: {
    subject: () => 'Call the kitchen, changed',
    wrong: ({ pos, ticket }) =>
      `The order was changed, and ${pos} could not be told${ticket ? ` (ticket ${ticket})` : ''}.`,
    meanwhile: () => 'OrderWire has kept the change, and sends nothing again.',
    todo: ({ pos }) => `Tell the kitchen what is listed above, and change the ticket in ${pos}.`,
  },
  late: {
    subject: ({ pos }) => `Now in ${pos} after all`,
    wrong: ({ pos, ticket }) =>
      `${pos} did get this order after all${ticket ? `, as ticket ${ticket}` : ''}.`,
    meanwhile: () => 'OrderWire sends nothing more for this order.',
    todo: () => 'If somebody keyed it in by hand, void one of the two tickets, or it is cooked twice.',
  },
  price_gap: {
    subject: () => 'The price differs',
    wrong: ({ pos }) => `${pos} charges another price than the guest was told.`,
    meanwhile: () => 'The order goes its way; OrderWire changes no price.',
    todo: ({ pos }) => `Decide what the guest pays, and set the price right in ${pos} or in the menu.`,
  },
  destination_blocked: {
    subject: ({ pos }) => `${pos} lets no order in`,
    wrong: ({ pos }) => `${pos} no longer accepts OrderWire's access.`,
    meanwhile: ({ waiting }) =>
      `${waiting > 0 ? `${orders(waiting)} waiting. ` : ''}OrderWire asks again every few minutes and then sends what waits. What runs out of time comes as a ticket by e-mail.`,
    todo: ({ pos }) => `Connect ${pos} again, with credentials that may create orders.`,
  },
  hook_disabled: {
    subject: () => 'A webhook was switched off',
    wrong: ({ pos }) => `The webhook ${pos} no longer answers and was switched off.`,
    meanwhile: () => 'Orders still go to the POS. Only this address hears nothing more.',
    todo: () => 'If you still use it, switch the Zap or scenario on again, or register the address anew.',
  },
  menu_changed: {
    subject: () => 'The menu changed under orders that wait',
    wrong: ({ waiting }) => `The new menu concerns ${orders(waiting)} still to be sent.`,
    meanwhile: () =>
      'OrderWire sends each at its hour. What is not clear or sold out then is held, and you are asked.',
    todo: () => 'Go through the lines above: call the guest and change the order, or set the menu right.',
  },
  call_left_out: {
    subject: () => 'A phone order needs you',
    wrong: ({ pos }) => `The call ${pos} wrote an order that OrderWire could not take over.`,
    meanwhile: () =>
      'Nothing of it has been sent. A call that only lacks its shop is taken once that is set.',
    todo: () => "Look the call up in the receptionist's own list, and see that the kitchen knows of it.",
  },
};

const links: Record<LinkAction, string> = {
  order: 'Open the order',
  answer: 'Give the answer',
  keyed_in: 'I keyed it in',
  retry: 'Try again',
  seen: 'I have seen this',
  connection: 'Open the connection',
  hook: 'Open the webhooks',
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
  alerts,
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
