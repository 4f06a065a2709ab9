import type { HttpResponse } from '../../http';
import { parseJson, withoutNulls } from '../json-body';
import { jsonReply } from '../replies';
import { checkShape, type Problem } from '../shape';
import type { SimulatorRequest } from '../simulator';
import { ACCOUNT } from './account';
import type { OrderKind } from './decision';
import type { OrderBook } from './order-book';
import { type LightspeedOrder, LOCAL_SHAPE, type OrderLine, TO_GO_SHAPE } from './order-shape';
import { springError, validationError } from './spring-errors';
import type { WebhookDesk } from './webhooks';

type Call = { request: SimulatorRequest; now: Date };

/**
 * `POST /o/op/1/order/toGo` and `/order/local`. `ok` means queued, never accepted: the POS decides later and says so by webhook.
 * A reference is used up by the first valid order, even one that the POS then refuses.
 */
export function placeOrder(
  call: Call,
  kind: OrderKind,
  book: OrderBook,
  webhooks: WebhookDesk,
): HttpResponse {
  const { request, now } = call;
  const body = withoutNulls(parseJson(request.body));
  if (body === undefined)
    return springError({ ...call, status: 400, message: 'JSON parse error: the body is not valid JSON' });
  const problems = checkShape(body, kind === 'toGo' ? TO_GO_SHAPE : LOCAL_SHAPE);
  const objectName = kind === 'toGo' ? 'toGoOrder' : 'localOrder';
  if (problems.length > 0) return validationError(call, objectName, problems);
  const order = body as LightspeedOrder;
  const more = [
    ...checkTimes(order, now),
    ...(order.items ?? []).flatMap(checkLine),
    ...checkCustomer(order),
  ];
  if (more.length > 0) return validationError(call, objectName, more);
  if (order.businessLocationId !== ACCOUNT.businessLocationId)
    return springError({
      ...call,
      status: 403,
      message: `no access to business location ${order.businessLocationId}`,
    });
  if (!webhooks.find(order.endpointId))
    return springError({ ...call, status: 400, message: `endpoint ID not found for ${order.endpointId}` });
  const used = book.records.find((record) => record.order.thirdPartyReference === order.thirdPartyReference);
  if (used)
    return jsonReply(409, {
      status: 'fail',
      msg: `reference has already been used ${order.thirdPartyReference}`,
    });
  if (order.collectionCode && book.records.some((record) => record.collectionCode === order.collectionCode))
    return springError({
      ...call,
      status: 400,
      message: `collectionCode ${order.collectionCode} is already in use`,
    });
  book.place(kind, order, now);
  return jsonReply(200, { status: 'ok' });
}

function checkTimes(order: LightspeedOrder, now: Date): Problem[] {
  const names = ['scheduledTimeForOrderAsIso8601', 'orderCollectionTimeAsIso8601'] as const;
  return names
    .filter((name) => {
      const time = order[name];
      return time && new Date(time) <= now;
    })
    .map((path) => ({ path, kind: 'range', text: 'must be a future date' }));
}

function checkLine(line: OrderLine, index: number): Problem[] {
  const both = line.discountAmountOverride != null && line.discountPercentOverride != null;
  const text = 'cannot be set together with discountAmountOverride';
  return both ? [{ path: `items[${index}].discountPercentOverride`, kind: 'range', text }] : [];
}

function checkCustomer({ customerInfo }: LightspeedOrder): Problem[] {
  const orphan = customerInfo.thirdPartyReference && !customerInfo.email;
  return orphan
    ? [{ path: 'customerInfo.thirdPartyReference', kind: 'range', text: 'must be empty when email is empty' }]
    : [];
}
