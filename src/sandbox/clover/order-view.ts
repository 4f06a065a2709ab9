import type { Discount, Line, Order } from './order';
import { type Call, type Moment, PRINT_MS } from './world';

/** How much of a nested list a reply holds; the rest cannot be paged to (https://docs.clover.com/docs/paginating-elements). */
const NESTED_LIMIT = 100;

export const ORDER_EXPANSIONS = [
  ...['employee', 'payments', 'refunds', 'credits', 'voids', 'payment.tender', 'payment.cardTransaction'],
  ...['lineItems', 'customers', 'serviceCharge', 'discounts', 'orderType', 'orderFulfillmentEvent'],
  ...['lineItems.discounts', 'lineItems.modifications'],
];
export const LINE_EXPANSIONS = [
  'employee',
  'orderType',
  'discounts',
  'modifications',
  'taxRates',
  'payments',
];
export const EVERYTHING: ReadonlySet<string> = new Set(ORDER_EXPANSIONS);

/** An order as Clover sends it: nested things only where they were asked for, absent values left out. */
export function toWireOrder(order: Order, expand: ReadonlySet<string>, call: Moment) {
  const paid = order.payments.reduce((sum, { amount }) => sum + amount, 0);
  const orderType = call.merchant.orderTypes.find(({ id }) => id === order.orderTypeId);
  const nested = (name: string, entries: unknown[]) =>
    expand.has(name) ? { elements: entries.slice(0, NESTED_LIMIT) } : undefined;
  return {
    id: order.id,
    currency: call.merchant.currency,
    employee: { id: order.employeeId },
    total: order.total ?? undefined,
    unpaidBalance: order.total === null ? undefined : Math.max(0, order.total - paid),
    externalReferenceId: order.externalReferenceId ?? undefined,
    title: order.title ?? undefined,
    note: order.note ?? undefined,
    orderType: orderType && (expand.has('orderType') ? toWireOrderType(orderType) : { id: orderType.id }),
    taxRemoved: order.taxRemoved,
    isVat: call.merchant.isVat,
    state: order.state ?? undefined,
    paymentState: toPaymentState(order, paid),
    manualTransaction: order.manualTransaction,
    groupLineItems: order.groupLineItems,
    testMode: order.testMode,
    createdTime: toWireTime(order.createdAt),
    clientCreatedTime: toWireTime(order.createdAt),
    modifiedTime: toWireTime(order.modifiedAt),
    lineItems: nested(
      'lineItems',
      order.lines.map((line) => toWireLine(order, line, nestedIn(expand, 'lineItems.'), call)),
    ),
    discounts: nested('discounts', order.discounts.map(toWireDiscount)),
    customers: nested(
      'customers',
      order.customerIds.map((id) => ({ id })),
    ),
    payments: nested('payments', order.payments.map(toWirePayment)),
    serviceCharge: expand.has('serviceCharge') ? (order.serviceCharge ?? undefined) : undefined,
  };
}

export function toWireLine(order: Order, line: Line, expand: ReadonlySet<string>, { world, now }: Moment) {
  const isPrinted = world.printEvents.some(
    (event) =>
      event.orderId === order.id && event.createdAt + PRINT_MS <= now && line.createdAt <= event.createdAt,
  );
  return {
    id: line.id,
    orderRef: { id: order.id },
    item: line.itemId === null ? undefined : { id: line.itemId },
    name: line.name,
    price: line.price,
    unitQty: line.unitQty ?? undefined,
    unitName: line.unitName ?? undefined,
    note: line.note ?? undefined,
    printed: isPrinted,
    exchanged: false,
    refunded: false,
    isRevenue: true,
    createdTime: toWireTime(line.createdAt),
    orderClientCreatedTime: toWireTime(order.createdAt),
    modifications: expand.has('modifications')
      ? { elements: line.modifications.map((given) => toWireModification(line, given)) }
      : undefined,
    discounts: expand.has('discounts') ? { elements: line.discounts.map(toWireDiscount) } : undefined,
  };
}

export function toWireModification(
  line: Line,
  { id, name, amount, modifierId }: Line['modifications'][number],
) {
  return { id, lineItemRef: { id: line.id }, name, amount, modifier: { id: modifierId } };
}

export function toWireDiscount(given: Discount) {
  return 'amount' in given ? given : { ...given, percentage: Math.floor(given.percentageDecimal / 10_000) };
}

export function toWirePayment(payment: Order['payments'][number]) {
  return {
    id: payment.id,
    tender: { id: payment.tenderId },
    amount: payment.amount,
    tipAmount: payment.tipAmount,
    externalPaymentId: payment.externalPaymentId ?? undefined,
    note: payment.note ?? undefined,
    result: 'SUCCESS',
    createdTime: toWireTime(payment.createdAt),
  };
}

export function toWireOrderType({
  id,
  name,
  labelKey,
  systemOrderTypeId,
  isDefault,
}: Call['merchant']['orderTypes'][number]) {
  return {
    id,
    labelKey,
    label: name,
    taxable: true,
    isDefault,
    isHidden: false,
    isDeleted: false,
    filterCategories: false,
    hoursAvailable: 'ALL',
    systemOrderTypeId,
  };
}

/** Milliseconds, but in whole seconds: every time that Clover's server sets ends in 000 in the replies seen. */
export function toWireTime(milliseconds: number): number {
  return Math.floor(milliseconds / 1000) * 1000;
}

function toPaymentState(order: Order, paid: number): string {
  if (order.payments.length === 0) return 'OPEN';
  return paid >= (order.total ?? 0) ? 'PAID' : 'PARTIALLY_PAID';
}

function nestedIn(expand: ReadonlySet<string>, prefix: string): Set<string> {
  return new Set(
    [...expand].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)),
  );
}
