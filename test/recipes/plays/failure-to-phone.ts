import { sampleOrder } from '../../../src/order/sample';
import { expect, ticketsOf } from '../findings';
import { openPage, type Scene } from '../scene';

const MANAGER = '+16175550188';

/** Clover refuses one order: the manager's phone has the whole ticket. An order that Clover takes rings nobody. */
export async function failureToPhone({ house, zap, inbox }: Scene): Promise<string> {
  const { steps } = openPage('failure-to-phone');
  const [trigger] = steps;
  if (!trigger) throw new Error('The recipe has no trigger.');
  const push = async (order: object) => {
    const [given] = await zap.triggered(trigger, { type: 'order.created', data: order });
    if (!given) throw new Error('The trigger took no order.');
    return zap.run(steps, given);
  };
  const stored = await house.postOrder(sampleOrder);
  await push(stored);
  expect((await inbox(MANAGER)).length === 0, 'no text for an order that was taken');
  const strange = await house.postOrder({ ...sampleOrder, external_ref: 'CA0002', ...SOLD_OUT });
  await push(strange);
  const [text = '', ...more] = await inbox(MANAGER);
  expect(more.length === 0 && /tiramisu/i.test(text), `the ticket on the manager's phone: ${text}`);
  expect((await ticketsOf(house, 'clover')).length === 1, 'no ticket of the order that was refused');
  return `"${text.split('\n')[0]?.slice(0, 90)}…"`;
}

const SOLD_OUT = { items: [{ name: 'tiramisu', quantity: '1' }], charges: [], quoted_total: null };
