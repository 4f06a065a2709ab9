import { asObject, asText } from '../src/pos/json';
import { orderApiList } from '../src/zapier/order-api-list';

const NAME_LENGTH = 80;

/** The hidden source of the Order dropdown: the newest orders, as people know them. */
export const recentOrder = orderApiList({
  key: 'recent_order',
  noun: 'Order',
  of: 'Recent Orders',
  path: '/v1/orders',
  query: { limit: '50' },
  toEntry: ({ id, number, customer, items_text }) => ({
    id: asText(id) ?? '',
    name: [`#${asText(number) ?? '?'}`, asText(asObject(customer).name), asText(items_text)]
      .filter(Boolean)
      .join(', ')
      .slice(0, NAME_LENGTH),
  }),
  sample: { id: 'ord_1', name: '#14, Ann Lee, 2 × large pepperoni pizza' },
});
