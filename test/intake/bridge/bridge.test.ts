import { statSync, writeFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';
import { BridgeHouse, toldOf } from '../../support/bridge';
import { openReceiver, type ReceiverAnswer } from '../../support/hook-receiver';
import { describeWithPython } from '../../support/receptionist-file';

describeWithPython('orderwire bridge', () => {
  let house: BridgeHouse;
  let hook: Awaited<ReturnType<typeof openReceiver>>;
  let answer: (nth: number) => ReceiverAnswer;
  beforeEach(async () => {
    house = new BridgeHouse();
    answer = () => 200;
    hook = await openReceiver((nth) => answer(nth));
  });
  afterEach(async () => {
    await house.close();
    await hook.close();
  });
  const told = () => hook.calls.map(toldOf);
  const pizza = {
    items: [{ name: 'Pizza', quantity: 2 }],
    customer_name: 'Ann Lee',
    phone_number: '617 555 0123',
  };

  it('sends nothing that was written before its first run, and everything after', async () => {
    house.call('CAold', pizza);
    expect(await house.run(hook.url, '--once')).toBe(0);
    expect(hook.calls).toEqual([]);
    house.call('CAnew', pizza);
    expect(await house.run(hook.url, '--once')).toBe(0);
    expect(told().map(({ data }) => data.external_ref)).toEqual(['CAnew']);
  });

  it('sends a call that was still going at its first run, once it has ended', async () => {
    house.call('CA1', pizza, { ends: false });
    expect(await house.run(hook.url, '--once')).toBe(0);
    expect(house.said.join()).toContain('not over yet: 1');
    house.file.write({ hang_up: { call_sid: 'CA1' } });
    await house.run(hook.url, '--once');
    expect(told().map(({ data }) => data.external_ref)).toEqual(['CA1']);
  });

  it('sends what is older where it is told to: all of it, or since a time', async () => {
    house.call('CA1', { ...pizza, created_at: '2026-11-20 18:00:00' });
    house.call('CA2', { ...pizza, created_at: '2026-11-21 18:00:00' });
    await house.run(hook.url, '--once', '--since', '2026-11-21T12:00');
    expect(told().map(({ data }) => data.external_ref)).toEqual(['CA2']);
    await house.run(hook.url, '--once', '--all', '--outbox', house.beside('other.db'));
    expect(told().map(({ data }) => data.external_ref)).toEqual(['CA2', 'CA1', 'CA2']);
  });

  it('tells the order whole, signed as webhooks are, with what a no-code tool maps', async () => {
    await house.run(hook.url, '--once');
    house.call('CA1', { ...pizza, total_estimate: '$21.95', special_instructions: 'ring twice' });
    await house.run(hook.url, '--once');
    const [call] = hook.calls;
    expect(
      new Webhook(house.secret).verify(call?.body ?? '', call?.headers as Record<string, string>),
    ).toBeTruthy();
    expect(told()[0]).toMatchObject({
      type: 'order.created',
      data: {
        external_ref: 'CA1',
        number: '1',
        status: 'received',
        source: { channel: 'bridge', call_sid: 'CA1' },
        customer: { name: 'Ann Lee', phone: '617 555 0123' },
        phone_e164: '+16175550123',
        items_text: '2 × Pizza',
        total: '21.95',
        ticket_text: expect.stringMatching(/^PICKUP +#1\n.*2 x Pizza.*ring twice$/s),
      },
    });
    const order_data = JSON.parse(String(told()[0]?.data.order_data));
    expect(order_data).toMatchObject({ external_ref: 'CA1', quoted_total: 2195 });
  });

  it('tells of a later row as a change of the same order, and of the same row again nothing', async () => {
    await house.run(hook.url, '--once');
    house.call('CA1', pizza);
    await house.run(hook.url, '--once');
    house.file.write({ order: { call_sid: 'CA1', order_type: 'pickup', ...pizza } });
    await house.run(hook.url, '--once');
    expect(hook.calls).toHaveLength(1);
    const three = { ...pizza, items: [{ name: 'Pizza', quantity: 3 }] };
    house.file.write({ order: { call_sid: 'CA1', order_type: 'pickup', ...three } });
    await house.run(hook.url, '--once');
    const [first, change] = told();
    expect(change).toMatchObject({
      type: 'order.updated',
      data: {
        ...{ id: first?.data.id, external_ref: 'CA1', number: '1', version: 2, items_text: '3 × Pizza' },
        event: 'order.updated',
      },
    });
    expect(change?.data.ticket_text).toMatch(/^CHANGE to #1\nREMOVE 2 × Pizza\nADD 3 × Pizza\n/);
    house.file.write({ order: { call_sid: 'CA1', order_status: 'cancelled', ...three } });
    await house.run(hook.url, '--once');
    expect(told()[2]?.data).toMatchObject({ status: 'cancelled', changes: ['CANCELLED - DO NOT MAKE'] });
  });

  it('writes on the ticket what a person must settle first, and loses no order that cannot be read', async () => {
    await house.run(hook.url, '--once');
    house.call('CA1', {
      items: 'Order details from conversation (extraction failed)',
      phone_number: '617 555 0123',
    });
    house.call('CA2', { ...pizza, order_type: 'delivery' });
    await house.run(hook.url, '--once');
    expect(told()).toMatchObject([
      {
        data: {
          external_ref: 'CA1',
          status: 'held',
          notes: expect.stringContaining('CHECK: What was ordered'),
        },
      },
      { data: { external_ref: 'CA2', status: 'held', questions: [expect.stringContaining('Where to?')] } },
    ]);
  });

  it('understands sentences where it is given a menu', async () => {
    const menu = house.beside('menu.csv');
    writeFileSync(
      menu,
      'name,size,price\nPepperoni Pizza,Large,15.99\nPepperoni Pizza,Small,9.99\nCoke,,2.50\n',
    );
    await house.run(hook.url, '--once');
    house.call('CA1', { items: 'two large pepperoni pizzas and a coke' });
    await house.run(hook.url, '--once', '--menu', menu);
    expect(told()[0]?.data.items).toMatchObject([
      { quantity: '2', menu_item_id: null },
      { quantity: '1', name: 'coke' },
    ]);
  });

  it('repeats until the order is taken, under one id, and keeps it over a restart', async () => {
    answer = (nth) => (nth < 3 ? 500 : 200);
    await house.run(hook.url, '--once');
    house.call('CA1', pizza);
    expect(await house.run(hook.url, '--once')).toBe(1);
    expect(house.said.at(-1)).toContain('1 wait');
    expect(await house.run('http://127.0.0.1:9/nobody', '--once')).toBe(1);
    expect(await house.run(hook.url, '--once')).toBe(1);
    expect(await house.run(hook.url, '--once')).toBe(0);
    expect(new Set(hook.calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(hook.calls).toHaveLength(3);
  });

  it('sends by itself again after a failure, and no change before its order', async () => {
    let isUp = false;
    answer = () => (isUp ? 200 : 'hang up');
    house.start(hook.url);
    await house.says(/From /);
    house.call('CA1', pizza);
    await house.says(/not taken, again in 2 s/);
    house.file.write({ order: { call_sid: 'CA1', items: [{ name: 'Soup', quantity: 1 }] } });
    await house.says(/#1 CA1: changed/);
    await hook.called(hook.calls.length + 1);
    isUp = true;
    await house.says(/CA1: taken. 0 wait/);
    const types = told().map(({ type }) => type);
    expect(types.indexOf('order.updated')).toBe(types.length - 1);
    expect(await house.leave()).toBe(0);
  });

  it('leaves a receiver alone for as long as it asks', async () => {
    answer = () => ({ status: 429, retryAfter: '600' });
    await house.run(hook.url, '--once');
    house.call('CA1', pizza);
    house.call('CA2', pizza);
    house.start(hook.url);
    await house.says(/again in 600 s/);
    house.call('CA3', pizza);
    await house.says(/#3 CA3/);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(hook.calls).toHaveLength(2);
  });

  it('stops where the hook is switched off, says so, and keeps the order', async () => {
    answer = (nth) => (nth === 1 ? 410 : 200);
    await house.run(hook.url, '--once');
    house.call('CA1', pizza);
    expect(await house.run(hook.url)).toBe(3);
    expect(house.said.join('\n')).toMatch(/switched off.*410.*\n.*Switch the Zap or scenario on/);
    expect(await house.run(hook.url, '--once')).toBe(0);
    expect(hook.calls).toHaveLength(2);
  });

  it('reads on while a receiver hangs', async () => {
    answer = () => 'hang';
    house.start(hook.url);
    await house.says(/From /);
    house.call('CA1', pizza);
    await hook.called(1);
    house.call('CA2', pizza);
    await house.says(/#2 CA2: new order/);
    await hook.close();
  });

  it('says nothing about guests or the address of the hook', async () => {
    answer = (nth) => (nth < 2 ? 500 : 200);
    await house.run(hook.url, '--once');
    house.call('CA1', { ...pizza, delivery_address: '12 Oak St', order_type: 'delivery' });
    await house.run(hook.url, '--once');
    await house.run(hook.url, '--once');
    expect(house.said.join('\n')).not.toMatch(/Ann|555|Oak|Pizza|\/hook/);
  });

  it('shows its secret once, and keeps it and the orders from other users', async () => {
    await house.run(hook.url, '--once');
    await house.run(hook.url, '--once');
    expect(house.said.filter((line) => line.includes(house.secret))).toHaveLength(1);
    const modes = ['receptionist.bridge.secret', 'receptionist.bridge.db'].map(
      (name) => statSync(house.beside(name)).mode & 0o777,
    );
    expect(modes).toEqual([0o600, 0o600]);
  });

  it('carries the calls to one number only where the file serves several restaurants', async () => {
    house.file.write({ business: { name: 'Other', phone_number: '+16175550199' } });
    await house.run(hook.url, '--once');
    house.call('CA1', pizza, { business_id: 1 });
    house.call('CA2', pizza, { business_id: 2 });
    await house.run(hook.url, '--once');
    expect(hook.calls).toEqual([]);
    expect(house.said.join('\n')).toContain('Start one bridge for each with --number');
    const other = house.beside('other.db');
    await house.run(hook.url, '--once', '--all', '--number', '(617) 555-0199', '--outbox', other);
    expect(told().map(({ data }) => data.external_ref)).toEqual(['CA2']);
  });

  it('goes on where another file takes the place of the one it read, and sends nothing twice', async () => {
    await house.run(hook.url, '--once');
    house.call('CA1', pizza);
    await house.run(hook.url, '--once');
    house.file.write(
      { sql: 'DELETE FROM orders' },
      { sql: "DELETE FROM sqlite_sequence WHERE name = 'orders'" },
    );
    house.file.write({
      order: { call_sid: 'CA1', order_type: 'pickup', created_at: new Date().toISOString(), ...pizza },
    });
    house.call('CAancient', { ...pizza, created_at: '2026-01-01 00:00:00' });
    house.call('CA2', pizza);
    await house.run(hook.url, '--once');
    expect(told().map(({ data }) => data.external_ref)).toEqual(['CA1', 'CA2']);
  });

  it('refuses a second bridge on its outbox', async () => {
    house.start(hook.url);
    await house.says(/From /);
    const second = new BridgeHouse();
    const outbox = house.beside('receptionist.bridge.db');
    await expect(second.run(hook.url, '--once', '--outbox', outbox)).rejects.toThrow(
      'another bridge is at work',
    );
    await second.close();
  });
});

describeWithPython('what orderwire bridge refuses', () => {
  const house = new BridgeHouse();
  afterAll(() => house.close());

  it.each([
    ['http://example.com/hook', [], /--to: would send guests' data in the open/],
    ['nowhere', [], /--to: is no address/],
    ['https://example.com', ['--since', 'yesterday'], /--since: "yesterday" is no time; write/],
    ['https://example.com', ['--since', '2026-11-27T18:00', '--all'], /leave one out/],
    ['https://example.com', ['--number', 'x'], /--number: "x" is no phone number/],
    ['https://example.com', ['--db', `${__dirname}/nowhere.db`], /there is no such file/],
    ['https://example.com', ['--outbox', '/nowhere/outbox.db'], /folder does not exist/],
  ])('%s %j', async (to, flags, words) => {
    await expect(house.run(to, '--once', ...flags)).rejects.toThrow(words);
  });
});
