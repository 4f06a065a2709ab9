import { toInstant } from '../instant';
import { asList, asObject, asText, type Json } from '../json';
import { lookUp } from '../look-up';
import type { SeenOrder, SeenStatus } from '../webhook';
import { toMinor } from './api';
import { isInKitchen, isJoined, isVoided, linesOf, referenceIn, totalOf } from './placed';

/** https://doc.toasttab.com/doc/devguide/apiGuestOrderFulfillmentStatusWebhook.html, read 2026-11-24. */
export const GUEST_STATUSES: Record<string, SeenStatus> = {
  RECEIVED: 'accepted',
  IN_PREPARATION: 'in_preparation',
  READY_FOR_PICKUP: 'ready',
  CLOSED: 'completed',
  VOIDED: 'cancelled',
};

/** https://doc.toasttab.com/openapi/orders/tag/Data-definitions/schema/Order, read 2026-11-24. All but the last: Toast has it. */
export const APPROVALS: Record<string, SeenStatus> = {
  NEEDS_APPROVAL: 'accepted',
  APPROVED: 'accepted',
  FUTURE: 'accepted',
  NOT_APPROVED: 'rejected',
};

/** How far an order is; null where Toast says it in a word we do not know, or has joined it to another order. */
export function statusOf(placed: Json): SeenStatus | null {
  if (isVoided(placed)) return 'cancelled';
  if (isJoined(placed)) return null;
  const { approvalStatus, guestOrderStatus } = placed;
  const [approval, guest] = [lookUp(APPROVALS, approvalStatus), lookUp(GUEST_STATUSES, guestOrderStatus)];
  if ((asText(approvalStatus) && !approval) || (asText(guestOrderStatus) && !guest)) return null;
  return approval === 'rejected' ? approval : (guest ?? approval ?? null);
}

/** Toast names no currency with an order; wherever it is sold, money has two decimals. */
const TWO_DECIMALS = 'USD';

/** A Toast order as we tell of it; undefined where `statusOf` knows none. */
export function toSeenOrder(placed: Json): SeenOrder | undefined {
  const [pos_order_id, status] = [asText(placed.guid), statusOf(placed)];
  const [placedAt, changedAt] = [placed.createdDate, placed.modifiedDate].map(toInstant);
  const at = changedAt ?? placedAt;
  if (!pos_order_id || !status || !at) return undefined;
  const [check = {}] = asList(placed.checks);
  return {
    pos_order_id,
    reference: referenceIn(placed),
    ticket_number: asText(placed.displayNumber) ?? asText(check.displayNumber) ?? null,
    status,
    at,
    pos_total: totalOf(placed, TWO_DECIMALS),
    currency: null,
    kitchen_confirmed: isInKitchen(placed),
    placed_at: placedAt ?? null,
    customer_name: nameIn(check),
    service_type: serviceOf(placed),
    items: linesOf(placed)
      .filter((line) => line.voided !== true)
      .map(toSeenItem),
  };
}

/** The guest, else what staff called the tab. */
function nameIn(check: Json): string | null {
  const { firstName, lastName } = asObject(check.customer);
  const name = [asText(firstName), asText(lastName)].filter(Boolean).join(' ');
  return name || (asText(check.tabName) ?? null);
}

/** Of the dining option an order carries only the GUID: what else it holds tells, or nothing does. */
function serviceOf(placed: Json): SeenOrder['service_type'] {
  if (asText(asObject(placed.deliveryInfo).address1)) return 'delivery';
  if (Object.keys(asObject(placed.curbsidePickupInfo)).length > 0) return 'curbside';
  return asText(asObject(placed.table).guid) ? 'dine_in' : null;
}

function toSeenItem(line: Json): SeenOrder['items'][number] {
  const modifiers = asList(line.modifiers).filter((one) => one.voided !== true);
  const words = modifiers.filter(isWords).map(({ displayName }) => asText(displayName));
  return {
    name: asText(line.displayName) ?? 'Item',
    quantity: asText(line.quantity) ?? '1',
    unit_price: toMinor(line.receiptLinePrice, TWO_DECIMALS),
    options: modifiers.filter((one) => !isWords(one)).map((one) => asText(one.displayName) ?? 'option'),
    notes: words.filter(Boolean).join('; ') || null,
  };
}

const isWords = ({ selectionType }: Json): boolean => selectionType === 'SPECIAL_REQUEST';
