import { openZap, type Zap } from '../support/zapier-door';

let lightspeed: Zap;
const asked: string[] = [];
beforeEach(async () => {
  lightspeed = await openZap('lightspeed');
  asked.length = 0;
  const { handle } = lightspeed.target;
  lightspeed.target.handle = (request, now) => {
    asked.push(request.path);
    return handle.call(lightspeed.target, request, now);
  };
});
afterEach(() => lightspeed.close());
const looks = () => asked.filter((path) => path.endsWith('/getCheck')).length;
/** As soon as possible: an order for later is decided later. */
const soon = { order_data: '', items: [{ name: 'garlic knots' }], customer_name: 'Ann Lee' };

describe('Lightspeed queues an order and decides later', () => {
  it('the step waits for it, and returns the check and its total', async () => {
    const output = await lightspeed.run(soon);
    expect(output).toMatchObject({ state: 'accepted', sent_to_kitchen: true, replayed: false });
    expect(output.pos_order_id).toBe(lightspeed.tickets()[0]?.id);
    expect(output.pos_total).toBe(lightspeed.tickets()[0]?.total);
    expect(output.status_text).toContain('Lightspeed Restaurant has the order as ticket');
    expect(looks()).toBeGreaterThan(0);
  });

  it('the step ends with State queued where the POS says nothing within 20 seconds', async () => {
    const silent = lightspeed.target.handle;
    lightspeed.target.handle = (request, now) =>
      request.path.endsWith('/getCheck')
        ? {
            reply: { status: 200, headers: { 'content-type': 'application/json' }, body: '[]' },
            afterSeconds: 0,
          }
        : silent.call(lightspeed.target, request, now);
    const output = await lightspeed.run(soon);
    expect(output).toMatchObject({ state: 'queued', sent_to_kitchen: true, kitchen_confirmed: false });
  });

  it('a look that fails is no failed order', async () => {
    const broken = lightspeed.target.handle;
    lightspeed.target.handle = (request, now) =>
      request.path.endsWith('/getCheck') ? { dropped: true } : broken.call(lightspeed.target, request, now);
    expect(await lightspeed.run(soon)).toMatchObject({ state: 'queued' });
  });

  it('a repeated run does not wait again, nor does an order that Lightspeed keeps for later', async () => {
    await lightspeed.run(soon);
    const first = looks();
    expect(await lightspeed.run(soon)).toMatchObject({ replayed: true });
    expect(looks()).toBe(first);
    const requested_time = new Date(Date.now() + 3 * 3_600_000).toISOString();
    const later = { ...soon, order_reference: 'later', requested_time, send_ahead_minutes: '30' };
    expect(await lightspeed.run(later)).toMatchObject({ state: 'queued' });
    expect(looks()).toBe(first);
  });
});
