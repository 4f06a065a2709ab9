import type { Scenario } from './blueprint';
import type { HttpGeneration } from './http';
import { ORDER_API_SETTINGS, orderApi } from './order-api';
import { is, isNot, settings, tryAgain, webhook, when } from './parts';

/** Seconds that the Order API may take for the POS's answer; after them it goes on by itself. */
const WAIT = 25;
/** The order of a hook's test event, which nobody has stored. */
const SAMPLE = 'ord_SAMPLE';
const OUTAGE = { count: 10, minutes: 2 };

/** Each new order to the POS: the same order and POS connection is the same delivery, however often it is asked for. */
export function ordersToPos(http: HttpGeneration): Scenario {
  const ask = orderApi('orders-to-pos', 2);
  return {
    id: 'orders-to-pos',
    name: 'OrderWire: orders to the POS',
    flow: [
      webhook('New order'),
      settings(2, { ...ORDER_API_SETTINGS, pos_connection: '' }),
      http(
        ask({
          id: 3,
          name: 'Send to the POS',
          method: 'post',
          path: '/v1/orders/{{1.data.id}}/deliveries',
          query: { wait: String(WAIT) },
          form: { connection_id: '{{2.pos_connection}}' },
          filter: when('A new order', [is('{{1.type}}', 'order.created'), isNot('{{1.data.id}}', SAMPLE)]),
          onerror: [tryAgain(4, OUTAGE)],
        }),
      ),
      http(
        ask({
          id: 5,
          name: 'Acknowledge',
          method: 'post',
          path: '/v1/orders/{{1.data.id}}/ack',
          onerror: [tryAgain(6, OUTAGE)],
        }),
      ),
    ],
  };
}
