import { createOrder } from '../../creates/create-order';
import { toOptionsText } from '../../src/order/option-text';
import { parseOrder } from '../../src/order/parse';
import { app } from '../../src/zapier/app';
import type { PlainOrder } from '../contract/thirty-orders';
import type { DeliveryHouse } from './delivery-house';
import { connectZap, tester } from './order-api-zap';
import { zapierFields } from './zapier-door';

/** A way for somebody's order into one house and on to its POS. */
export type Door = {
  name: string;
  /** Stores the order and gives its id. */
  store: (house: DeliveryHouse, order: PlainOrder) => Promise<string>;
  /** Makes the ticket of an order that this door has stored. */
  cook: (house: DeliveryHouse, order: PlainOrder, id: string) => Promise<unknown>;
};

export const httpDoor: Door = {
  name: 'HTTP',
  store: async ({ api }, order) => {
    const { status, body } = await api.call('POST', '/v1/orders', { body: order });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id;
  },
  cook: ({ api }, _order, id) => api.call('POST', `/v1/orders/${id}/deliveries?wait=20`, { body: {} }),
};

/** A Zap that runs, as against one that is tried in the editor. */
const meta = { isLoadingSample: false };

/** Stores with Create Order; the ticket is made by Create Square Order, straight from Zapier. */
export const zapierDoor: Door = {
  name: 'Zapier',
  store: async ({ api }, order) => {
    const authData = await connectZap(api);
    const output = await tester(createOrder.operation.perform, {
      authData,
      inputData: zapFields(order),
      meta,
    });
    return String(output.id);
  },
  cook: async ({ sandboxUrl }, order) => {
    const { authData, inputData } = zapierFields('square', `${sandboxUrl}/square`);
    const connection = { ...authData, access_token: authData.api_key ?? '' };
    return tester(app.creates.create_square_order.operation.perform, {
      ...{ authData: connection, inputData: { ...inputData, ...zapFields(order) }, meta },
    });
  },
};

/** The order as a Zap's author maps it: text in every field. */
export function zapFields(order: PlainOrder): Record<string, unknown> {
  if (needsOrderData(order))
    return { order_reference: order.external_ref, order_data: JSON.stringify(order) };
  const { customer = {}, delivery, timing = {}, items, charges, discounts } = order;
  return {
    order_reference: order.external_ref,
    items: items.map(({ name, quantity, unit_price, notes, options = [] }) => ({
      ...{ name, quantity, note: notes ?? '', unit_price: decimal(unit_price) },
      options_text: toOptionsText(readOptions(options)),
    })),
    service_type: order.service?.type ?? '',
    requested_time: timing.requested_at ?? '',
    ...{ delivery_address: delivery?.text ?? '', delivery_instructions: delivery?.instructions ?? '' },
    ...{ customer_name: customer.name ?? '', customer_phone: customer.phone ?? '' },
    customer_email: customer.email ?? '',
    ...{ allergy_note: order.allergy_note ?? '', kitchen_note: order.notes ?? '' },
    ...{ quoted_total: decimal(order.quoted_total), tip: decimal(order.tip) },
    payment_state: order.payment?.state ?? 'unpaid',
    ...{ delivery_fee: decimal(charges?.[0]?.amount), discount: decimal(discounts?.[0]?.amount) },
  };
}

function needsOrderData({ items, charges = [], service }: PlainOrder): boolean {
  const priced = items.some(({ options = [] }) => options.some(({ unit_price }) => unit_price));
  return priced || charges.some(({ type }) => type !== 'delivery') || Boolean(service?.table);
}

/** Options with what is left out filled in, as every door reads them. */
function readOptions(options: NonNullable<PlainOrder['items'][number]['options']>) {
  const shop = { currency: 'USD', country: 'US', timezone: 'America/New_York' };
  return parseOrder({ items: [{ name: 'any', quantity: '1', options }] }, shop).items[0]?.options ?? [];
}

const decimal = (minor: number | undefined) => (minor === undefined ? '' : (minor / 100).toFixed(2));
