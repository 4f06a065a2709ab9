import { createOrder } from '../../creates/create-order';
import { toOptionsText } from '../../src/order/option-text';
import { parseOrder } from '../../src/order/parse';
import type { VendorId } from '../../src/pos/vendors';
import { app } from '../../src/zapier/app';
import type { PlainOrder } from '../contract/thirty-orders';
import { CustomApp } from '../make/interpreter/custom-app';
import type { DeliveryHouse } from './delivery-house';
import { connectZap, tester } from './order-api-zap';
import { zapierFields } from './zapier-door';

/** A way for somebody's order into one house and on to its POS. */
export type Door = {
  name: string;
  /** Stores the order and gives its id. */
  store: (house: DeliveryHouse, order: PlainOrder) => Promise<string>;
  /** Makes the ticket of the order, stored or not. */
  cook: (house: DeliveryHouse, order: PlainOrder) => Promise<unknown>;
};

/** The three doors to a house with one POS. */
export function doorsTo(vendor: VendorId): Door[] {
  return [httpDoor, zapierDoor(vendor), makeDoor(vendor)];
}

const httpDoor: Door = {
  name: 'HTTP',
  store: async ({ api }, order) => {
    const { status, body } = await api.call('POST', '/v1/orders', { body: order });
    if (status >= 300) throw new Error(JSON.stringify(body));
    return body.id;
  },
  cook: async (house, order) => {
    const id = await httpDoor.store(house, order);
    return house.api.call('POST', `/v1/orders/${id}/deliveries?wait=20`, { body: {} });
  },
};

/** A Zap that runs, as against one that is tried in the editor. */
const meta = { isLoadingSample: false };

/** Stores with Create Order; the ticket is made by Create … Order of the POS, straight from Zapier. */
const zapierDoor = (vendor: VendorId): Door => ({
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
    const { authData, inputData } = zapierFields(vendor, `${sandboxUrl}/${vendor}`);
    const own = vendor === 'lightspeed' ? { initial_refresh_token: 'lightspeed-refresh-2' } : {};
    const account = { ...authData, ...own };
    const token = await tester(app.authentication.sessionConfig.perform, { authData: account });
    const connection = Object.fromEntries(
      Object.entries({ ...account, ...token }).filter(([, value]) => value),
    );
    return tester(app.creates[`create_${vendor}_order`].operation.perform, {
      ...{ authData: connection as Record<string, string>, inputData: { ...inputData, ...zapFields(order) } },
      meta,
    });
  },
});

/** Somebody's Make account with our custom app, connected to the house. */
const makeApp = ({ address }: DeliveryHouse) => new CustomApp('make/app', { address, apiKey: 'mario-write' });

/** Stores with Create an Order; the ticket is made by Create a … Order, which finds a stored order by its reference. */
const makeDoor = (vendor: VendorId): Door => ({
  name: 'Make',
  store: async (house, order) => {
    const [stored] = await makeApp(house).run('createOrder', order);
    return String(stored?.id);
  },
  cook: (house, order) => {
    const [first = '', ...rest] = vendor;
    const module = `create${first.toUpperCase()}${rest.join('')}Order`;
    return makeApp(house).run(module, { ...order, connection_id: `con_${vendor}`, wait: 20 });
  },
});

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
