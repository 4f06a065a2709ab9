import { sampleOrder } from '../../../src/order/sample';
import { expect, ticketsOf, until } from '../findings';
import { openPage, type Scene } from '../scene';

/** The server calls the Zap, the Zap says where to; a run that is repeated makes no second ticket. */
export async function serverToPos({ house, zap, hook }: Scene): Promise<string> {
  const { steps } = openPage('server-to-pos');
  const [trigger] = steps;
  if (!trigger) throw new Error('The recipe has no trigger.');
  await zap.switchOn(trigger, hook.url);
  await house.postOrder({ ...sampleOrder, timing: {} });
  const call = await until(() => hook.calls[0], "The server's call");
  const [order] = await zap.triggered(trigger, call);
  if (!order) throw new Error('The trigger took no order.');
  const outcomes = await zap.run(steps, order);
  await zap.run(steps, order);
  const tickets = await ticketsOf(house, 'square');
  expect(tickets.length === 1, `one ticket, there are ${tickets.length}`);
  return outcomes.get(2)?.get('Status') ?? '';
}
