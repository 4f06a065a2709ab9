import { touchbistro } from '../../src/pos/touchbistro';
import type { SeenStatus, WebhookEvent } from '../../src/pos/webhook';
import type { StaffAction, StaffedSimulator } from '../../src/sandbox/notification';
import { openWay } from '../support/touchbistro-doors';
import { directClient, openStage, sample, send } from '../support/vendor-doors';

const MINUTE_MS = 60_000;

/** Staff's steps, a minute apart, and what each call tells of them. */
function watch(
  simulator: StaffedSimulator,
  start: Date,
  read: (call: { url: string; headers: Record<string, string>; body: string }) => WebhookEvent[],
) {
  let minutes = 1;
  const now = () => new Date(start.getTime() + minutes * MINUTE_MS);
  const told = () => simulator.notifications(now()).flatMap(read);
  const ticket = () => simulator.tickets(now())[0];
  return {
    told,
    ticket,
    act(action: StaffAction): WebhookEvent[] | 'no such step' {
      const before = told().length;
      minutes += 1;
      return simulator.act(ticket()?.id ?? '', action, now()) ? told().slice(before) : 'no such step';
    },
  };
}
const statuses = (events: WebhookEvent[] | string) =>
  Array.isArray(events) ? events.map(({ status }) => status) : events;

describe('at Lightspeed', () => {
  async function open() {
    const stage = await openStage('lightspeed', directClient);
    const opened = await stage.open();
    const session = { ...opened, settings: { ...opened.settings, currency: 'USD' } };
    const receipt = await send(stage, session);
    const simulator = stage.target.simulator as StaffedSimulator;
    const secrets = {
      credentials: {
        webhook_username: simulator.facts.webhook_username,
        webhook_password: simulator.facts.webhook_password,
      },
      settings: {},
      now: stage.clock.now.toISOString(),
    };
    const watched = watch(simulator, stage.clock.now, (call) => {
      const reading = stage.vendor.readWebhook?.(call, secrets);
      if (reading?.outcome !== 'verified') throw new Error(JSON.stringify(reading));
      return reading.events;
    });
    const seen = async () => stage.vendor.fetchPosOrder?.(watched.told()[0]?.pos_order_id ?? '', session);
    return { ...watched, receipt, seen };
  }

  it('staff who finish an order tell so, and the check says the same', async () => {
    const { act, seen, told, receipt } = await open();
    expect(statuses(act('start'))).toBe('no such step');
    expect(statuses(act('ready'))).toEqual(['ready']);
    expect(await seen()).toMatchObject({ status: 'accepted' });
    const closing = act('complete');
    expect(statuses(closing)).toEqual([null, 'completed']);
    expect(await seen()).toMatchObject({ status: 'completed' });
    expect(told().every(({ reference }) => reference === receipt.reference)).toBe(true);
    expect(told().at(-1)?.at).toBe((await seen())?.at);
  });

  it('a check that staff cancel is not taken for one that was served', async () => {
    const { act, seen } = await open();
    expect(statuses(act('cancel'))).toEqual(['cancelled']);
    expect(await seen()).toMatchObject({ status: 'cancelled' });
  });
});

describe('by Deliverect', () => {
  async function open() {
    const way = await openWay('deliverect');
    const receipt = await way.send();
    const simulator = way.simulator as StaffedSimulator;
    const secrets = {
      credentials: { webhook_secret: simulator.facts.webhook_secret },
      settings: { mode: 'deliverect' },
      now: way.clock.now.toISOString(),
    };
    const watched = watch(simulator, way.clock.now, (call) => {
      const reading = touchbistro.readWebhook(call, secrets);
      if (reading.outcome !== 'verified') throw new Error(JSON.stringify(reading));
      return reading.events;
    });
    return { ...watched, receipt, way };
  }

  it('staff tell of each step', async () => {
    const { act, told, receipt } = await open();
    const steps: [StaffAction, SeenStatus][] = [
      ['start', 'in_preparation'],
      ['ready', 'ready'],
      ['complete', 'completed'],
    ];
    for (const [action, status] of steps) expect(statuses(act(action))).toEqual([status]);
    expect(told().every(({ reference, at }) => reference === receipt.reference && at !== null)).toBe(true);
    expect(new Set(told().map(({ id }) => id)).size).toBe(4);
  });

  it('a cancelled order is voided at the POS, which says so', async () => {
    const { told, ticket, receipt, way } = await open();
    for (const _attempt of [1, 2]) await touchbistro.cancel(receipt, way.session);
    expect(ticket()?.voided).toBe(true);
    expect(told().at(-1)).toMatchObject({ reference: receipt.reference, status: 'cancelled' });
    expect(way.tickets()).toHaveLength(1);
  });

  it('another order stays where it is', async () => {
    const { receipt, way } = await open();
    await way.send(sample({ external_ref: 'two' }));
    await touchbistro.cancel(receipt, way.session);
    expect(way.tickets().map(({ voided }) => voided)).toEqual([true, false]);
  });
});
