import { flatFields } from '../order/flat';
import { parseOrder } from '../order/parse';
import { sampleOrder } from '../order/sample';
import { ticketText } from '../order/ticket-text';
import { type OrderOutput, toOrderOutput } from './order-output';

const SHOP = { currency: 'USD', country: 'US', timezone: 'America/New_York' };

/** The sample order as the New Order trigger gives it, made by the code that makes the real ones. */
export function newOrderSample(): OrderOutput {
  const order = parseOrder(sampleOrder, SHOP);
  const { external_ref, timing } = order;
  return toOrderOutput({
    ...order,
    ...flatFields(order, SHOP),
    id: 'ord_1',
    number: '14',
    external_ref,
    location_id: 'loc_1',
    location_name: "Mario's Downtown",
    timing: { ...timing, placed_at: '2030-11-29T18:31:07-05:00' },
    ticket_text: ticketText(order, { timezone: SHOP.timezone, number: '14' }),
  });
}
