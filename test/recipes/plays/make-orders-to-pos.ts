import { sampleOrder } from '../../../src/order/sample';
import { openWebhook } from '../../make/interpreter/webhook-address';
import { expect, ticketsOf, until } from '../findings';
import { filledIn, imported } from '../make-account';
import { openPage, type Scene } from '../scene';

/** The server calls the scenario, the scenario sends the order to Square and acknowledges it. */
export async function makeOrdersToPos({ house }: Scene): Promise<string> {
  const access = { order_api: house.apiUrl, api_key: house.apiKey };
  const settings = filledIn('orders-to-pos', openPage('make-orders-to-pos'), access);
  const scenario = imported('orders-to-pos', settings);
  const webhook = await openWebhook(scenario);
  try {
    await imported('connect-webhooks', { ...access, orders_webhook: webhook.url }).run();
    await house.postOrder({ ...sampleOrder, timing: {} });
    const outcome = await until(() => webhook.outcomes[0], 'The run of the scenario');
    expect(outcome.status === 'success', `a run that succeeds, it was ${outcome.status}`);
    const tickets = await ticketsOf(house, 'square');
    const { data } = await house.call<{ data: object[] }>('GET', '/v1/orders?acked=false');
    expect(tickets.length === 1 && data.length === 0, 'one ticket, acknowledged');
    expect(/no onions/i.test(JSON.stringify(tickets[0]?.lines)), '"no onions" on the ticket');
    return `Square #${tickets[0]?.ticket_number}, ${scenario.operations} operations`;
  } finally {
    await webhook.close();
  }
}
