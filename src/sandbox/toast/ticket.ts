import { SEED_RESTAURANT } from '../seed-menu';
import type { KitchenLine, KitchenTicket } from '../simulator';
import { type ItemSelection, omittedDefaults, type ToastModifier, type ToastOrder } from './order';
import { nameWith } from './pre-modifiers';
import { type PricedLine, totalOf } from './price';
import { firedAt, firesAt, isPaid, type Kitchen, type StoredOrder, stepTo } from './stored-order';

/** An order as the staff of this restaurant see it at a given time. */
export function kitchenTicket(stored: StoredOrder, kitchen: Kitchen): KitchenTicket {
  const { order, checks } = stored;
  const fired = firedAt(stored, kitchen) !== null;
  const voided = stepTo(stored, 'VOIDED') !== undefined;
  const customer = order.checks[0]?.customer;
  const hidden = whyHidden(stored, kitchen);
  return {
    vendor: 'toast',
    id: stored.guid,
    ticket_number: order.checks[0]?.displayNumber ?? stored.displayNumber,
    reference: order.externalId,
    visible: hidden === null,
    hidden_because: hidden,
    voided,
    title: order.checks[0]?.tabName ?? null,
    service: service(order),
    requested_at: order.promisedDate?.toISOString() ?? null,
    customer: customer ? `${customer.firstName} ${customer.lastName}` : null,
    lines: checks.flatMap((check) => check.lines.map(kitchenLine)),
    notes: notesOf(stored, kitchen),
    charges: order.checks.flatMap((check) =>
      check.charges.map(({ charge, amount }) => ({ name: charge.name, amount })),
    ),
    discounts: checks.flatMap(({ check, discount }) =>
      check.discount ? [{ name: check.discount.discount.name, amount: discount }] : [],
    ),
    tip: order.checks.flatMap((check) => check.payments).reduce((sum, payment) => sum + payment.tip, 0),
    total: totalOf(checks),
    currency: SEED_RESTAURANT.currency,
    payment: checks.every(isPaid) ? 'paid' : 'unpaid',
    // The void prints a ticket of its own, marked VOIDED.
    printed: (fired ? 1 : 0) + (voided ? 1 : 0),
    created_at: stored.createdAt.toISOString(),
  };
}

/** A scheduled order is in sight from the start, as a future order; without an auto-firing device no order reaches the kitchen. */
function whyHidden(stored: StoredOrder, kitchen: Kitchen): string | null {
  const voided = stepTo(stored, 'VOIDED');
  if (voided)
    return `Voided ${voided.by === 'api' ? 'through the API' : 'by staff'}: a VOIDED ticket was printed. Send a new order, under a new externalId, if the food is still wanted.`;
  if (!firedAt(stored, kitchen) && firesAt(stored) <= kitchen.now)
    return 'No device of this restaurant fires orders automatically: set one up as an auto-firing device in Toast Web.';
  return null;
}

function service({ diningOption }: ToastOrder): KitchenTicket['service'] {
  if (diningOption.curbside) return 'curbside';
  return ({ DINE_IN: 'dine_in', TAKE_OUT: 'pickup', DELIVERY: 'delivery' } as const)[diningOption.behavior];
}

function kitchenLine({ selection, gross }: PricedLine): KitchenLine {
  return {
    quantity: String(selection.quantity),
    name: selection.item.name,
    options: optionTexts(selection),
    note: requestTexts(selection.modifiers).join('; ') || null,
    total: gross,
  };
}

/** What was chosen, twice-chosen things once with their count, then the defaults that were left out. */
function optionTexts(selection: ItemSelection): string[] {
  const texts = textsOf(selection.modifiers);
  const counted = [...new Set(texts)].map((text) => {
    const count = texts.filter((one) => one === text).length;
    return count > 1 ? `${text} ×${count}` : text;
  });
  return [...counted, ...omittedDefaults(selection).map((option) => `NO ${option.name}`)];
}

function textsOf(modifiers: ToastModifier[]): string[] {
  return modifiers.flatMap((modifier) => {
    if (modifier.kind === 'request') return [];
    if (modifier.kind === 'portion')
      return textsOf(modifier.modifiers).map((text) => `${modifier.portion.name}: ${text}`);
    const words = modifier.requests.map((request) => ` (${request.text})`).join('');
    return [`${nameWith(modifier.preModifier, modifier.option.name)}${words}`];
  });
}

function requestTexts(modifiers: ToastModifier[]): string[] {
  return modifiers.flatMap((modifier) => {
    if (modifier.kind === 'request') return [modifier.text];
    if (modifier.kind === 'option') return [];
    return requestTexts(modifier.modifiers).map((text) => `${modifier.portion.name}: ${text}`);
  });
}

function notesOf(stored: StoredOrder, kitchen: Kitchen): string[] {
  const { order, checks } = stored;
  const said = (parts: (string | null)[]) => parts.filter((part) => part !== null && part !== '').join(', ');
  const { delivery, curbside } = order;
  const requests = order.checks
    .flatMap((check) => check.selections)
    .flatMap((one) => (one.kind === 'request' ? [one] : []));
  return [
    ...(firesAt(stored) > kitchen.now && !firedAt(stored, kitchen)
      ? [`FUTURE: goes to the kitchen by itself at ${firesAt(stored).toISOString()}`]
      : []),
    ...requests.map(({ text }) => `${text} (not shown on a kitchen display)`),
    ...(delivery && order.diningOption.behavior === 'DELIVERY'
      ? [
          said([
            delivery.address1,
            delivery.address2,
            delivery.city,
            `${delivery.state} ${delivery.zipCode}`,
          ]),
          ...(delivery.notes ? [delivery.notes] : []),
        ]
      : []),
    ...(curbside && order.diningOption.curbside
      ? [`Curbside: ${said([curbside.transportDescription, curbside.transportColor, curbside.notes])}`]
      : []),
    ...checks.flatMap((check) =>
      check.check.payments.length > 0 && !isPaid(check)
        ? ['The payment differs from the total of the check: settle the difference with the guest']
        : [],
    ),
  ];
}
