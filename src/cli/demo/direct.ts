import { setTimeout as wait } from 'node:timers/promises';
import { hasArrived } from '../../order/delivery';
import { sampleOrder } from '../../order/sample';
import { knownConnections } from '../../sandbox/known-connections';
import type { DemoDelivery, DemoHouse } from './house';
import { openSubscriber } from './subscriber';

type Say = (line: string) => void;

/** The Order API's own push: no Zapier anywhere. Whether all went as promised. */
export async function playDirect(house: DemoHouse, say: Say): Promise<boolean> {
  say('\n== The same without Zapier: the Order API pushes by itself ==\n');
  const subscriber = await openSubscriber();
  try {
    const hook = { target_url: subscriber.url, events: ['order.created', 'order.updated'] };
    const { secret } = await house.call<{ secret: string }>('POST', '/v1/hooks', hook);
    subscriber.trust(secret);
    const pushed = await push(house, say);
    const mailed = await until(() =>
      house.mails().find(({ message_id }) => message_id.startsWith('<new-order')),
    );
    say(mailed ? `E-mail in the mailbox: "${mailed.subject}"` : 'NO E-MAIL HAS COME.');
    const called = await until(() => subscriber.calls.find(({ type }) => type === 'order.updated'));
    say(
      called
        ? `Webhook received, signature verified: ${called.type}, order ${called.number} is ${called.status}`
        : 'NO WEBHOOK HAS COME.',
    );
    const fallback = await outage(house, say);
    return pushed && fallback && mailed !== undefined && called !== undefined;
  } finally {
    await subscriber.close();
  }
}

/** The sample order for now, of one guest: the same one again would be asked about. */
const orderOf = (phone: string, external_ref: string) => ({
  ...sampleOrder,
  customer: { ...sampleOrder.customer, phone },
  external_ref,
  timing: {},
});

/** One order to all five POS, every first reply lost: the engine looks before it sends again. */
async function push(house: DemoHouse, say: Say): Promise<boolean> {
  const order = await house.postOrder(orderOf('+1 617 555 0177', 'CA-DIRECT'));
  say(
    `Order ${order.number} is stored; now it goes to all five at once, and each first reply is lost on purpose.`,
  );
  const connections = knownConnections(house.sandboxUrl);
  const before = new Map<string, number>();
  for (const { vendor } of connections) {
    before.set(vendor, (await house.tickets(vendor)).length);
    await house.arm(vendor, 'lose_reply');
  }
  const deliveries = await Promise.all(
    connections.map(({ id }) =>
      house.call<DemoDelivery>('POST', `/v1/orders/${order.id}/deliveries`, { connection_id: id }),
    ),
  );
  const done = await Promise.all(deliveries.map(({ id }) => settled(house, id)));
  let well = true;
  for (const [index, { vendor, name }] of connections.entries()) {
    const made = (await house.tickets(vendor)).length - (before.get(vendor) ?? 0);
    say(`  ${name}: ${done[index]?.receipt?.status_text ?? done[index]?.state} Tickets made: ${made}.`);
    well &&= made === 1 && hasArrived({ state: done[index]?.state ?? '' });
  }
  return well;
}

/** Square goes down for good: alert, fallback ticket, and no ticket of ours once it is back. */
async function outage(house: DemoHouse, say: Say): Promise<boolean> {
  say(
    '\nSquare goes down. The shop has set: alert after 1 s, ticket to key in after 4 s (usually 60 s and 10 min).',
  );
  const fallback = { email_after_seconds: 1, ticket_after_seconds: 4 };
  await house.call('PATCH', '/v1/locations/loc_1', { fallback });
  const before = (await house.tickets('square')).length;
  await house.arm('square', 'error_before', 1000);
  const order = await house.postOrder(orderOf('+1 617 555 0178', 'CA-OUTAGE'));
  const { id } = await house.call<DemoDelivery>('POST', `/v1/orders/${order.id}/deliveries`, {
    connection_id: 'con_square',
  });
  const mail = (start: string) =>
    until(() =>
      house
        .mails()
        .find(({ message_id, text }) => message_id.startsWith(start) && text.includes(`#${order.number}`)),
    );
  const alert = await mail('<undelivered');
  say(alert ? `Alert by e-mail while retries go on: "${alert.subject}"` : 'NO ALERT HAS COME.');
  const ticket = await mail('<fallback');
  say(ticket ? `Fallback ticket by e-mail: "${ticket.subject}"` : 'NO FALLBACK TICKET HAS COME.');
  house.repair();
  const [page = ''] = /http:\/\/\S+\/a\/\S+/.exec(ticket?.text ?? '') ?? [];
  await fetch(page);
  say(
    'Square is back. A mail scanner opens the link (nothing changes); then a person presses "I keyed it in".',
  );
  await fetch(page, { method: 'POST', body: new URLSearchParams({ action: 'resolve' }) });
  await wait(3_000);
  const { state } = await house.call<DemoDelivery>('GET', `/v1/deliveries/${id}`);
  const made = (await house.tickets('square')).length - before;
  say(`The delivery is ${state}; tickets of ours in Square: ${made}. Nobody cooks twice.`);
  return alert !== undefined && ticket !== undefined && state === 'manual_done' && made === 0;
}

async function settled(house: DemoHouse, id: string): Promise<DemoDelivery> {
  const path = `/v1/deliveries/${id}`;
  const open = /^(pending|sending|unknown|verifying|retry_wait|refused)$/;
  const found = await until(async () => {
    const delivery = await house.call<DemoDelivery>('GET', path);
    return open.test(delivery.state) ? undefined : delivery;
  }, 90_000);
  return found ?? house.call<DemoDelivery>('GET', path);
}

/** Waits for something to be there; undefined when it does not come. */
async function until<T>(
  look: () => T | undefined | Promise<T | undefined>,
  milliseconds = 20_000,
): Promise<T | undefined> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const found = await look();
    if (found !== undefined || Date.now() > end) return found;
    await wait(100);
  }
}
