import { square } from '../../src/pos/square';
import { toSettlement } from '../../src/pos/square/payment';
import type { Scenario } from './blueprint';
import { directRequest, mapped, noteIn, PREVIEW, textOrder } from './direct-order';
import { AT, beginning, tellAndTryAgain } from './direct-parts';
import type { HttpGeneration } from './http';

const ORDER_ID = '{order.id}';

/** A text message to a Square ticket with no host: Square's own keys make a repeat the same ticket. */
export function directSquare(http: HttpGeneration): Scenario {
  const order = textOrder('line');
  const { requests } = square.preview(order, { ...PREVIEW, settings: { unpaid_orders: 'leave_open' } });
  const [submit] = requests;
  if (!submit) throw new Error('Square’s preview shows no order.');
  const { idempotency_key: reference } = submit.body as { idempotency_key: string };
  const due = { id: ORDER_ID, total: 0, reference, locationId: '', policy: 'leave_open' } as const;
  // An order without a price is settled with no payment: Square shows the kitchen only what is settled.
  const settle = toSettlement(order, due);
  const pay = { ...submit, url: new URL(settle.path, submit.url).href, body: settle.body };
  const settings = {
    pos_token: '',
    pos_location: '',
    currency: 'USD',
    pos_address: 'https://connect.squareup.com',
  };
  const paying = directRequest(pay, AT);
  return {
    id: 'direct-square',
    name: 'OrderWire: text messages to Square (dishes are not matched)',
    flow: [
      ...beginning(settings, mapped(noteIn(submit.body), AT)),
      http({
        id: 6,
        name: 'Make the order',
        ...directRequest(submit, AT),
        onerror: tellAndTryAgain([7, 8], http, 'Square'),
      }),
      http({
        id: 9,
        name: 'Show it to the kitchen',
        ...paying,
        url: paying.url.replace(encodeURIComponent(ORDER_ID), '{{6.data.order.id}}'),
        onerror: tellAndTryAgain([10, 11], http, 'Square'),
      }),
    ],
  };
}
