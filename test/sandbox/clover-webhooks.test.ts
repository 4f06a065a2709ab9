import { type Body, coke, sandbox } from '../support/clover-sandbox';

const URL = 'https://shop.example/webhooks/clover/con_1';
const code = sandbox.facts.webhook_auth_code ?? '';
const app = sandbox.facts.client_id;
const merchant = sandbox.facts.us_merchant_id ?? '';

beforeEach(() => {
  sandbox.restart();
  sandbox.simulator.subscribe({ url: URL, secret: code });
});

type Update = { objectId: string; type: string; ts: number };
const calls = () => sandbox.simulator.notifications(sandbox.now());
/** The updates of each message after the verification. */
const told = (): Update[][] =>
  calls()
    .slice(1)
    .map(({ body }) => {
      const message = JSON.parse(body) as { appId: string; merchants: Record<string, Update[]> };
      expect(message.appId).toBe(app);
      return message.merchants[merchant] ?? [];
    });
const ordered = (cart: Body = { lineItems: [coke()] }) => String(sandbox.order(cart).body.id);

describe('setting the callback', () => {
  it('sends it a code before anything else, without the header', () => {
    ordered();
    const [verification, first] = calls();
    expect(verification).toMatchObject({ url: URL, headers: { 'content-type': 'application/json' } });
    expect(JSON.parse(verification?.body ?? '')).toEqual({
      verificationCode: sandbox.facts.webhook_verification_code,
    });
    expect(verification?.headers).not.toHaveProperty('x-clover-auth');
    expect(first?.headers).toEqual({ 'content-type': 'application/json', 'x-clover-auth': code });
  });

  it('to nothing stops the messages, and a reset forgets them', () => {
    ordered();
    sandbox.simulator.subscribe(null);
    ordered();
    expect(told()).toHaveLength(1);
    sandbox.simulator.reset();
    ordered();
    expect(calls()).toEqual([]);
  });
});

describe('what Clover tells the callback', () => {
  const ts = sandbox.now().getTime();

  it('a new order, and nothing of it but its id', () => {
    const id = ordered({ lineItems: [coke()], note: 'ring twice' });
    expect(told()).toEqual([[{ objectId: `O:${id}`, type: 'CREATE', ts }]]);
    expect(calls().at(-1)?.body).not.toContain('ring twice');
  });

  it('each call that builds an order', () => {
    const { id } = sandbox.at('us', 'POST', 'orders', { state: null }).body;
    sandbox.at('us', 'POST', `orders/${id}/line_items`, coke());
    sandbox.at('us', 'POST', `orders/${id}`, { total: 299, state: 'open' });
    expect(told().map(([update]) => update?.type)).toEqual(['CREATE', 'UPDATE', 'UPDATE']);
  });

  it('a payment and the order it pays, in one message', () => {
    const id = ordered();
    const tender = { id: sandbox.idOf('us', 'tenders', 'Cash') };
    const payment = sandbox.at('us', 'POST', `orders/${id}/payments`, { tender, amount: 299 }).body;
    expect(told().at(-1)).toEqual([
      { objectId: `P:${payment.id}`, type: 'CREATE', ts },
      { objectId: `O:${id}`, type: 'UPDATE', ts },
    ]);
  });

  it('that a ticket is printed once it is, two seconds on', () => {
    const id = ordered();
    sandbox.print(id);
    expect(told()).toHaveLength(1);
    sandbox.wait(2000);
    expect(told().at(-1)).toEqual([{ objectId: `O:${id}`, type: 'UPDATE', ts: ts + 2000 }]);
  });

  it('a deletion, by a call or by staff', () => {
    const [first, second] = [ordered(), ordered()];
    sandbox.at('us', 'DELETE', `orders/${first}`);
    sandbox.simulator.act(second, 'cancel', sandbox.now());
    expect(told().slice(2)).toEqual([
      [{ objectId: `O:${first}`, type: 'DELETE', ts }],
      [{ objectId: `O:${second}`, type: 'DELETE', ts }],
    ]);
  });

  it('an order rung up at the counter, made and printed', () => {
    const id = sandbox.simulator.ringUp(sandbox.now());
    sandbox.wait(2000);
    expect(told()).toMatchObject([
      [{ objectId: `O:${id}`, type: 'CREATE' }],
      [{ objectId: `O:${id}`, type: 'UPDATE' }],
    ]);
  });

  it('of Dublin under Dublin’s id', () => {
    const { id } = sandbox.at('eu', 'POST', 'orders', { state: 'open' }).body;
    const { merchants } = JSON.parse(calls().at(-1)?.body ?? '');
    expect(Object.keys(merchants)).toEqual([sandbox.facts.eu_merchant_id]);
    expect(merchants[sandbox.facts.eu_merchant_id ?? '']).toMatchObject([{ objectId: `O:${id}` }]);
  });

  it('nothing of a refused call', () => {
    sandbox.order({ lineItems: [] });
    sandbox.at('us', 'DELETE', 'orders/NOSUCHORDER00');
    expect(told()).toEqual([]);
  });

  it('the same, however often it is asked', () => {
    ordered();
    sandbox.wait(1000);
    ordered();
    expect(calls()).toEqual(calls());
    expect(new Set(calls().map(({ id }) => id)).size).toBe(3);
    const times = calls().map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});
