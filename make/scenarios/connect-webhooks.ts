import type { Module, Scenario } from './blueprint';
import type { HttpGeneration } from './http';
import { ORDER_API_SETTINGS, orderApi } from './order-api';
import { exists, lacks, router, settings, when } from './parts';

/** Which addresses of Make's the Order API calls, and about what. Run once; a second run adds none. */
export function connectWebhooks(http: HttpGeneration): Scenario {
  const ask = orderApi('connect-webhooks', 1);
  const register = (id: number, address: string, event: string): Module =>
    http(
      ask({
        id,
        name: `Call for ${event}`,
        method: 'post',
        path: '/v1/hooks',
        form: { target_url: `{{1.${address}}}`, event },
        // One that was switched off, as Make drops an address that nobody calls for five days, is not registered.
        filter: when('Not registered', [
          exists(`{{1.${address}}}`),
          lacks(`{{join(map(2.data.data; "active"; "target_url"; 1.${address}); ",")}}`, 'true'),
        ]),
      }),
    );
  return {
    id: 'connect-webhooks',
    name: 'OrderWire: connect the webhooks (run once)',
    everyMinutes: null,
    flow: [
      settings(1, { ...ORDER_API_SETTINGS, orders_webhook: '', alerts_webhook: '' }),
      http(ask({ id: 2, name: 'Which are there', method: 'get', path: '/v1/hooks' })),
      router(
        { id: 3, name: 'Both' },
        [register(4, 'orders_webhook', 'order.created')],
        [register(5, 'alerts_webhook', 'delivery.updated')],
      ),
    ],
  };
}
