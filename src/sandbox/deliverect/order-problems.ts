import type { HttpResponse } from '../../http';
import { jsonReply } from '../replies';
import { checkShape, type Problem } from '../shape';
import { type ChannelOrder, ORDER_SHAPE } from './order-shape';

const DELIVERY = 2;
const missing = (path: string): Problem => ({ path, kind: 'missing', text: '' });

/** Everything that Deliverect's format check refuses. It knows the menu and the POS no more than the caller does. */
export function problemsOf(body: unknown): Problem[] {
  const problems = checkShape(body, ORDER_SHAPE);
  return problems.length > 0 ? problems : conditionallyMissing(body as ChannelOrder);
}

function conditionallyMissing(order: ChannelOrder): Problem[] {
  const problems: Problem[] = [];
  const isDelivery = order.orderType === DELIVERY;
  if (!order.deliveryIsAsap && !order.pickupTime) problems.push(missing('pickupTime'));
  if (isDelivery && !order.deliveryIsAsap && !order.deliveryTime) problems.push(missing('deliveryTime'));
  if (isDelivery && order.courier === 'restaurant') {
    const address = order.deliveryAddress ?? {};
    for (const name of ['street', 'streetNumber', 'postalCode', 'city', 'country'] as const)
      if (!address[name]) problems.push(missing(`deliveryAddress.${name}`));
  }
  return problems;
}

/** The 400 of the order endpoint: fields of the payment apart from the rest. */
export function fieldErrors(problems: Problem[]): HttpResponse {
  const orderFieldsErrors: Record<string, string> = {};
  const orderPaymentErrors: Record<string, string> = {};
  for (const { path, kind, text } of problems) {
    const words = kind === 'missing' ? 'Missing from the payload.' : `The value ${text}.`;
    if (path.startsWith('payment.')) orderPaymentErrors[path.slice('payment.'.length)] = words;
    else orderFieldsErrors[path || 'body'] = words;
  }
  return jsonReply(400, {
    ...(Object.keys(orderFieldsErrors).length > 0 && { orderFieldsErrors }),
    ...(Object.keys(orderPaymentErrors).length > 0 && { orderPaymentErrors }),
  });
}
