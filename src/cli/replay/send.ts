import { hasArrived } from '../../order/delivery';
import type { DeliveryAnswer, OrderAnswer } from '../api-answers';
import { must } from '../door';
import { type Planned, plan, type Where } from './plan';

const WAIT_SECONDS = 25;

/** Sends what is to be sent, one after the other; each is looked up once more at the last moment. Whether all arrived. */
export async function sendAll(
  planned: Planned[],
  where: Where,
  say: (line: string) => void,
): Promise<boolean> {
  let well = true;
  for (const [index, { order }] of planned.entries()) {
    const { line, arrived } = await sendOne(order, where);
    say(`${index + 1}/${planned.length}  #${order.number}  ${line}`);
    well &&= arrived;
  }
  return well;
}

async function sendOne({ id }: OrderAnswer, where: Where): Promise<{ line: string; arrived: boolean }> {
  const { door, connection_id } = where;
  const now = await plan(must<OrderAnswer>(await door.call('GET', `/v1/orders/${id}`)), where);
  if (now.fate !== 'send') {
    return { line: `left alone meanwhile: ${now.why}`, arrived: now.fate === 'there' };
  }
  const wait = `?wait=${WAIT_SECONDS}`;
  const reply = now.ticket
    ? await door.call('POST', `/v1/deliveries/${now.ticket.id}/retry${wait}`)
    : await door.call('POST', `/v1/orders/${id}/deliveries${wait}`, connection_id ? { connection_id } : {});
  if (reply.status >= 400) return { line: (reply.body as { detail: string }).detail, arrived: false };
  const delivery = must<DeliveryAnswer>(reply);
  const { state, receipt, reason } = delivery;
  const arrived = hasArrived(delivery);
  const otherwise = reason?.message ?? 'not there yet; it goes on by itself';
  return { line: arrived ? (receipt?.status_text ?? 'delivered') : `${state}: ${otherwise}`, arrived };
}
