import { checkDocument } from './check-document';
import { toTimestamp } from './dates';
import { type CheckContext, reference } from './document-context';
import { guid } from './guid';
import {
  businessDateOf,
  changedAt,
  firedAt,
  firesAt,
  fulfilledAt,
  type Kitchen,
  type StoredOrder,
  statusOf,
  stepTo,
} from './stored-order';

/** How an order looks at three moments: priced only, just posted (not yet fired), and read back later. */
export type Moment = { stage: 'priced' } | { stage: 'posted' } | ({ stage: 'read' } & Kitchen);

/** An order as Toast's API writes it. What was only priced has no GUIDs. */
export function orderDocument(stored: StoredOrder, moment: Moment) {
  const { order, createdAt } = stored;
  const voidedAt = stepTo(stored, 'VOIDED')?.at ?? null;
  const closedAt = stepTo(stored, 'CLOSED')?.at;
  const kept = moment.stage !== 'priced';
  const kitchen = moment.stage === 'read' ? moment : { now: createdAt, fires: false };
  const context: CheckContext = {
    id: (kind, path) => (kept ? guid(kind, `${stored.guid} ${path}`) : null),
    orderGuid: kept ? stored.guid : null,
    createdAt: kept ? toTimestamp(createdAt) : null,
    openedAt: toTimestamp(order.openedDate ?? createdAt),
    modifiedAt: kept ? toTimestamp(changedAt(stored, kitchen)) : null,
    voidedAt: voidedAt && toTimestamp(voidedAt),
    businessDate: businessDateOf(stored),
    fulfillmentStatus: fulfillment(stored, kitchen),
    diningOption: reference(order.diningOption.guid, 'DiningOption'),
    displayNumber: kept ? stored.displayNumber : null,
  };
  return {
    guid: context.orderGuid,
    entityType: 'Order',
    externalId: order.externalId,
    openedDate: context.openedAt,
    createdDate: context.createdAt,
    modifiedDate: context.modifiedAt,
    promisedDate: order.promisedDate && toTimestamp(order.promisedDate),
    estimatedFulfillmentDate: estimate(stored),
    diningOption: context.diningOption,
    checks: stored.checks.map((check, index) => checkDocument(check, index, context)),
    table: order.table && reference(order.table, 'Table'),
    revenueCenter: order.revenueCenter && reference(order.revenueCenter, 'RevenueCenter'),
    server: order.server && reference(order.server, 'RestaurantUser'),
    serviceArea: null,
    restaurantService: null,
    source: stored.clientId === null ? 'In Store' : 'API',
    duration: null,
    deliveryInfo: order.delivery && { ...order.delivery, deliveryState: 'PENDING' },
    curbsidePickupInfo: order.curbside && {
      guid: context.id('CurbsidePickup', 'curbside'),
      entityType: 'CurbsidePickup',
      ...order.curbside,
    },
    requiredPrepTime: order.prepMinutes === null ? null : `PT${order.prepMinutes}M`,
    numberOfGuests: order.numberOfGuests,
    voided: voidedAt !== null,
    voidDate: context.voidedAt,
    voidBusinessDate: voidedAt && context.businessDate,
    paidDate: closedAt ? toTimestamp(closedAt) : null,
    closedDate: closedAt ? toTimestamp(closedAt) : null,
    deletedDate: null,
    deleted: false,
    businessDate: context.businessDate,
    pricingFeatures: ['TAXESV2'],
    approvalStatus: approval(stored, moment),
    guestOrderStatus: kept ? statusOf(stored, kitchen) : null,
    createdInTestMode: false,
    displayNumber: context.displayNumber,
  };
}

/** READY is what a kitchen display says of the lines of an order that it has finished. */
function fulfillment(stored: StoredOrder, kitchen: Kitchen): CheckContext['fulfillmentStatus'] {
  if (stepTo(stored, 'READY_FOR_PICKUP')) return 'READY';
  return firedAt(stored, kitchen) ? 'SENT' : 'NEW';
}

function estimate(stored: StoredOrder): string | null {
  const at = fulfilledAt(stored);
  return at && toTimestamp(at);
}

/** The answer to a POST says NEEDS_APPROVAL, as Toast's own example does, though orders of the API need none. */
function approval(stored: StoredOrder, moment: Moment): string | null {
  if (moment.stage === 'priced') return null;
  const at = moment.stage === 'read' ? moment.now : stored.createdAt;
  if (firesAt(stored) > at && !stepTo(stored, 'IN_PREPARATION')) return 'FUTURE';
  return moment.stage === 'posted' ? 'NEEDS_APPROVAL' : 'APPROVED';
}
