import { serviceTitle, wantedText } from '../../order/ticket-text';
import { toUtc } from '../../order/time';
import { fitText } from '../fit-text';
import { kitchenNote } from '../kitchen-note';
import { guestPhone, type PosOrder, referenceOf, zoneOf } from '../pos-order';
import { LENGTHS, SOURCE_NAME, type SquareMoney, type SquareOrder } from './api';
import { toLine } from './lines';

type Place = {
  posLocation: string;
  settings: Record<string, string | undefined>;
  /** The moment of sending, where it is known. */
  now?: string;
  /** What the ticket says about money still owed. */
  collect?: string | null;
};

/** What staff call the ticket by: the guest's name and four characters of the reference, printed by Square as the ticket's name. */
export function ticketNumber(reference: string): string {
  return reference.slice(2, 6).toUpperCase();
}

/** An order as Square's CreateOrder takes it (https://developer.squareup.com/docs/orders-api/create-orders), and what did not fit. */
export function toSquareOrder(order: PosOrder, at: Place): { order: SquareOrder; warnings: string[] } {
  const reference = referenceOf(order, { vendor: 'square', posLocation: at.posLocation });
  const lines = order.items.map((item) => toLine(item, order));
  const wanted = pickupTime(order, at);
  const note = kitchenNote(order, {
    vendor: 'square',
    max: LENGTHS.pickupNote,
    extra: [at.collect ?? null],
    // Square shows a pickup time; words ("around seven") and a time that has passed have no field.
    omit: wanted || wantedText(order, zoneOf(order)) === 'ASAP' ? ['wanted'] : [],
  });
  const asDelivery = order.service.type === 'delivery' && at.settings.delivery_as === 'delivery';
  return {
    order: {
      location_id: at.posLocation,
      reference_id: reference,
      ticket_name: `${fitText(guestName(order), LENGTHS.ticketName - 5)} ${ticketNumber(reference)}`,
      source: { name: SOURCE_NAME },
      line_items: lines.map(({ line }) => line),
      ...toAdjustments(order),
      pricing_options: { auto_apply_taxes: true },
      fulfillments: [toFulfillment(order, { note: note.text, wanted, asDelivery })],
    },
    warnings: [
      ...note.warnings,
      ...lines.flatMap(({ warnings }) => warnings),
      ...(asDelivery ? [PARTNERS_ONLY] : []),
    ],
  };
}

/** Fees and discounts as the order names them; Square distributes them and adds the shop's own taxes to the lines. */
function toAdjustments(order: PosOrder): Pick<SquareOrder, 'discounts' | 'service_charges'> {
  const money = (amount: number): SquareMoney => ({ amount, currency: order.currency });
  const discounts = order.discounts.map(({ name, amount }) => ({
    name,
    type: 'FIXED_AMOUNT' as const,
    amount_money: money(amount),
    scope: 'ORDER' as const,
  }));
  const service_charges = order.charges.map(({ name, amount }) => ({
    name,
    amount_money: money(amount),
    calculation_phase: 'SUBTOTAL_PHASE' as const,
    taxable: false,
  }));
  return {
    ...(discounts.length > 0 && { discounts }),
    ...(service_charges.length > 0 && { service_charges }),
  };
}

const PARTNERS_ONLY =
  'Sent as a delivery order: Square shows those only where its partner agreement covers this application.';

/** The wanted time where it is still to come: Square refuses one that has passed, and the food is wanted all the same. */
function pickupTime({ timing: { requested_at } }: PosOrder, { now }: Place): string | null {
  if (!requested_at || (now && Date.parse(requested_at) <= Date.parse(now))) return null;
  return toUtc(requested_at);
}

function guestName(order: PosOrder): string {
  return order.customer.name ?? 'Phone guest';
}

/**
 * Pickup for everything: delivery orders made by API are hidden from sellers without a partnership
 * (https://developer.squareup.com/docs/orders-api/fulfillments), so the address goes into the note unless `delivery_as` says otherwise.
 */
function toFulfillment(
  order: PosOrder,
  { note, wanted, asDelivery }: { note: string; wanted: string | null; asDelivery: boolean },
): Record<string, unknown> {
  const phone = guestPhone(order);
  const recipient = {
    display_name: fitText(displayName(order), LENGTHS.displayName),
    ...(phone && phone.length <= LENGTHS.phone && { phone_number: phone }),
    ...(order.customer.email && { email_address: order.customer.email }),
  };
  const when = wanted
    ? { schedule_type: 'SCHEDULED' }
    : { schedule_type: 'ASAP', prep_time_duration: 'PT20M' };
  if (asDelivery) {
    const address = toAddress(order);
    const delivery_details = {
      recipient: { ...recipient, address },
      ...when,
      ...(wanted && { deliver_at: wanted }),
      note,
    };
    return { type: 'DELIVERY', state: 'PROPOSED', delivery_details };
  }
  const curbside = order.service.type === 'curbside' && { is_curbside_pickup: true };
  const pickup_details = { recipient, ...when, ...(wanted && { pickup_at: wanted }), ...curbside, note };
  return { type: 'PICKUP', state: 'PROPOSED', pickup_details };
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
