import { parseOrder } from '../order/parse';
import { sampleOrder } from '../order/sample';
import type { Json } from '../pos/json';
import { type OrderOutput, toOrderOutput } from './order-output';
import { unstoredAnswer } from './unstored-answer';

const SHOP = { currency: 'USD', country: 'US', timezone: 'America/New_York' };

/** The sample order as the Order API answers it, made by the code that makes the real ones. */
export function orderAnswerSample(): Json {
  const order = parseOrder(sampleOrder, SHOP);
  const timing = { ...order.timing, placed_at: '2030-11-29T18:31:07-05:00' };
  return {
    ...unstoredAnswer(order, { ...SHOP, number: '14' }),
    timing,
    id: 'ord_1',
    number: '14',
    location_id: 'loc_1',
    location_name: "Mario's Downtown",
  };
}

/** The sample order as the New Order trigger gives it. */
export function newOrderSample(): OrderOutput {
  return toOrderOutput(orderAnswerSample());
}
