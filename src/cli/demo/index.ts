import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleOrder } from '../../order/sample';
import { knownConnections } from '../../sandbox/known-connections';
import type { KitchenTicket } from '../../sandbox/simulator';
import { playDirect } from './direct';
import { playGuests } from './guests';
import { type DemoHouse, openDemoHouse } from './house';
import { isWell, type Outcome, reportTable } from './report';
import { toZapierConnection } from './zapier-connection';
import { loadBuiltApp, ZapierPlayer } from './zapier-player';

type Say = (line: string) => void;

/** `orderwire demo`: a phone order becomes a ticket in five kitchens through the built Zapier app. Resolves to the exit code. */
export async function demo({
  keep,
  say = console.log,
}: {
  keep: boolean;
  say?: Say;
}): Promise<number | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'orderwire-demo-'));
  const house = await openDemoHouse({ database: join(folder, 'orderwire.db'), keep });
  try {
    const well = await play(house, say);
    if (!keep) return well ? 0 : 1;
    say(
      `\nIt all runs on until Ctrl+C. Kitchen screen: ${house.sandboxUrl}/   Order API: ${house.apiUrl}/docs (key ${house.apiKey})`,
    );
    await house.interrupted();
    return well ? 0 : 1;
  } finally {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function play(house: DemoHouse, say: Say): Promise<boolean> {
  say(`Order API on ${house.apiUrl}, five POS simulators on ${house.sandboxUrl}.\n`);
  const guests = await playGuests(house, say);
  say('\n== A phone receptionist posts an order, and Zapier makes the tickets ==\n');
  const order = await house.postOrder(phoneOrder());
  say(`A phone order came in (order ${order.number}), scheduled, with a delivery fee and "no onions":\n`);
  say(order.ticket_text.replaceAll(/^/gm, '    '));
  const zapier = new ZapierPlayer(loadBuiltApp());
  const orderApi = await zapier.connect({
    system: 'order_api',
    api_key: house.apiKey,
    api_url: house.apiUrl,
  });
  say(`\nZapier connects: ${orderApi.label}`);
  const [found] = await zapier.poll('new_order', orderApi.authData);
  if (!found) throw new Error('The New Order trigger found nothing.');
  say(`Zapier's New Order trigger finds order ${found.order_number}: ${found.order_reference}\n`);
  const outcomes: Outcome[] = [];
  for (const connection of knownConnections(house.sandboxUrl)) {
    const { authData, settings } = toZapierConnection(connection);
    const account = await zapier.connect(authData);
    say(`Zapier connects: ${account.label}`);
    const fields = { order_reference: found.order_reference, order_data: found.order_data, ...settings };
    const before = (await house.tickets(connection.vendor)).map(({ reference }) => reference);
    const run = () => zapier.create(`create_${connection.vendor}_order`, account.authData, fields);
    await house.arm(connection.vendor, 'lose_reply');
    await run().then(
      () => say('  1st run: answered, although the reply was lost'),
      (error: Error) =>
        say(`  1st run: the reply is lost. ${error.name}: Zapier runs the step again by itself`),
    );
    const second = await run();
    say(`  2nd run: ${second.status_text}`);
    const third = await run();
    say(`  3rd run: ${third.status_text}`);
    outcomes.push({
      name: connection.name,
      ticketNumber: third.ticket_number as string | null,
      tickets: (await decided(house, connection.vendor)).filter(
        ({ reference }) => !before.includes(reference),
      ),
      told: sampleOrder.quoted_total,
    });
  }
  say(`\n${reportTable(outcomes)}\n`);
  const direct = await playDirect(house, say);
  const well = guests && outcomes.every(isWell) && direct;
  say(well ? '\nEvery kitchen has the order, once.' : '\nSOMETHING IS WRONG: see above.');
  say('\nNext: npm start, npm run sandbox, README.md "A tour in five minutes", docs/zapier.md.');
  return well;
}

/** The sample order, wanted tomorrow at a quarter past seven in the evening. */
function phoneOrder() {
  const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10);
  return {
    ...sampleOrder,
    timing: { requested_at: `${tomorrow}T19:15:00`, requested_text: 'quarter past seven tomorrow' },
  };
}

/** A POS that decides after its answer gets a few seconds. */
async function decided(house: DemoHouse, vendor: string): Promise<KitchenTicket[]> {
  for (let tries = 0; ; tries++) {
    const tickets = await house.tickets(vendor);
    if (tries >= 10 || tickets.every((ticket) => ticket.visible)) return tickets;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}
