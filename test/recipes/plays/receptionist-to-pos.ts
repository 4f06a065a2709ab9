import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bridge } from '../../../src/cli/bridge';
import { ReceptionistFile } from '../../support/receptionist-file';
import { expect, ticketsOf, until } from '../findings';
import { openPage, type Scene } from '../scene';

const ORDER = {
  items: '2 large pepperoni pizza no onions, 1 garlic knots',
  order_type: 'pickup',
  customer_name: 'Ann Lee',
  caller_phone: '+16175550123',
};

const MENU = `Pizza
- Pepperoni Pizza - with mozzarella - $15.99
- Supreme Pizza - with everything - $18.99
Sides
- Garlic Knots - six - $6.50
`;

/** A call that Python writes down becomes a ticket in Toast; the call's several rows are one order. */
export async function receptionistToPos({ house, zap, hook, folder }: Scene): Promise<string> {
  const { steps } = openPage('receptionist-to-pos');
  const [trigger] = steps;
  if (!trigger) throw new Error('The recipe has no trigger.');
  const file = ReceptionistFile.make('migrated');
  file.write({ business: { name: "Mario's", phone_number: '+16175550100' } });
  const call_sid = 'CA0001';
  file.write({ call: { call_sid, business_id: 1 } });
  file.write({ order: { ...ORDER, call_sid, items: '2 large pepperoni pizza' } });
  file.write({ order: { ...ORDER, call_sid } }, { hang_up: { call_sid } });
  const args = [
    '--db',
    file.path,
    '--to',
    hook.url,
    '--outbox',
    join(folder, 'bridge.db'),
    '--once',
    '--all',
  ];
  const environment = { RESTAURANT_NAME: "Mario's Downtown", RESTAURANT_TIMEZONE: 'UTC' };
  const menu = join(folder, 'menu_reference.txt');
  writeFileSync(menu, MENU);
  await bridge({ args: [...args, '--menu', menu], environment, say: () => undefined });
  file.remove();
  const message = await until(() => hook.calls[0], "The bridge's message");
  const [order] = await zap.triggered(trigger, message);
  if (!order) throw new Error('The trigger took no order.');
  await zap.run(steps, order);
  const [ticket, ...more] = await ticketsOf(house, 'toast');
  expect(hook.calls.length === 1 && more.length === 0, 'one order and one ticket for one call');
  expect(/no onions/i.test(JSON.stringify(ticket)), '"no onions" on the ticket');
  return `Toast #${ticket?.ticket_number}`;
}
