import { asText } from '../src/pos/json';
import { orderApiList } from '../src/zapier/order-api-list';

/** The hidden source of the Shop dropdown. */
export const location = orderApiList({
  key: 'location',
  noun: 'Shop',
  of: 'Shops',
  path: '/v1/locations',
  toEntry: (shop) => ({ id: asText(shop.id) ?? '', name: asText(shop.name) ?? asText(shop.id) ?? '' }),
  sample: { id: 'loc_1', name: "Mario's Downtown" },
});
