import { sampleOrder } from '../../../src/order/sample';
import { expect, until } from '../findings';
import { openPage, type Scene } from '../scene';

/** Each order of the server is a row, whatever became of it in a POS. */
export async function ordersToSheet({ house, zap, hook, rows }: Scene): Promise<string> {
  const { steps } = openPage('orders-to-sheet');
  const [trigger] = steps;
  if (!trigger) throw new Error('The recipe has no trigger.');
  await zap.switchOn(trigger, hook.url);
  await house.postOrder({ ...sampleOrder, external_ref: 'CA0001' });
  await house.postOrder({ external_ref: 'CA0002', items: [{ name: 'garlic knots', quantity: '2' }] });
  await until(() => hook.calls[1], "The server's second call");
  for (const call of hook.calls) {
    for (const order of await zap.triggered(trigger, call)) await zap.run(steps, order);
  }
  const references = rows.map(({ Reference }) => Reference).sort();
  expect(references.join() === 'CA0001,CA0002', `a row for each order, there are ${references.join()}`);
  return `${rows.length} rows: ${rows[0]?.Guest}, ${rows[0]?.Order?.slice(0, 60)}…`;
}
