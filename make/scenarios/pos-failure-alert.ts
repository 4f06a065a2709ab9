import { ALERT_SETTINGS, textMessage } from './alert';
import type { Scenario } from './blueprint';
import type { HttpGeneration } from './http';
import { exists, is, settings, tryAgain, webhook, when } from './parts';

/** States in which nothing happens any more until a person does something. */
const NEEDS_SOMEBODY = ['needs_attention', 'blocked', 'held'];

/** An order that the POS does not have, to the manager's phone. */
export function posFailureAlert(http: HttpGeneration): Scenario {
  const ways = NEEDS_SOMEBODY.map((state) => [
    is('{{1.type}}', 'delivery.updated'),
    is('{{1.data.destination.kind}}', 'pos'),
    is('{{1.data.state}}', state),
    exists('{{2.alert_phone}}'),
  ]);
  return {
    id: 'pos-failure-alert',
    name: 'OrderWire: a failed order to the manager’s phone',
    flow: [
      webhook('A delivery changed'),
      settings(2, { ...ALERT_SETTINGS }),
      http({
        ...textMessage({
          id: 3,
          settings: 2,
          text: 'OrderWire: {{1.data.status_text}} (order {{1.data.order_id}})',
          filter: when('Somebody must look', ...ways),
        }),
        onerror: [tryAgain(4, { count: 3, minutes: 1 })],
      }),
    ],
  };
}
