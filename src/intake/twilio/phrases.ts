/** Everything that a line says by itself, for reading or for listening. A language is one dictionary; these are the English ones. */
const both = {
  notOnMenu: (said: string) => `"${said}" is not on our menu.`,
  service: 'Is that for pickup or delivery?',
  address: 'Where should we deliver it? Street and number, please.',
  nothingLeft: 'There is nothing left in your order. What would you like?',
  noCards: 'Please never send card numbers: you pay when you get your food. Tell me the order without it.',
  dropped: 'All right, nothing was ordered.',
  again: 'What would you like instead? Tell me the whole order again.',
  late: 'That order was too long ago and has lapsed. Please tell me again what you would like.',
  nothingToConfirm: 'There is no order waiting for a yes. What would you like to order?',
  pay: { pickup: 'Pay when you pick it up.', other: 'Pay when it comes.' },
  noOrder: 'I find no order from this number today.',
  notNow: 'We cannot take orders by phone right now.',
  unknownNumber: 'Sorry, this number takes no orders. Please call the restaurant.',
};

const sms = {
  ...both,
  welcome: (name: string) =>
    `Hi, this is ${name}. Text me your order, like "2 large pepperoni, one without onions, and a coke".`,
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

const voice: typeof sms = {
  ...both,
  welcome: (name) => `Hi, this is ${name}. What would you like to order?`,
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

export type Phrases = typeof sms;
export type Channel = 'sms' | 'voice';

export const phrasesOf: Record<Channel, Phrases> = { sms, voice };
