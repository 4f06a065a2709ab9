import { parseArgs } from 'node:util';
import { hasArrived } from '../../order/delivery';
import { type Environment, processEnvironment } from '../../server/config';
import type { ConnectionAnswer, Page, ShopAnswer } from '../api-answers';
import { type Door, must, openDoorOf } from '../door';
import { createPrompt, type Prompt } from '../prompt';
import { toTable } from '../table';
import { cancelled, type Finding, found, printed, sent, totals } from './findings';
import { sendTest, type Testing } from './send';

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
  ...{ connection: text, url: text, key: text },
  type: { type: 'string', default: 'pickup' },
  yes: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;
const TYPES = ['pickup', 'delivery'];

/** `orderwire test-order`: one small order all the way to the printer and back out. Resolves to the exit code. */
export async function testOrder(options: Options): Promise<number> {
  const { args, environment = processEnvironment(), say = console.log, now = Date.now } = options;
  const { values } = parseArgs({ args, options: FLAGS });
  if (!TYPES.includes(values.type))
    throw new Error(`--type "${values.type}" is none of ${TYPES.join(', ')}.`);
  const door = await openDoorOf(environment, { key: values.key, url: values.url, say, mustRun: true });
  try {
    const { data: connections } = must<Page<ConnectionAnswer>>(await door.call('GET', '/v1/connections'));
    const connection = connectionOf(values.connection, connections);
    const path = `/v1/locations/${connection.location_id}`;
    const shop = must<ShopAnswer>(await door.call('GET', path));
    if (!values.json) say(`A test order marked TEST DO NOT MAKE goes to ${connection.name}.`);
    const testing = { door, connection, connections, shop, type: values.type, now: now() };
    const findings = await play(testing, values.yes || values.json ? { ...options, prompt: null } : options);
    say(values.json ? JSON.stringify({ connection_id: connection.id, steps: findings }) : tableOf(findings));
    return findings.some(({ well }) => well === false) ? 1 : 0;
  } finally {
    await door.close();
  }
}

const MARKS = new Map<boolean | null, string>([
  [true, 'ok'],
  [false, 'FAIL'],
]);

function tableOf(findings: Finding[]): string {
  const rows = findings.map(({ what, seen, well }) => [what, MARKS.get(well) ?? '', seen]);
  return `\n${toTable([['step', '', 'seen'], ...rows])}`;
}

/** The connection of this id, POS or name; the only one where none is named. */
function connectionOf(named: string | undefined, connections: ConnectionAnswer[]): ConnectionAnswer {
  const fitting = connections.filter(
    ({ id, vendor, name }) => named === undefined || [id, vendor, name].includes(named),
  );
  const [only, ...others] = fitting;
  if (only && others.length === 0) return only;
  const known = connections.map(({ id, name }) => `${id} (${name})`).join(', ');
  throw new Error(
    known ? `Say which with --connection: ${known}.` : 'No POS is connected: orderwire connect',
  );
}

async function play(testing: Testing, options: Options): Promise<Finding[]> {
  const { door, connection } = testing;
  const { order, delivery } = await sendTest(testing);
  const { receipt } = delivery;
  const arrived = hasArrived(delivery);
  const inPos = arrived ? [found(await lookUp(door, order.id, connection.id))] : [];
  const said = arrived ? await asked(options) : null;
  const { outcome } = must<{ outcome: string }>(
    await door.call('POST', `/v1/orders/${order.id}/cancel`, { reason: 'It was a test.' }),
  );
  return [
    sent(delivery),
    ...inPos,
    ...(arrived ? [printed(said, receipt?.kitchen_confirmed), totals(order, receipt?.pos_total)] : []),
    cancelled(outcome, receipt),
  ];
}

function lookUp(door: Door, order_id: string, connection_id: string) {
  return door.call('POST', `/v1/orders/${order_id}/lookup`, { connection_id });
}

/** Whether it printed once, as somebody in front of this terminal says; null where nobody is there. */
async function asked({ prompt }: Options): Promise<boolean | null> {
  const open = prompt === undefined && process.stdin.isTTY ? createPrompt() : prompt;
  if (!open) return null;
  const answer = await open.text('Did it print once? (y/n) ');
  open.close();
  return /^y/i.test(answer);
}
