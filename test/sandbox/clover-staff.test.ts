import { coke, elements, sandbox } from '../support/clover-sandbox';

beforeEach(sandbox.restart);

type Action = Parameters<typeof sandbox.simulator.act>[1];
const ordered = (shop: 'us' | 'eu' = 'us') => {
  const { id } =
    shop === 'us'
      ? sandbox.order({ lineItems: [coke()] }).body
      : sandbox.at('eu', 'POST', 'orders', { state: 'open', total: 299 }).body;
  return String(id);
};
const act = (id: string, action: Action) => sandbox.simulator.act(id, action, sandbox.now());
const read = (id: string) => sandbox.at('us', 'GET', `orders/${id}?expand=lineItems,payments`);
const pay = (id: string, amount: number) =>
  sandbox.at('us', 'POST', `orders/${id}/payments`, {
    tender: { id: sandbox.idOf('us', 'tenders', 'Cash') },
    amount,
  });

describe('deleting an order', () => {
  it('takes it from every call, and leaves the kitchen a slip marked VOID', () => {
    const id = ordered();
    sandbox.print(id);
    expect(sandbox.at('us', 'DELETE', `orders/${id}`).status).toBe(200);
    sandbox.wait(1000);
    expect(read(id)).toMatchObject({ status: 404, body: { message: 'Not Found' } });
    expect(elements(sandbox.at('us', 'GET', 'orders').body)).toEqual([]);
    expect(sandbox.at('us', 'POST', `orders/${id}`, { note: 'late' }).status).toBe(404);
    expect(sandbox.print(id).status).toBe(404);
    expect(sandbox.tickets()).toMatchObject([{ id, visible: false, voided: true, printed: 1 }]);
    expect(sandbox.tickets()[0]?.hidden_because).toMatch(/deleted/);
  });

  it('leaves no trace where nothing was printed', () => {
    const id = ordered();
    sandbox.at('us', 'DELETE', `orders/${id}`);
    expect(sandbox.tickets()).toEqual([]);
  });

  it.each([
    ['paid', 299],
    ['paid in part', 100],
  ])('is refused once it is %s', (_what, amount) => {
    const id = ordered();
    pay(id, amount);
    expect(sandbox.at('us', 'DELETE', `orders/${id}`)).toMatchObject({
      status: 400,
      body: { message: 'Bad Request', details: expect.stringMatching(/payments/) },
    });
    expect(read(id).status).toBe(200);
  });

  it('is refused for one that is not there, is gone, or is another merchant’s', () => {
    const id = ordered();
    expect(sandbox.at('us', 'DELETE', 'orders/NOSUCHORDER00').status).toBe(404);
    expect(sandbox.at('eu', 'DELETE', `orders/${id}`).status).toBe(404);
    sandbox.at('us', 'DELETE', `orders/${id}`);
    expect(sandbox.at('us', 'DELETE', `orders/${id}`).status).toBe(404);
  });

  it('is refused to a token that may only read, in the words of every 401', () => {
    const id = ordered();
    sandbox.faulty.arm({ fault: 'read_only', times: 1, seconds: 0 });
    expect(sandbox.at('us', 'DELETE', `orders/${id}`).status).toBe(401);
    expect(read(id).status).toBe(200);
  });
});

describe('staff', () => {
  it('print an order that nobody has printed, once', () => {
    const id = ordered();
    expect(sandbox.tickets()).toMatchObject([{ visible: false }]);
    expect([act(id, 'start'), act(id, 'start')]).toEqual([true, false]);
    expect(sandbox.tickets()).toMatchObject([{ visible: true, printed: 1 }]);
    sandbox.wait(2000);
    expect(elements(read(id).body, 'lineItems')).toMatchObject([{ printed: true }]);
  });

  it('take the rest of the money, which locks the order', () => {
    const id = ordered();
    pay(id, 100);
    expect([act(id, 'complete'), act(id, 'complete')]).toEqual([true, false]);
    const { body } = read(id);
    expect(body).toMatchObject({ state: 'locked', paymentState: 'PAID', unpaidBalance: 0 });
    expect(elements(body, 'payments')).toMatchObject([{ amount: 100 }, { amount: 199 }]);
    expect(sandbox.tickets()).toMatchObject([{ payment: 'paid' }]);
  });

  it('delete an order, until it is paid', () => {
    const [free, paid] = [ordered(), ordered()];
    pay(paid, 299);
    expect([act(free, 'cancel'), act(paid, 'cancel')]).toEqual([true, false]);
    expect([read(free).status, read(paid).status]).toEqual([404, 200]);
  });

  it('know no order as ready, none that is hidden, and none that is not there', () => {
    const hidden = String(sandbox.at('us', 'POST', 'orders', { state: null }).body.id);
    expect([
      act(ordered(), 'ready'),
      act(hidden, 'start'),
      act(hidden, 'cancel'),
      act('NOSUCHORDER00', 'start'),
    ]).toEqual([false, false, false, false]);
  });

  it('work in Dublin as in Boston', () => {
    const id = ordered('eu');
    expect(act(id, 'start')).toBe(true);
    expect(sandbox.tickets()).toMatchObject([{ id, printed: 1, currency: 'EUR' }]);
  });
});

describe('an order rung up at the counter', () => {
  it('is open, totalled and printed, and lists show it a second later', () => {
    const id = sandbox.simulator.ringUp(sandbox.now());
    expect(sandbox.tickets()).toMatchObject([
      { id, reference: null, title: null, visible: true, printed: 1, total: 299, payment: 'unpaid' },
    ]);
    expect(read(id).body).toMatchObject({ state: 'open', total: 299, paymentState: 'OPEN' });
    expect(elements(sandbox.at('us', 'GET', 'orders').body)).toEqual([]);
    sandbox.wait(1000);
    expect(elements(sandbox.at('us', 'GET', 'orders').body)).toMatchObject([{ id }]);
    expect(act(id, 'complete')).toBe(true);
  });

  it('is one more order each time, and none after a reset', () => {
    const ids = [1, 2].map(() => sandbox.simulator.ringUp(sandbox.now()));
    expect(new Set(ids).size).toBe(2);
    sandbox.simulator.reset();
    expect(sandbox.tickets()).toEqual([]);
  });
});
