import { failureOf, openZap, sampleFields, type Zap } from '../support/zapier-door';

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
/** The sample order without its wanted time, so that its age counts. */
const takenAt = (placed_at: string | null) => sampleFields({ timing: { requested_at: null, placed_at } });
const coke = { order_data: '', items: [{ name: 'coke' }] };

describe('the commonest mistakes, in words', () => {
  let square: Zap;
  beforeAll(async () => {
    square = await openZap('square');
  });
  afterAll(() => square.close());
  beforeEach(() => square.target.reset());

  it('names the connection that was meant', async () => {
    const clover = await openZap('clover');
    const authData = { system: 'order_api', api_url: 'https://orders.example.com' };
    const { message } = await failureOf(clover.run({}, { authData }));
    await clover.close();
    expect(message).toBe(
      'This step sends to Clover, but the connection chosen is "Order API: orders.example.com". Choose or add a Clover connection.',
    );
  });

  it('names the dish that is not on the menu, the nearest one and the way out', async () => {
    const run = square.run({ ...coke, items: [{ name: 'peperoni calzoni' }], unknown_items: 'hold' });
    expect((await failureOf(run)).message).toBe(
      '"peperoni calzoni" is not on the menu of Mario\'s Downtown. Nearest: Pepperoni Calzone. Add it under Words Your Guests Use, or set "If an Item Is Not on the Menu".',
    );
  });

  it('names the choice that a dish still needs', async () => {
    const clover = await openZap('clover');
    const { message } = await failureOf(clover.run({ ...coke, items: [{ name: 'Large Pizza' }] }));
    await clover.close();
    expect(message).toBe(
      'Large Pizza needs a Crust: Thin, Pan or Stuffed. Put it in Options, or give the item a default in Clover.',
    );
  });

  it('names item fields that come from different steps', async () => {
    const items = [
      { name: 'coke', quantity: '1' },
      { name: 'coke zero', quantity: '2' },
      { name: 'garlic knots' },
    ];
    expect((await failureOf(square.run({ ...coke, items }))).message).toBe(
      'Items has 3 names but 2 quantities: they come from different steps. Map every Items field from the same step, or map Order Data instead.',
    );
  });

  it('sends the words a guest uses as the dish they mean', async () => {
    const items = [{ name: 'the usual knots' }];
    const output = await square.run({
      ...coke,
      items,
      aliases: { 'the usual knots': 'Garlic Knots', x: 'No Such Dish' },
    });
    expect(output).toMatchObject({ items_understood: '1 × Garlic Knots', check_items: '' });
    expect(output.warnings).toContain('Words Your Guests Use: "No Such Dish" is not on the menu.');
  });

  it('sends what is not on the menu marked CHECK, unless told otherwise', async () => {
    const output = await square.run({ ...coke, items: [{ name: 'peperoni calzoni', unit_price: '9.50' }] });
    expect(output).toMatchObject({ sent_to_kitchen: true, check_items: 'peperoni calzoni' });
    expect(JSON.stringify(square.tickets())).toContain('CHECK: peperoni calzoni');
  });

  it('refuses a policy that is none of the choices', async () => {
    const { message } = await failureOf(square.run({ when_refused: 'maybe' }));
    expect(message).toBe('If the POS Cannot Take the Order: "maybe" is not one of error, continue.');
    expect((await failureOf(square.run({ max_age_minutes: 'never' }))).message).toContain(
      'is not a number of minutes',
    );
  });
});

