import { NoResponse } from '../../../src/http';
import { clover } from '../../../src/pos/clover';
import { PosError } from '../../../src/pos/errors';
import { placeOrder } from '../../../src/pos/place-order';
import { interleave, openClover, sample } from '../../support/clover-door';

async function failure(promise: Promise<unknown>): Promise<PosError> {
  const error = await promise.catch((reason: unknown) => reason);
  if (!(error instanceof PosError)) throw new Error(`expected a PosError, got ${error}`);
  return error;
}

describe('a Clover order in the United States', () => {
  it('is made at once, looked at again, and printed', async () => {
    const { seen, send, tickets } = openClover();
    const receipt = await send();
    expect(receipt).toMatchObject({
      state: 'accepted',
      completed: ['order', 'print'],
      sent_to_kitchen: true,
      replayed: false,
      pos_total: 6190,
    });
    const order = seen.slice(seen.findIndex(({ url }) => url.includes('/orders?')));
    expect(order.map(({ method, url }) => `${method} ${url.replace(/.*SANDBOXUS0001|\?.*/g, '')}`)).toEqual([
      'GET /orders',
      'GET /orders',
      'GET /order_types',
      'POST /atomic_order/orders',
      'GET /orders',
      'GET /orders',
      'POST /print_event',
    ]);
    expect(tickets()).toMatchObject([
      { visible: true, printed: 1, service: 'delivery', total: 6190, reference: receipt.reference },
    ]);
  });

  it('leaves one printed ticket after a lost reply and a repeat', async () => {
    const { target, send, tickets } = openClover();
    target.arm({ fault: 'lose_reply', times: 1, seconds: 0 });
    expect((await failure(send())).kind).toBe('unclear');
    expect(await send()).toMatchObject({ completed: ['order', 'print'], replayed: true });
    expect(tickets()).toMatchObject([{ printed: 1, visible: true }]);
    expect(await send()).toMatchObject({ completed: ['order', 'print'], replayed: true });
    expect(tickets()).toMatchObject([{ printed: 1 }]);
  });

  it('resumes at the printer when it was made and not printed', async () => {
    const { session, tampered, send, tickets } = openClover();
    const broken = tampered((request, http) =>
      request.url.endsWith('/print_event')
        ? Promise.reject(new NoResponse('maybe', 'the line went dead'))
        : http(request),
    );
    const error = await failure(send(broken));
    expect(error).toMatchObject({ kind: 'unclear', details: { progress: { completed: ['order'] } } });
    expect(tickets()).toMatchObject([{ printed: 0, visible: false }]);
    const found = await clover.findOrder(sample(), session());
    expect(found).toMatchObject({ completed: ['order'], sent_to_kitchen: false, replayed: true });
    expect(await send()).toMatchObject({ completed: ['order', 'print'], replayed: true });
    expect(tickets()).toMatchObject([{ printed: 1 }]);
  });

  it('waits for its maker before it prints a young order, and not for one that is a minute old', async () => {
    const { clock, seen, session, tampered, send } = openClover();
    const broken = tampered((request, http) =>
      request.url.endsWith('/print_event') ? Promise.reject(new NoResponse('no', 'dead')) : http(request),
    );
    await failure(send(broken));
    clock.now = new Date(clock.now.getTime() + 61_000);
    seen.length = 0;
    await send(session({ now: clock.now.toISOString() }));
    expect(seen.filter(({ delayMs }) => delayMs)).toEqual([]);
  });

  it('is found by the reference in its note where Clover keeps no reference field', async () => {
    const { tampered, send, tickets } = openClover();
    const forgetful = tampered((request, http) =>
      http({
        ...request,
        ...(request.body && { body: request.body.replace(/"externalReferenceId":"[^"]*",/, '') }),
      }),
    );
    await send(forgetful);
    expect(await send(forgetful)).toMatchObject({ replayed: true });
    expect(tickets()).toHaveLength(1);
  });

  it('is not printed where the restaurant says so, and counts as sent', async () => {
    const { session, send, tickets } = openClover();
    const quiet = session({ settings: { region: 'us', print_ticket: 'no' } });
    expect(await send(quiet)).toMatchObject({ completed: ['order'], sent_to_kitchen: true });
    expect(await send(quiet)).toMatchObject({ completed: ['order'], replayed: true });
    expect(tickets()).toMatchObject([{ printed: 0 }]);
  });
});

describe.each(['us', 'eu'] as const)('two doors at once (%s)', (region) => {
  it.each([0, 40, 300, 900, 1100, 2000, 2600, 4000, 9000])(
    'make one ticket and one print when the second starts %i ms later',
    async (lateMs) => {
      const { clock, direct, session, prepare, tickets } = openClover(region);
      const prepared = await prepare();
      const door = interleave(clock, direct);
      const start = (waitMs: number, latencyMs: number) => {
        const http = door(latencyMs);
        let first = waitMs;
        const late = session({
          http: (request) => {
            const delayMs = (request.delayMs ?? 0) + first;
            first = 0;
            return http({ ...request, delayMs });
          },
        });
        return placeOrder({ vendor: clover, prepared, session: late, lookFirst: true });
      };
      const receipts = await Promise.all([start(0, 60), start(lateMs, 45)]);
      expect(tickets()).toMatchObject([{ printed: 1, visible: true }]);
      const [ticket] = tickets();
      expect(receipts.map(({ pos_order_id }) => pos_order_id)).toEqual([ticket?.id, ticket?.id]);
      expect(receipts.map(({ replayed }) => replayed).sort()).toEqual([false, true]);
      for (const receipt of receipts) expect(receipt.completed).toEqual(['order', 'print']);
    },
  );
});

describe('of two copies that got through all the same', () => {
  /** Two doors that cannot see each other; the first may lose its way to the printer. */
  async function twoCopies(printsFirst: boolean) {
    const stage = openClover();
    const prepared = await stage.prepare();
    const blind = (prints: boolean) =>
      stage.tampered((request, http) => {
        if (request.url.includes('/orders?'))
          return http({ ...request, url: `${request.url}&filter=id=none` });
        const lost = request.url.endsWith('/print_event') && !prints;
        return lost ? Promise.reject(new NoResponse('maybe', 'dead')) : http(request);
      });
    const place = (prints: boolean) =>
      placeOrder({ vendor: clover, prepared, session: blind(prints), lookFirst: false });
    if (printsFirst) await place(true);
    else await failure(place(false));
    const second = await place(true);
    stage.clock.now = new Date(stage.clock.now.getTime() + 3000);
    expect(stage.tickets()).toHaveLength(2);
    return { ...stage, prepared, second: second.pos_order_id };
  }

  it('the printed one stays, and nothing is printed again', async () => {
    const { send, tickets, second } = await twoCopies(false);
    expect(await send()).toMatchObject({ pos_order_id: second, completed: ['order', 'print'] });
    expect(tickets()).toMatchObject([{ id: second, printed: 1 }]);
  });

  const pay = ({ facts, direct }: Awaited<ReturnType<typeof twoCopies>>, id: string | null) =>
    direct({
      method: 'POST',
      url: `http://clover.sandbox/v3/merchants/${facts.us_merchant_id}/orders/${id}/payments`,
      headers: {
        authorization: `Bearer ${facts.us_access_token}`,
        'user-agent': 'test/1',
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        tender: { id: facts.us_tenders?.split(', ')[0]?.split(' ').at(-1) },
        amount: 6190,
      }),
    });

  it('the paid one stays', async () => {
    const copies = await twoCopies(true);
    await pay(copies, copies.second);
    const third = await copies.send();
    expect(third).toMatchObject({ pos_order_id: copies.second, replayed: true });
    expect(copies.tickets()).toMatchObject([
      { voided: true, printed: 1 },
      { id: copies.second, voided: false, payment: 'paid', printed: 1 },
    ]);
  });

  it('paid ones are left to people, who are told', async () => {
    const copies = await twoCopies(true);
    for (const { id } of copies.tickets()) await pay(copies, id);
    expect((await copies.send()).warnings).toEqual([
      `Clover holds this order twice and ${copies.second} is paid: look at it there.`,
    ]);
    expect(copies.tickets()).toHaveLength(2);
  });
});
