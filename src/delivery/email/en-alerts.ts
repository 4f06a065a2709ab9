import type { AlertKind } from '../notices';
import type { AlertText } from './alert-kinds';

export const orders = (count: number) => (count === 1 ? '1 order' : `${count} orders`);

/** What each alert says in English. */
export const enAlerts: Record<AlertKind, AlertText> = {
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
  twin: {
    subject: () => 'The same order, or a new one?',
    wrong: () => 'The same phone ordered the same only a moment ago.',
    meanwhile: () => 'OrderWire has kept this one and waits: it is not sent before somebody decides.',
    todo: () =>
      'Press the button: the same order is dropped, a new one is made. If in doubt, call the guest.',
  },
  line_unknown: {
    subject: () => 'A telephone number takes orders for nobody',
    wrong: ({ pos }) => `Guests reach OrderWire on ${pos}, which belongs to no shop, or to more than one.`,
    meanwhile: () => 'They are asked to call the restaurant. No order is taken on this number.',
    todo: () => 'Write the number into twilio_numbers of the shop it belongs to, and of no other.',
  },
  caller_hung_up: {
    subject: () => 'A caller hung up before confirming: call back?',
    wrong: ({ pos }) =>
      `${pos || 'A caller who hides the number'} heard the order read back and hung up before saying yes.`,
    meanwhile: () => 'Nothing was ordered, and nothing goes to the kitchen.',
    todo: () => 'See whether the same guest has ordered since. If not, call back and take the order.',
  },
};
