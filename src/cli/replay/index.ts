import { parseArgs } from 'node:util';
import { localText, readTime, toDate } from '../../order/time';
import { type Environment, processEnvironment } from '../../server/config';
import type { OrderAnswer, Page, ShopAnswer } from '../api-answers';
import { type Door, must, openDoorOf } from '../door';
import { manualOf } from '../manual';
import { findOrders, newestFirst } from '../orders/find';
import { createPrompt, type Prompt } from '../prompt';
import { toTable } from '../table';
import { type Planned, plan } from './plan';
import { sendAll } from './send';

type Options = {
  args: string[];
  environment?: Environment;
  say?: (line: string) => void;
  /** null: nobody can be asked. */
  prompt?: Prompt | null;
  now?: () => number;
};

const text = { type: 'string' } as const;
const FLAGS = {
  ...{ from: text, to: text, location: text, connection: text, url: text, key: text },
  run: { type: 'boolean', default: false },
} as const;

/** `orderwire replay`: sends what is nowhere, never what the POS has. Resolves to the exit code. */
export async function replay(options: Options): Promise<number> {
  const { args, environment = processEnvironment(), say = console.log } = options;
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: FLAGS });
  const [named] = positionals;
  if (!named && !(values.from && values.to)) {
    say(manualOf('replay'));
    return 2;
  }
  const door = await openDoorOf(environment, { key: values.key, url: values.url, say, mustRun: true });
  try {
    const shops = must<Page<ShopAnswer>>(await door.call('GET', '/v1/locations')).data;
    const orders = named
      ? await findOrders(named, door, (options.now ?? Date.now)())
      : await ordersBetween(values, shops, door);
    const where = { door, connection_id: values.connection };
    const planned: Planned[] = [];
    for (const order of orders) planned.push(await plan(order, where));
    say(planned.length > 0 ? planTable(planned, shops) : 'No order came then.');
    const toSend = planned.filter(({ fate }) => fate === 'send');
    if (toSend.length === 0) return planned.some(({ fate }) => fate === 'unsure') ? 1 : 0;
    if (!values.run && !(await isAgreed(toSend.length, options))) {
      say(`Nothing was sent. With --run ${toSend.length} of ${planned.length} would be.`);
      return 0;
    }
    return (await sendAll(toSend, where, say)) ? 0 : 1;
  } finally {
    await door.close();
  }
}

/** Orders of that time, oldest first; times without a zone are the shop's own. */
async function ordersBetween(
  { from = '', to = '', location }: { from?: string; to?: string; location?: string },
  shops: ShopAnswer[],
  door: Door,
): Promise<OrderAnswer[]> {
  const shop = shops.find(({ id }) => id === location) ?? shops[0];
  const [start, end] = [momentOf('--from', from, shop), momentOf('--to', to, shop)];
  const found: OrderAnswer[] = [];
  for await (const order of newestFirst(door, location ? `location_id=${location}` : '')) {
    const at = Date.parse(order.created_at);
    if (at < start) break;
    if (at <= end) found.unshift(order);
  }
  return found;
}

function momentOf(flag: string, given: string, shop: ShopAnswer | undefined): number {
  try {
    return toDate(readTime(given, shop?.timezone ?? 'UTC')).getTime();
  } catch {
    throw new Error(
      `${flag} "${given}" is no time; write 2026-11-27T18:00, or with a zone 2026-11-27T18:00:00-05:00.`,
    );
  }
}

function planTable(planned: Planned[], shops: ShopAnswer[]): string {
  const zoneOf = (id: string) => shops.find((shop) => shop.id === id)?.timezone ?? 'UTC';
  const rows = planned.map(({ order, fate, why }) => [
    `#${order.number}`,
    localText(order.created_at, zoneOf(order.location_id)),
    order.external_ref,
    fate === 'send' ? 'WILL BE SENT' : fate,
    why,
  ]);
  return `${toTable([['order', 'came', 'reference', 'replay', 'why'], ...rows])}\n`;
}

/** Only in front of a terminal is there somebody to ask. */
async function isAgreed(count: number, { prompt }: Options): Promise<boolean> {
  const asked = prompt === undefined && process.stdin.isTTY ? createPrompt() : prompt;
  if (!asked) return false;
  const answer = await asked.text(`Type yes to send ${count === 1 ? 'it' : `these ${count}`}: `);
  asked.close();
  return answer.toLowerCase() === 'yes';
}
