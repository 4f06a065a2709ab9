import { asText } from '../src/pos/json';
import { systemName } from '../src/zapier/connection-label';
import { orderApiList } from '../src/zapier/order-api-list';

/** The hidden source of the POS Connection dropdown: the server's own connections to POS systems. */
export const posConnection = orderApiList({
  key: 'pos_connection',
  noun: 'POS Connection',
  of: 'POS Connections',
  path: '/v1/connections',
  toEntry: ({ id, name, vendor }) => ({
    id: asText(id) ?? '',
    name: `${asText(name) ?? asText(id)} (${systemName(asText(vendor) ?? '')})`,
  }),
  sample: { id: 'con_1', name: 'Main St (Square)' },
});
