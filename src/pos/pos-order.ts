import type { Menu } from '../menu/schema';
import { toE164 } from '../order/phone';
import { ticketReference } from '../order/reference';
import type { Order, OrderItem, OrderOption } from '../order/schema';
import { PosError } from './errors';

/** An option on its way to one vendor. `pos` is that vendor's own id, absent where the menu has none: then its words must travel. */
export type PosOption = OrderOption & {
  pos?: string | null;
  /** The menu's name for it says the action already ("No Onions", "Extra Cheese"): choosing it is all there is to do. */
  says_action?: boolean;
};

/** A line on its way to one vendor. `check` marks words that matched nothing: staff must look. */
export type PosItem = Omit<OrderItem, 'options'> & {
  options: PosOption[];
  pos?: string | null;
  check?: boolean;
  /** Vendor ids of the options that are on the dish by default and that nobody spoke of. */
  defaults?: string[];
};

/** An order as adapters take it. A plain `Order` is one too: all its lines then travel as words. */
export type PosOrder = Omit<Order, 'items'> & {
  items: PosItem[];
  /** The shop's IANA zone, for times printed on the ticket. */
  timezone?: string;
  /** The shop's country, for phone numbers said without a prefix. */
  country?: string;
  /** Where known: what the vendor's option groups demand. */
  menu?: Menu;
  /** Behind the reference: `-r2` sent again after a proved refusal, `-c1` a change ticket, `-x` a cancel ticket. */
  reference_suffix?: string;
};

/** The reference of this order at this POS location (see `ticketReference`). */
export function referenceOf(
  order: Pick<PosOrder, 'external_ref' | 'reference_suffix'>,
  at: { vendor: string; posLocation: string },
): string {
  if (!order.external_ref) {
    throw new PosError(
      'rejected',
      at.vendor,
      'The order has no reference. Give it one (external_ref), so that a repeat finds the first ticket.',
    );
  }
  const reference = ticketReference({ pos_location: at.posLocation, external_ref: order.external_ref });
  return `${reference}${order.reference_suffix ?? ''}`;
}

/** The zone to print times in: the shop's, else the offset that the order's own time carries. */
export function zoneOf(order: PosOrder): string {
  return order.timezone ?? /[+-]\d{2}:\d{2}$/.exec(order.timing.requested_at ?? '')?.[0] ?? 'UTC';
}

/** The guest's number in E.164, null where there is none or it is no possible number (its words are on the ticket all the same). */
export function guestPhone(order: PosOrder): string | null {
  return order.customer.phone ? toE164(order.customer.phone, order.country ?? 'US') : null;
}
