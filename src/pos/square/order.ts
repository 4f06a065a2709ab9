import { times } from '../../order/money';
import { kitchenOption, serviceTitle } from '../../order/ticket-text';
import { toUtc } from '../../order/time';
import { kitchenNote, lineNote, openItemName } from '../kitchen-note';
import { guestPhone, type PosItem, type PosOption, type PosOrder, referenceOf } from '../pos-order';
import {
  LENGTHS,
  SOURCE_NAME,
  type SquareLine,
  type SquareModifier,
  type SquareMoney,
  type SquareOrder,
} from './api';

/** What staff call the ticket by: the guest's name and four characters of the reference, printed by Square as the ticket's name. */
export function ticketNumber(reference: string): string {
  return reference.slice(2, 6).toUpperCase();
}

/** An order as Square's CreateOrder takes it (https://developer.squareup.com/docs/orders-api/create-orders), and what did not fit. */
export function toSquareOrder(
  order: PosOrder,
  at: { posLocation: string; settings: Record<string, string | undefined>; collect?: string | null },
): { order: SquareOrder; warnings: string[] } {
  const reference = referenceOf(order, { vendor: 'square', posLocation: at.posLocation });
  const lines = order.items.map((item) => toLine(item, order.currency));
  const note = kitchenNote(order, {
    vendor: 'square',
    max: LENGTHS.pickupNote,
    extra: [at.collect ?? null],
    omit: ['wanted'],
  });
  const money = (amount: number): SquareMoney => ({ amount, currency: order.currency });
  const charges = order.charges.map(({ name, amount }) => ({
    name,
    amount_money: money(amount),
    calculation_phase: 'SUBTOTAL_PHASE' as const,
    taxable: false,
  }));
  const discounts = order.discounts.map(({ name, amount }) => ({
    name,
    type: 'FIXED_AMOUNT' as const,
    amount_money: money(amount),
    scope: 'ORDER' as const,
  }));
  return {
    order: {
      location_id: at.posLocation,
      reference_id: reference,
      ticket_name: `${guestName(order).slice(0, LENGTHS.ticketName - 5)} ${ticketNumber(reference)}`,
      source: { name: SOURCE_NAME },
      line_items: lines.map(({ line }) => line),
      ...(discounts.length > 0 && { discounts }),
      ...(charges.length > 0 && { service_charges: charges }),
      pricing_options: { auto_apply_taxes: true },
      fulfillments: [toFulfillment(order, note.text, at.settings)],
    },
    warnings: [...note.warnings, ...lines.flatMap(({ warnings }) => warnings)],
  };
}

function guestName(order: PosOrder): string {
  return order.customer.name ?? 'Phone guest';
}

/** Square takes whole quantities only, unless the item is sold by weight: half a portion becomes one line that says so. */
function toLine(item: PosItem, currency: string): { line: SquareLine; warnings: string[] } {
  const whole = /^\d+$/.test(item.quantity);
  const quantity = whole ? item.quantity : '1';
  const portion = whole ? '' : `${item.quantity} × `;
  const words = item.pos ? item.options.filter(needsWords).map(kitchenOption) : [];
  const note = lineNote(item, words, { max: LENGTHS.lineNote });
  const modifiers = item.options.map((option) => toModifier(option, currency));
  const what: SquareLine =
    item.pos && whole
      ? { catalog_object_id: item.pos, quantity }
      : {
          name: `${portion}${openItemName(item, LENGTHS.itemName - portion.length)}`,
          quantity,
          base_price_money: { amount: times(item.unit_price ?? 0, whole ? '1' : item.quantity), currency },
        };
  const line = { ...what, ...(note.text && { note: note.text }), ...(modifiers.length > 0 && { modifiers }) };
  return { line, warnings: note.warnings };
}

/** A catalogue modifier only adds: halves, "light" and "on the side" must be said beside it. */
function needsWords(option: PosOption): boolean {
  return isCatalogue(option) && (option.action !== 'add' || option.portion !== 'whole');
}

/** "no onions" never becomes the add-on "Onions": what leaves something out travels as words, free of charge. */
function isCatalogue(option: PosOption): boolean {
  return Boolean(option.pos) && option.action !== 'remove';
}

function toModifier(option: PosOption, currency: string): SquareModifier {
  if (isCatalogue(option) && option.pos)
    return { catalog_object_id: option.pos, quantity: String(option.quantity) };
  const amount = option.action === 'remove' ? 0 : (option.unit_price ?? 0) * option.quantity;
  return {
    name: kitchenOption(option).slice(0, LENGTHS.modifierName),
    base_price_money: { amount, currency },
  };
}

/**
 * Pickup for everything: delivery orders made by API are hidden from sellers without a partnership
 * (https://developer.squareup.com/docs/orders-api/fulfillments), so the address goes into the note unless `delivery_as` says otherwise.
 */
function toFulfillment(
  order: PosOrder,
  note: string,
  settings: Record<string, string | undefined>,
): Record<string, unknown> {
  const phone = guestPhone(order);
  const recipient = {
    display_name: displayName(order).slice(0, LENGTHS.displayName),
    ...(phone && phone.length <= LENGTHS.phone && { phone_number: phone }),
    ...(order.customer.email && { email_address: order.customer.email }),
  };
  const at = order.timing.requested_at;
  const when = at ? { schedule_type: 'SCHEDULED' } : { schedule_type: 'ASAP', prep_time_duration: 'PT20M' };
  if (order.service.type === 'delivery' && settings.delivery_as === 'delivery') {
    return {
      type: 'DELIVERY',
      state: 'PROPOSED',
      delivery_details: {
        recipient: { ...recipient, address: toAddress(order) },
        ...when,
        ...(at && { deliver_at: toUtc(at) }),
        note,
      },
    };
  }
  const curbside = order.service.type === 'curbside' && { is_curbside_pickup: true };
  return {
    type: 'PICKUP',
    state: 'PROPOSED',
    pickup_details: { recipient, ...when, ...(at && { pickup_at: toUtc(at) }), ...curbside, note },
  };
}

function displayName(order: PosOrder): string {
  return order.service.type === 'pickup' ? guestName(order) : `${guestName(order)} (${serviceTitle(order)})`;
}

function toAddress(order: PosOrder): Record<string, string> {
  const { text, street, unit, city, region, postal_code, country } = order.delivery ?? {};
  const fields = {
    address_line_1: street ?? text,
    address_line_2: unit,
    locality: city,
    administrative_district_level_1: region,
    postal_code,
    country,
  };
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => Boolean(field[1])),
  );
}
