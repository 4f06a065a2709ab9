import { sampleOrder } from '../../../src/order/sample';
import { FACTS } from '../../../src/sandbox/twilio/facts';
import { openWebhook } from '../../make/interpreter/webhook-address';
import { until } from '../findings';
import { filledIn, imported } from '../make-account';
import { openPage, type Scene } from '../scene';
import { alertsHere } from '../twilio';

/** Square locks the server out; the manager's phone says so. */
export async function makeFailureToPhone({ house, inbox }: Scene): Promise<string> {
  const here = alertsHere(house.sandboxUrl);
  const scenario = imported(
    'pos-failure-alert',
    filledIn('pos-failure-alert', openPage('make-failure-to-phone'), here),
  );
  const webhook = await openWebhook(scenario);
  try {
    const access = { order_api: house.apiUrl, api_key: house.apiKey };
    await imported('connect-webhooks', { ...access, alerts_webhook: webhook.url }).run();
    await house.arm('square', 'expired_token', 50);
    const { id } = await house.postOrder({ ...sampleOrder, timing: {} });
    await house.call('POST', `/v1/orders/${id}/deliveries`, { connection_id: 'con_square' });
    const manager = FACTS.guest_ben ?? '';
    const text = await until(async () => (await inbox(manager))[0], "The text on the manager's phone");
    return `"${text}"`;
  } finally {
    await webhook.close();
  }
}
