import { parseArgs } from 'node:util';
import { type Environment, processEnvironment } from '../../server/config';
import type { EventAnswer, OrderAnswer, Page, ShopAnswer } from '../api-answers';
import { type Door, must, openDoorOf } from '../door';
import { manualOf } from '../manual';
import { findOrders } from './find';
import { logLines } from './log';
import { standingLines } from './standing';

type Options = {
  args: string[];
  environment?: Environment;
  say?: (line: string) => void;
  now?: () => number;
};

const text = { type: 'string' } as const;
const FLAGS = { url: text, key: text, json: { type: 'boolean', default: false } } as const;

/** `orderwire orders show 14`: an order and all that happened to it, in plain words. Resolves to the exit code. */
export async function orders(options: Options): Promise<number> {
  const { args, environment = processEnvironment(), say = console.log, now = Date.now } = options;
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: FLAGS });
  const [action, named] = positionals;
  if (action !== 'show' || !named) {
    say(manualOf('orders'));
    return 2;
  }
  const door = await openDoorOf(environment, { key: values.key, url: values.url, say });
  try {
    const found = await findOrders(named, door, now());
    const tell = values.json ? asJson : shown;
    for (const order of found) for (const line of await tell(order, door)) say(line);
    if (found.length > 0) return 0;
    const complain = values.json ? console.error : say;
    complain(`No order has the id or reference "${named}", and no ticket of today that number.`);
    return 1;
  } finally {
    await door.close();
  }
}

/** One line an order: the order as the API answers it, with its history. */
async function asJson(order: OrderAnswer, door: Door): Promise<string[]> {
  const { data } = must<Page<EventAnswer>>(await door.call('GET', `/v1/orders/${order.id}/events`));
  return [JSON.stringify({ ...order, events: data })];
}

async function shown(order: OrderAnswer, door: Door): Promise<string[]> {
  const [events, shop] = await Promise.all([
    door.call('GET', `/v1/orders/${order.id}/events`),
    door.call('GET', `/v1/locations/${order.location_id}`),
  ]);
  const { name, timezone } = must<ShopAnswer>(shop);
  const told = order.total === null ? [] : [`Total: ${order.total} ${order.currency}`];
  return [
    `${order.test ? 'TEST ' : ''}Order #${order.number} of ${order.customer.name ?? 'a guest'}, ${name}`,
    `${order.items_text}`,
    [
      ...told,
      ...(order.pickup_local ? [`wanted ${order.pickup_local}`] : []),
      `reference ${order.external_ref}`,
    ].join(', '),
    order.id,
    '',
    ...logLines(must<Page<EventAnswer>>(events).data, timezone),
    '',
    ...standingLines(order),
    '',
  ];
}
