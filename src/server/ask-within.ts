import type { Ask } from '../intake/order-api';
import type { App } from './services';

/** The routes themselves, without a socket. */
export function askWithin(app: Pick<App, 'inject'>, secret: string): Ask {
  return async (method, url, payload) => {
    const headers = { authorization: `Bearer ${secret}` };
    const response = await app.inject({ method, url, headers, payload });
    return { status: response.statusCode, body: response.json() };
  };
}
