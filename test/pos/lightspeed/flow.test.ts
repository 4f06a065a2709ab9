import { lightspeed } from '../../../src/pos/lightspeed';
import type { Receipt } from '../../../src/pos/receipt';
import type { Session } from '../../../src/pos/vendor';
import type { LightspeedSimulator } from '../../../src/sandbox/lightspeed';
import { directClient, openStage, type Stage, sample, send, ticketsLater } from '../../support/vendor-doors';

let stage: Stage;
let session: Session;
const simulator = () => stage.target.simulator as LightspeedSimulator;
const outcomes = () =>
  simulator()
    .notifications(new Date(stage.clock.now.getTime() + 400_000))
    .map(({ body }) => JSON.parse(body) as { status: string; reason?: string; thirdPartyReference: string });
const set = (settings: Record<string, string>): Session => ({
  ...session,
  settings: { ...session.settings, ...settings },
});
beforeEach(async () => {
  stage = await openStage('lightspeed', directClient);
  session = await stage.open();
});

describe('an order on its way', () => {
  it('is queued, not confirmed: the webhook decides', async () => {
    const receipt = await send(stage, session);
    expect(receipt).toMatchObject({
      state: 'queued',
      completed: ['order'],
      sent_to_kitchen: true,
      kitchen_confirmed: false,
      replayed: false,
      pos_order_id: null,
      warnings: [],
    });
    expect(receipt.status_text).toContain('has not yet confirmed');
    expect(simulator().tickets(stage.clock.now)).toEqual([expect.objectContaining({ visible: false })]);
    expect(outcomes()).toEqual([
      expect.objectContaining({ status: 'SUCCESS', thirdPartyReference: receipt.reference }),
    ]);
    expect(ticketsLater(stage)).toEqual([
      expect.objectContaining({ visible: true, ticket_number: receipt.ticket_number }),
    ]);
  });

  it('may fail after all, with the reason in the webhook', async () => {
    const order = {
      ...sample(),
      items: sample().items.map((item) => ({ ...item, pos: 'GONE', options: [] })),
    };
    expect((await lightspeed.submitOrder(order, session)).state).toBe('queued');
    expect(outcomes()).toEqual([
      expect.objectContaining({ status: 'FAILURE', reason: expect.stringContaining('GONE') }),
    ]);
  });

  it('makes one ticket when the reply is lost and the order is repeated, and says so', async () => {
    stage.target.arm({ fault: 'lose_reply', times: 1, seconds: 0 });
    await expect(send(stage, session)).rejects.toMatchObject({ kind: 'unclear' });
    expect(await send(stage, session)).toMatchObject({
      replayed: true,
      state: 'queued',
      sent_to_kitchen: true,
    });
    expect(ticketsLater(stage)).toHaveLength(1);
  });

  it('makes one ticket when two doors send it at once', async () => {
    const [one, two]: Receipt[] = await Promise.all([send(stage, session), send(stage, session)]);
    expect([one?.replayed, two?.replayed].sort()).toEqual([false, true]);
    expect(one?.reference).toBe(two?.reference);
    expect(ticketsLater(stage)).toHaveLength(1);
  });

  it('makes one ticket when a late repeat finds the wanted time passed', async () => {
    await send(stage, session);
    const late = { ...session, now: '2030-11-30T03:00:00Z' };
    expect(await send(stage, late)).toMatchObject({ replayed: true });
    expect(ticketsLater(stage)).toHaveLength(1);
  });

  it.each([
    ['delivery', 'delivery'],
    ['pickup', 'pickup'],
    ['curbside', 'pickup'],
    ['dine_in', 'dine_in'],
  ])('finds the order profile for %s by itself', async (type, service) => {
    await send(stage, session, sample({ service: { type, table: type === 'dine_in' ? '3' : null } }));
    expect(ticketsLater(stage)).toEqual([expect.objectContaining({ service })]);
  });

  it('takes the order profile that is set, and says which exist', async () => {
    await send(stage, set({ order_profile_code: 'TAKEAWAY' }));
    expect(ticketsLater(stage)).toEqual([expect.objectContaining({ service: 'pickup' })]);
    const profiles = lightspeed.settings.find(({ key }) => key === 'order_profile_code');
    expect(await profiles?.fetchChoices?.(session)).toContainEqual({
      value: 'DELIVERY',
      label: 'Delivery (DELIVERY)',
    });
  });

  it('books a paid order with its tip, discount and fee', async () => {
    const paid = {
      payment: { state: 'paid', method: 'card' },
      discounts: [{ name: 'Loyalty', amount: 500 }],
      quoted_total: 5690,
      tip: 400,
    };
    const receipt = await send(
      stage,
      set({ payment_method_code: 'OOPAYMENT', discount_code: 'PHONE' }),
      sample(paid),
    );
    expect(receipt.warnings).toEqual([]);
    expect(ticketsLater(stage)).toEqual([
      expect.objectContaining({
        payment: 'paid',
        tip: 400,
        total: 5690,
        discounts: [expect.objectContaining({ amount: 500 })],
      }),
    ]);
  });
});

