import { parseOrder } from '../../src/order/parse';
import { ticketReference } from '../../src/order/reference';
import { sampleOrder } from '../../src/order/sample';
import type { ShopContext } from '../../src/order/schema';
import { type Receipt, toReceipt } from '../../src/pos/receipt';
import type { Vendor } from '../../src/pos/vendor';
import { sampleData } from '../../src/server/hook-sample';
import { SAMPLE_TIME, type SampleHouse } from './sample-house';

type Named = Pick<Vendor, 'id' | 'name'>;

/** True answers of the API: what people map before a module has run. */
export type Samples = {
  order: object;
  changedOrder: object;
  parsed: object;
  cancelled: object;
  paused: object;
  resumed: object;
  receipt: Receipt;
  /** What sending an order to this POS gives. */
  delivery: (vendor: Named) => object;
};

const SHOP: ShopContext = { currency: 'USD', country: 'US', timezone: 'America/New_York' };
const TEXT = 'two large pepperoni pizzas with no onions and a coke';

const dish = (id: string, name: string, more: object = {}) => ({ id, name, price: 299, pos: {}, ...more });
const MENU = {
  currency: 'USD',
  items: [
    dish('pepperoni', 'Pepperoni Pizza', {
      variations: [dish('pepperoni-l', 'Large', { price: 1599 })],
      option_groups: ['toppings'],
    }),
    dish('coke', 'Coke'),
  ],
  option_groups: [
    {
      id: 'toppings',
      name: 'Toppings',
      min: 0,
      max: 10,
      options: [dish('onions', 'Onions', { price: 150 })],
    },
  ],
};

/** Has the API answer once for each kind of output. */
export async function takeSamples(house: SampleHouse, vendor: Named): Promise<Samples> {
  await house.ask('PUT /v1/menu', MENU);
  const order = (await house.ask('POST /v1/orders', sampleOrder)) as { id: string };
  const parsed = await house.ask('POST /v1/orders/parse', { text: TEXT });
  const cancelled = await house.ask(`POST /v1/orders/${order.id}/cancel`, {});
  const paused = await house.ask('POST /v1/locations/loc_1/pause', { minutes: 30, reason: 'Oven' });
  const resumed = await house.ask('POST /v1/locations/loc_1/resume', {});
  return {
    order,
    changedOrder: { ...order, status: 'accepted', previous_status: 'received' },
    parsed,
    cancelled,
    paused,
    resumed,
    receipt: receiptOf(vendor),
    delivery: (of) => deliveryOf(of, order.id),
  };
}

/** A delivery's answer with the receipt of a POS that took the order, words for staff included. */
function deliveryOf(vendor: Named, order_id: string): object {
  const delivery = sampleData('delivery.updated', SAMPLE_TIME) as { destination: object };
  const destination = { ...delivery.destination, vendor: vendor.id };
  return { ...delivery, order_id, destination, receipt: receiptOf(vendor) };
}

function receiptOf(vendor: Named): Receipt {
  const order = parseOrder(sampleOrder, SHOP);
  return toReceipt(
    { ...order, timezone: SHOP.timezone },
    {
      vendor: vendor.id,
      vendorName: vendor.name,
      reference: ticketReference({ pos_location: 'L1', external_ref: sampleOrder.external_ref }),
      pos_order_id: 'ORDER1',
      ticket_number: '4711',
      state: 'accepted',
      completed: ['order'],
      pos_total: sampleOrder.quoted_total,
      kitchen_confirmed: true,
      unmatched: [{ path: 'items[1]', said: 'cheeseburger', handled: 'open_item' }],
      warnings: ['"cheeseburger" was sent in words: staff must look.'],
    },
  );
}
