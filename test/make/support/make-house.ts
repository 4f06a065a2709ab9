import { DeliveryHouse } from '../../support/delivery-house';
import { Scenario } from '../interpreter/scenario';
import { openWebhook } from '../interpreter/webhook-address';
import { published } from './published';
import { openUnsteadyDoor } from './unsteady-door';

type Settings = Record<string, string>;

/** A restaurant whose orders wait for Make: the Order API with Square, and a Make account that reaches it through an unsteady door. */
export async function openMakeHouse() {
  const house = await DeliveryHouse.open('square');
  await house.api.call('PATCH', '/v1/locations/loc_1', { body: { auto_deliver: false } });
  const door = await openUnsteadyDoor(house.address);
  const access = { order_api: door.url, api_key: 'mario-write' };
  let guests = 0;
  const webhooks: { close: () => Promise<void> }[] = [];
  const fact = (name: string) => house.sandbox.twilio.facts[name] ?? '';
  const scenario = (path: string, settings: Settings) =>
    new Scenario(published(path, settings), { now: () => new Date(house.clock.now()) });
  return {
    house,
    door,
    access,
    scenario,
    /** A scenario that is switched on, behind an address of its own. */
    async listening(path: string, settings: Settings) {
      const played = scenario(path, settings);
      const webhook = await openWebhook(played);
      webhooks.push(webhook);
      return { ...webhook, scenario: played };
    },
    alerts: {
      alert_phone: fact('guest_ben'),
      twilio_number: fact('phone_number'),
      twilio_account_sid: fact('account_sid'),
      twilio_auth_token: fact('auth_token'),
      twilio_api: `${house.sandboxUrl}/twilio`,
    },
    /** What lies on the manager's phone. */
    texts: () =>
      house.sandbox.twilio
        .world()
        .messages.filter(({ to }) => to === fact('guest_ben'))
        .map(({ body }) => body),
    tickets: () => house.tickets('square'),
    /** Another day: no ticket, text or webhook is left, and no order waits. */
    async refresh() {
      house.sandbox.reset();
      door.asked.length = 0;
      await house.api.call('POST', '/v1/connections/con_square/check');
      for (const { id } of (await house.api.call('GET', '/v1/hooks')).body.data) {
        await house.api.call('DELETE', `/v1/hooks/${id}`);
      }
      for (const { id } of (await house.api.call('GET', '/v1/orders?acked=false')).body.data) {
        await house.api.call('POST', `/v1/orders/${id}/ack`);
      }
    },
    /** An order of a guest who has not ordered before. */
    order: (changes: object = {}) => {
      const guest = ++guests;
      const customer = { phone: `+1617555${1000 + guest}` };
      return house.order({ external_ref: `CA-${guest}`, customer, ...changes });
    },
    async close() {
      for (const webhook of webhooks) await webhook.close();
      await door.close();
      await house.close();
    },
  };
}
export type MakeHouse = Awaited<ReturnType<typeof openMakeHouse>>;

/** Waits until something is so; the test's own time limit ends it. */
export async function until<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
