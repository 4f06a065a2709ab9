import type { Parameter, Rpc } from './component';

const location_id: Parameter = { name: 'location_id', type: 'text', label: 'Shop' };
const vendor: Parameter = { name: 'vendor', type: 'text', label: 'POS' };

/** As many as a select box can be searched in. */
const LONGEST_LIST = 300;

/** The lists behind the app's select boxes. */
export const rpcs: Rpc[] = [
  {
    id: 'listShops',
    label: 'Shops',
    params: [],
    communication: {
      url: '/v1/locations',
      method: 'GET',
      response: list('{{body.data}}', { label: '{{item.name}}', value: '{{item.id}}' }),
    },
  },
  {
    id: 'listConnections',
    label: 'POS Connections',
    params: [location_id, vendor],
    communication: {
      url: '/v1/connections',
      method: 'GET',
      response: list(
        { container: '{{body.data}}', condition: `{{${sameAs('vendor')} && ${sameAs('location_id')}}}` },
        { label: '{{item.name}} ({{item.vendor}})', value: '{{item.id}}' },
      ),
    },
  },
  {
    id: 'listMenuItems',
    label: 'Menu Items',
    params: [location_id],
    communication: {
      url: '/v1/menu',
      method: 'GET',
      qs: { location_id: '{{parameters.location_id}}' },
      response: list('{{body.items}}', { label: '{{item.name}}', value: '{{item.id}}' }),
    },
  },
];

/** Where nothing was chosen, every entry is right. */
function sameAs(name: string): string {
  return `ifempty(parameters.${name}, item.${name}) = item.${name}`;
}

function list(iterate: string | object, output: object): object {
  return { iterate, output, limit: LONGEST_LIST };
}
