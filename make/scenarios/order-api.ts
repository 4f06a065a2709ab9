import { type BlueprintId, stampOf } from '../../src/blueprints';
import type { Request } from './http';

/** What a scenario must know to speak to the Order API, in the words of its settings. */
export const ORDER_API_SETTINGS = {
  order_api: 'https://orders.example.com',
  api_key: '',
};

type ApiRequest = Omit<Request, 'url' | 'headers'> & { path: string };

/** Requests to the Order API of a scenario whose settings are module `settings`; each says which blueprint sends it. */
export function orderApi(blueprint: BlueprintId, settings: number): (request: ApiRequest) => Request {
  return ({ path, ...request }) => ({
    ...request,
    url: `{{${settings}.order_api}}${path}`,
    headers: {
      Authorization: `Bearer {{${settings}.api_key}}`,
      'X-OrderWire-Blueprint': stampOf(blueprint),
    },
  });
}