describe('an order that comes too late', () => {
  let zap: Zap;
  beforeEach(async () => {
    zap = await openZap('square');
  });
  afterEach(() => zap.close());

  it('is refused in words, with the ticket for whoever can still take it', async () => {
    const { message } = await failureOf(zap.run(takenAt(minutesAgo(190))));
    expect(message).toContain('This order was taken 3 h 10 min ago');
    expect(message).toContain('refuses orders older than 45 min. It was not sent to Square.');
    expect(message).toContain('2 x large pepperoni pizza');
    expect(zap.tickets()).toHaveLength(0);
  });

  it('is sent while it is within the limit that the step sets', async () => {
    expect(await zap.run({ ...takenAt(minutesAgo(190)), max_age_minutes: 200 })).toMatchObject({
      sent_to_kitchen: true,
    });
  });

  it('counts a scheduled order from its wanted time', async () => {
    const timing = {
      placed_at: minutesAgo(600),
      requested_at: new Date(Date.now() + 3_600_000).toISOString(),
    };
    expect(await zap.run(sampleFields({ timing }))).toMatchObject({ sent_to_kitchen: true });
  });

  it('is answered with its ticket where an earlier run made one', async () => {
    const placed_at = minutesAgo(30);
    await zap.run(takenAt(placed_at));
    const again = await zap.run({ ...takenAt(placed_at), max_age_minutes: 10 });
    expect(again).toMatchObject({ sent_to_kitchen: true, replayed: true });
    expect(zap.tickets()).toHaveLength(1);
  });

  it('counts from the first run where the order does not say when it was taken', async () => {
    zap.arm('throttle');
    expect((await failureOf(zap.run(takenAt(null)))).name).toBe('ThrottledError');
    const cache = zap.cache();
    const [key] = Object.keys(cache).filter((one) => one.startsWith('run:'));
    if (!key) throw new Error('the first run was not remembered');
    cache[key] = JSON.stringify(minutesAgo(50));
    expect((await failureOf(zap.run(takenAt(null)))).message).toContain('older than 45 min');
  });

  it('becomes an error whose text is the ticket when the POS stays out of reach', async () => {
    const down = { api_url: 'http://127.0.0.1:9' };
    const early = await failureOf(zap.run(takenAt(minutesAgo(5)), { authData: down }));
    expect(early).toMatchObject({ name: 'ThrottledError', delay: 60 });
    const late = await failureOf(zap.run(takenAt(minutesAgo(50)), { authData: down }));
    expect(late).toMatchObject({ name: 'AppError' });
    expect(late.message).toContain('could not be reached');
    expect(late.message).toContain('take it by hand');
    expect(late.message).toContain('UNPAID, collect $61.90');
  });
});

describe('a Zap that goes on to alert someone', () => {
  let zap: Zap;
  beforeEach(async () => {
    zap = await openZap('square');
  });
  afterEach(() => zap.close());
  const goOn = { when_refused: 'continue' };

  it('gets the reason, the ticket and no thank-you for the guest', async () => {
    const output = await zap.run({
      ...coke,
      items: [{ name: 'unicorn steak' }],
      unknown_items: 'hold',
      ...goOn,
    });
    expect(output).toMatchObject({ sent_to_kitchen: false, state: 'not_sent', pos_order_id: null });
    expect(output.status_text).toContain('"unicorn steak" is not on the menu');
    expect(output.staff_text).toContain('1 x unicorn steak');
    expect(output.reply_text).toBe(
      '"unicorn steak" is not on the menu of Mario\'s Downtown. Your order is not in yet: send us the whole order again, or call the restaurant.',
    );
  });

  it('goes on after an order that cannot be read, and after one that is too old', async () => {
    const unread = await zap.run({ ...goOn, order_data: '', items: [] });
    expect(unread).toMatchObject({ sent_to_kitchen: false, status_text: expect.stringContaining('items') });
    const old = await zap.run({ ...takenAt(minutesAgo(90)), ...goOn });
    expect(old).toMatchObject({
      sent_to_kitchen: false,
      status_text: expect.stringContaining('1 h 30 min ago'),
    });
  });

  it('has the same shape as a success: later steps find every field', async () => {
    const sample = (await zap.run()) as object;
    for (const fields of [{ order_data: '', items: [] }, takenAt(minutesAgo(90))]) {
      const output = await zap.run({ ...fields, ...goOn });
      expect(Object.keys(output).sort()).toEqual(Object.keys(sample).sort());
    }
  });

  it('stops all the same when the connection is wrong', async () => {
    zap.arm('expired_token', 9);
    expect((await failureOf(zap.run(goOn))).name).toBe('ExpiredAuthError');
    expect((await failureOf(zap.run(goOn, { authData: { system: 'toast' } }))).name).toBe('AppError');
  });
});

describe('a reply that cannot be read', () => {
  it.each(['garbage', 'error_after', 'error_before', 'reset'] as const)(
    '(%s) lets Zapier try again, and makes one ticket',
    async (fault) => {
      const zap = await openZap('square');
      zap.arm(fault);
      expect(await failureOf(zap.run())).toMatchObject({ name: 'ThrottledError', delay: 60 });
      expect(await zap.run()).toMatchObject({ sent_to_kitchen: true });
      expect(zap.tickets()).toHaveLength(1);
      await zap.close();
    },
  );
});
