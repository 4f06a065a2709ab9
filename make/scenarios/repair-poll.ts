import { ALERT_SETTINGS, textMessage } from './alert';
import type { Module, Scenario } from './blueprint';
import type { HttpGeneration } from './http';
import { ORDER_API_SETTINGS, orderApi } from './order-api';
import { each, earlier, exists, lacks, later, missing, router, settings, when } from './parts';

/** Older orders are told to a person instead: nobody waits that long for a pizza. */
const FRESH_MINUTES = 90;
const FRESH = `{{addMinutes(now; -${FRESH_MINUTES})}}`;
const A_DAY_AGO = '{{formatDate(addHours(now; -26); "YYYY-MM-DDTHH:mm:ssZ"; "UTC")}}';
/** The moment the orders' webhook was registered. Without one the request is refused, which its reader sees in the history. */
const REGISTERED = 'first(map(2.data.data; "created_at"; "target_url"; 1.orders_webhook))';
/** Make drops an address that nobody has called for five days; the Order API then calls it no more. */
const STANDS = '{{join(map(2.data.data; "active"; "target_url"; 1.orders_webhook); ",")}}';
const NO_WEBHOOK = 'orders_webhook is not registered';

/**
 * What the webhook should have brought and did not: orders nobody has acknowledged. Only those taken after the webhook was
 * registered, so that the first run sends nothing old.
 */
export function repairPoll(http: HttpGeneration): Scenario {
  const ask = orderApi('repair-poll', 1);
  const acknowledge = (id: number): Module =>
    http(ask({ id, name: 'Acknowledge', method: 'post', path: '/v1/orders/{{4.id}}/ack' }));
  const created = '{{4.created_at}}';
  const wanted = '{{4.timing.requested_at}}';
  const isLate = [exists('{{1.alert_phone}}'), earlier(created, FRESH)];
  const isWanted = [exists(wanted), later(wanted, FRESH)];
  const text =
    'OrderWire: order #{{4.number}} of {{4.created_at}} never reached Make and is too old to send by itself: {{4.items_text}}. Look whether the kitchen has it.';
  return {
    id: 'repair-poll',
    name: 'OrderWire: hourly repair',
    everyMinutes: 60,
    flow: [
      settings(1, { ...ORDER_API_SETTINGS, pos_connection: '', orders_webhook: '', ...ALERT_SETTINGS }),
      http(ask({ id: 2, name: 'Which webhooks', method: 'get', path: '/v1/hooks' })),
      http(
        ask({
          id: 3,
          name: 'Not acknowledged',
          method: 'get',
          path: '/v1/orders',
          query: {
            acked: 'false',
            status: 'received,scheduled',
            since: `{{if(${REGISTERED}; ${A_DAY_AGO.slice(2, -2)}; "${NO_WEBHOOK}")}}`,
            limit: '100',
          },
        }),
      ),
      each({ id: 4, name: 'Each order' }, '{{3.data.data}}'),
      router(
        {
          id: 5,
          name: 'Fresh or late',
          filter: when('Taken after the webhook was registered', [later(created, `{{${REGISTERED}}}`)]),
        },
        [
          http(
            ask({
              id: 6,
              name: 'Send to the POS',
              method: 'post',
              path: '/v1/orders/{{4.id}}/deliveries',
              form: { connection_id: '{{1.pos_connection}}' },
              filter: when('Still waited for', [later(created, FRESH)], isWanted),
            }),
          ),
          acknowledge(7),
        ],
        [
          http(
            textMessage({
              id: 8,
              settings: 1,
              text,
              filter: when('Too late', [...isLate, missing(wanted)], [...isLate, earlier(wanted, FRESH)]),
            }),
          ),
          acknowledge(9),
        ],
        [
          http(
            textMessage({
              id: 10,
              settings: 1,
              text: 'OrderWire: Make no longer hears of new orders, so that order #{{4.number}} came up to an hour late. Run the scenario "connect the webhooks" in Make.',
              filter: when('The webhook is switched off', [
                exists('{{1.alert_phone}}'),
                lacks(STANDS, 'true'),
              ]),
            }),
          ),
        ],
      ),
    ],
  };
}
