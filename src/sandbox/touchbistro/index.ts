import type { Simulator } from '../simulator';
import { HONEST_NAME, KEYS } from './account';
import { PartnerDesk } from './partner-desk';

/**
 * An invented partner of TouchBistro, which publishes no API: a plain endpoint for the configurable field map, and a receiver of
 * signed webhooks. Nothing about it was checked against TouchBistro.
 */
export function createTouchBistroSimulator(): Simulator {
  let desk = new PartnerDesk();
  return {
    vendor: 'touchbistro',
    handle: (request, context) => desk.handle(request, context),
    isLogin: () => false,
    isOrderWrite: ({ method, path }) => method === 'POST' && (path === '/orders' || path === '/webhook'),
    tickets: () => [...desk.tickets],
    facts: {
      what_this_is: HONEST_NAME,
      api_key: KEYS.apiKey,
      api_key_header: 'X-API-Key',
      create_order_path: '/orders',
      find_order_path: '/orders?ref=',
      check_path: '/ping',
      webhook_path: '/webhook',
      webhook_secret: KEYS.webhookSecret,
    },
    reset: () => {
      desk = new PartnerDesk();
    },
  };
}
