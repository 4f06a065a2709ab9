import type { Parameter } from './component';
import { reading } from './errors';

/** The one connection of the app. */
export const CONNECTION = 'order-api';

const log = { sanitize: ['request.headers.authorization'] };
const headersFor = (key: string) => ({ authorization: `Bearer ${key}`, accept: 'application/json' });

/** What every request of the app starts from. */
export function base(): object {
  return {
    baseUrl: '{{connection.address}}',
    headers: headersFor('{{connection.apiKey}}'),
    response: reading(),
    log,
  };
}

/** A connection is tried by asking whose key it is; it runs without the base. */
export function connectionCommunication(): object {
  return {
    url: '{{parameters.address}}/v1/me',
    method: 'GET',
    headers: headersFor('{{parameters.apiKey}}'),
    response: {
      ...reading(),
      metadata: { type: 'text', value: '{{body.restaurant.name}} ({{parameters.address}})' },
    },
    log,
  };
}

/** A key goes over the open net: only https will do. */
export const HTTPS_ADDRESS = '^https://[^/\\s]+(/[^/\\s]+)*$';

export const connectionParams: Parameter[] = [
  {
    name: 'address',
    type: 'text',
    label: 'Address',
    help: 'Where your Order API answers, without a slash at the end: `https://orders.example.com`',
    required: true,
    validate: { pattern: HTTPS_ADDRESS },
  },
  {
    name: 'apiKey',
    type: 'password',
    label: 'API Key',
    help: 'A key of your Order API with the scope `write`; one with the scope `read` can only watch and search.',
    required: true,
  },
];