describe('a restaurant that is not ready', () => {
  beforeEach(() => simulator().setPosRunning(false));
  it('gets nothing, and is told what to switch on', async () => {
    const error = await send(stage, session).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: 'unreachable', details: { code: 'NOT_READY' } });
    expect(String(error)).toMatch(/nothing was sent: no POS device is running .*Online Orders enabled/);
    expect(ticketsLater(stage)).toEqual([]);
  });
  it('still gets an order that Lightspeed holds until later', async () => {
    const receipt = await send(stage, set({ send_ahead_minutes: '30' }));
    expect(receipt.state).toBe('queued');
    expect(outcomes()).toEqual([]);
  });
  it('still passes the connection check: a shop may be closed when it is set up', async () => {
    expect(await lightspeed.checkConnection(session)).toMatchObject({
      currency: 'USD',
      timezone: 'America/New_York',
    });
  });
});

describe('tokens', () => {
  const login = {
    http: (request: Parameters<Session['http']>[0]) => session.http(request),
    environment: 'sandbox' as const,
  };
  const open = (previous?: Session['token']) =>
    lightspeed.authenticate(session.credentials, previous, { ...login, baseUrl: session.baseUrl });

  it('hand on the rotated refresh token, and use it before the first one', async () => {
    const second = await open(session.token);
    expect(second.refresh_token).not.toBe(session.token?.refresh_token);
    expect(second.expires_in_seconds).toBe(1800);
    expect((await open(second)).access_token).not.toBe(second.access_token);
  });
  it('are lost when a refresh token is used twice: connect again', async () => {
    await expect(open()).rejects.toMatchObject({
      kind: 'credentials',
      message: expect.stringContaining('used before, has expired'),
    });
  });
  it('are refused for a wrong client, in words', async () => {
    const wrong = { ...session.credentials, client_secret: 'wrong' };
    await expect(
      lightspeed.authenticate(wrong, session.token, { ...login, baseUrl: session.baseUrl }),
    ).rejects.toMatchObject({
      kind: 'credentials',
      message: expect.stringContaining('client id and secret'),
    });
  });
});

it.each([
  ['throttle', 'throttled'],
  ['expired_token', 'credentials'],
  ['read_only', 'credentials'],
  ['error_before', 'unclear'],
  ['garbage', 'unclear'],
  ['hang', 'unclear'],
] as const)('calls %s %s', async (fault, kind) => {
  stage.target.arm({ fault, times: 9, seconds: 29 });
  const order = { ...sample(), items: [{ ...sample().items[0], pos: 'COKE', options: [] }] } as never;
  await expect(lightspeed.submitOrder(order, session)).rejects.toMatchObject({ kind });
});

it('fails the check of a token that may not order, and names the scope', async () => {
  stage.target.arm({ fault: 'read_only', times: 9, seconds: 0 });
  await expect(lightspeed.checkConnection(session)).rejects.toMatchObject({
    kind: 'credentials',
    message: expect.stringContaining('orders-api'),
  });
});
