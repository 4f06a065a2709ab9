import type { Json } from '../pos/json';
import { type OrderOutput, toOrderOutput } from './order-output';
import samples from './samples.json';

/** The sample order as the Order API answers it. Written down, as making it would cost each run of a Zap its time; a test makes it anew. */
export function orderAnswerSample(): Json {
  return { ...samples.order_answer };
}

/** The sample order as the New Order trigger gives it. */
export function newOrderSample(): OrderOutput {
  return toOrderOutput(orderAnswerSample());
}
