import { optionPhrase } from '../../../order/option-text';
import type { OrderOption, ServiceType } from '../../../order/schema';
import type { OrderStatus } from '../../../order/status';
import type { Doubt } from '../draft';

type NamedOption = Pick<OrderOption, 'name' | 'action' | 'portion' | 'quantity'>;

const SERVICES: Record<ServiceType, string> = {
  pickup: 'Pickup.',
  delivery: 'Delivery.',
  dine_in: 'To eat here.',
  curbside: 'Curbside pickup.',
};
const STATUSES: Record<OrderStatus, string> = {
  held: 'is being checked by the restaurant',
  received: 'is in, and goes to the kitchen now',
  scheduled: 'is booked, and goes to the kitchen in time',
  sent: 'is with the kitchen',
  accepted: 'is with the kitchen',
  in_preparation: 'is being made',
  ready: 'is ready',
  out_for_delivery: 'is on its way',
  completed: 'is done',
  rejected: 'could not be made: please call the restaurant',
  cancelled: 'was cancelled',
  expired: 'has lapsed: please call the restaurant',
};

const both = {
  notOnMenu: (said: string) => `"${said}" is not on our menu.`,
  doubt: ({ question }: Doubt) => question,
  option: (option: NamedOption) => optionPhrase(option),
  service: 'Is that for pickup or delivery?',
  address: 'Where should we deliver it? Street and number, please.',
  time: 'For what time would you like it?',
  nothingLeft: 'There is nothing left in your order. What would you like?',
  noCards: 'Please never send card numbers: you pay when you get your food. Tell me the order without it.',
  dropped: 'All right, nothing was ordered.',
  again: 'What would you like instead? Tell me the whole order again.',
  late: 'That order was too long ago and has lapsed. Please tell me again what you would like.',
  nothingToConfirm: 'There is no order waiting for a yes. What would you like to order?',
  pay: { pickup: 'Pay when you pick it up.', other: 'Pay when it comes.' },
  services: SERVICES,
  deliveryTo: (address: string) => `Delivery to ${address}.`,
  wantedAt: (moment: string) => `For ${moment}.`,
  wantedAsSaid: (said: string) => `Wanted: ${said}.`,
  allergy: (said: string) => `Allergy: ${said}.`,
  also: (said: string) => `Note: ${said}.`,
  noOrder: 'I find no order from this number today.',
  status: (number: string, status: OrderStatus) => `Order #${number} ${STATUSES[status]}.`,
  unknownNumber: 'Sorry, this number takes no orders. Please call the restaurant.',
};

const sms = {
  ...both,
  welcome: (name: string) =>
    `Hi, this is ${name}. Text me your order, like "2 large pepperoni, one without onions, and a coke".`,
  help: (name: string, phone: string | null) =>
    `${name}: text me your order in plain words, or STATUS to see how it stands.${phone === null ? '' : ` Or call us at ${phone}.`}`,
  instead: 'What would you like instead? Or reply SKIP to leave it out.',
  addOrNew: 'Shall I add that to your order, or start over with it? Reply ADD or NEW.',
  readBack: (lines: string[]) => `Your order: ${lines.join('; ')}.`,
  confirm: 'Reply YES to order, NO to drop it, or tell me what to change.',
  misheard: 'Sorry, I did not get that.',
  callUs: (phone: string | null) => (phone === null ? '' : `Or call us at ${phone}.`),
  taken: (number: string) => `Thank you! Order #${number} is in.`,
  held: (number: string) =>
    `Thank you! We have your order as #${number}; the restaurant looks at it and calls you if anything is open.`,
  onlyWords: 'I can only read words, not pictures. Text me your order, please.',
  human: (phone: string | null) =>
    phone === null ? 'Please call the restaurant.' : `Please call us at ${phone}.`,
  changed: (phone: string | null) =>
    `That order is in already. To change it, please call us${phone === null ? '' : ` at ${phone}`}.`,
  bye: '',
  nobody: 'Sorry, something went wrong and your order was not taken. Please try again in a while.',
};

/** Everything that the line says by itself, for reading or for listening. */
export type Phrases = typeof sms;

const voice: Phrases = {
  ...both,
  welcome: (name) => `Hi, this is ${name}. What would you like to order?`,
  help: (name) => `This is ${name}. Tell me in plain words what you would like to order.`,
  instead: 'What would you like instead? Or say skip to leave it out.',
  addOrNew: 'Shall I add that to your order, or start over with it?',
  readBack: (lines) => `I have: ${lines.join('. ')}.`,
  confirm: 'Shall I place the order?',
  misheard: 'Sorry, I did not catch that.',
  callUs: () => '',
  taken: (number) => `Thank you. Your order number is ${number}.`,
  held: (number) =>
    `Thank you. Your order number is ${number}. The restaurant looks at it and calls you if anything is open.`,
  onlyWords: 'Sorry, I did not hear anything.',
  human: () => 'One moment, I will connect you.',
  changed: () => 'That order is in already. One moment, I will connect you.',
  bye: 'Goodbye.',
  nobody: 'Sorry, I could not take your order. Please call again later.',
};

/** The line in English. */
export const en = { sms, voice };
