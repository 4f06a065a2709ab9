import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { openReceptionist, type Receptionist } from '../../src/server/receptionist';
import type { Store } from '../../src/store/store';
import { DeliveryHouse } from '../support/delivery-house';
import { seedMenu } from '../support/menus';
import { describeWithPython, ReceptionistFile } from '../support/receptionist-file';

const call = (call_sid: string, given = {}) => ({ call: { call_sid, business_id: 1, ...given } });
const order = (call_sid: string, items: unknown, given = {}) => ({
  order: { call_sid, items, order_type: 'pickup', customer_name: 'Ann Lee', ...given },
});
type OrderAnswer = Record<string, unknown> & {
  id: string;
  external_ref: string;
  status: string;
  items_text: string;
  notes: string | null;
};
const hangUp = (call_sid: string) => ({ hang_up: { call_sid } });

describeWithPython('a receptionist.db that is followed while Python writes it', () => {
  let house: DeliveryHouse;
  let file: ReceptionistFile;
  let receptionist: Receptionist;
  const open = (changes: Partial<Store> = {}, writeBack = false) => {
    const { api, clock } = house;
    let n = 0;
    const log = (level: string, message: string) => void house.logged.push(`${level}: ${message}`);
    const newId = (prefix: string) => `${prefix}_${clock.now()}${n++}`;
    return openReceptionist({
      app: api.app,
      store: { ...api.store, ...changes },
      secret: 'owk_the_same_at_every_start',
      now: clock.now,
      newId,
      mails: true,
      writeBack,
      log,
      file: file.path,
      everyMs: 40,
    });
  };
  let run = 0;
  let ticketsBefore = 0;
  /** Calls of this test: the house serves all of them. */
  const sid = (n: number) => `CA${run}-${n}`;
  const tickets = () => house.tickets('square').slice(ticketsBefore);
  beforeAll(async () => {
    house = await DeliveryHouse.open('square');
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    run += 1;
    ticketsBefore = house.tickets('square').length;
    await house.api.call('PATCH', '/v1/locations/loc_1', { body: { twilio_numbers: ['+1 617 555 0100'] } });
    file = ReceptionistFile.make('migrated');
    file.write({ business: { name: "Mario's", phone_number: '(617) 555-0100' } });
    receptionist = open();
    await receptionist.start();
  });
  afterEach(async () => {
    await receptionist.stop();
    file.remove();
  });

  const orders = async (of = `CA${run}-`): Promise<OrderAnswer[]> => {
    const { data } = (await house.api.call('GET', '/v1/orders?limit=100')).body;
    return data.filter(({ external_ref }: OrderAnswer) => external_ref.startsWith(of));
  };
  const taken = async (external_ref: string) => {
    for (let tries = 0; tries < 400; tries++) {
      const [found] = await orders(external_ref);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`The call ${external_ref} became no order. ${house.logged.join('\n')}`);
  };

  it('makes one order of a call that wrote several rows, once it has ended', async () => {
    file.write(
      call(sid(1)),
      order(sid(1), '1 large pepperoni'),
      order(sid(1), '2 large pepperoni', { total_estimate: '$21.95', phone_number: '617 555 0123' }),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await orders()).toEqual([]);
    file.write(hangUp(sid(1)));
    const found = await taken(sid(1));
    expect(found).toMatchObject({
      source: { channel: 'receptionist', call_sid: sid(1) },
      customer: { name: 'Ann Lee', phone: '617 555 0123' },
      totals: { quoted: 2195 },
      location_id: 'loc_1',
    });
    await house.reached(found.id, 'delivered', 'delivered_degraded');
    expect(await orders()).toHaveLength(1);
    expect(tickets()).toHaveLength(1);
  });

  it('tells the kitchen when the guest goes on talking after the order was sent', async () => {
    file.write(call(sid(1)), order(sid(1), [{ name: 'Coke', quantity: 1 }]), hangUp(sid(1)));
    const found = await taken(sid(1));
    await house.reached(found.id, 'delivered', 'delivered_degraded');
    file.write(order(sid(1), [{ name: 'Coke', quantity: 3 }], { special_instructions: 'ring twice' }));
    for (let tries = 0; tries < 400 && tickets().length < 2; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    const [, changeTicket] = tickets();
    expect(JSON.stringify(changeTicket)).toMatch(/CHANGE.*3 × Coke/s);
    expect((await taken(sid(1))).items_text).toBe('3 × Coke');
    expect(await orders()).toHaveLength(1);
  });

  it('goes on where it stood after a restart, and takes nothing twice', async () => {
    file.write(call(sid(1)), order(sid(1), 'a salad'), hangUp(sid(1)));
    await taken(sid(1));
    await receptionist.stop();
    file.write(call(sid(2)), order(sid(2), 'a soup'), hangUp(sid(2)), order(sid(1), 'a salad'));
    receptionist = open();
    await receptionist.start();
    await taken(sid(2));
    expect((await orders()).map((one) => one.external_ref)).toEqual([sid(2), sid(1)]);
  });

  it('takes nothing twice when it dies between taking an order and writing that down', async () => {
    await receptionist.stop();
    let died = 0;
    receptionist = open({
      settleReceptionistCall: async () => {
        died += 1;
        throw new Error('killed');
      },
    });
    await receptionist.start();
    file.write(call(sid(1)), order(sid(1), 'a salad'), hangUp(sid(1)));
    await taken(sid(1));
    while (died === 0) await new Promise((resolve) => setTimeout(resolve, 25));
    await receptionist.stop();
    house.clock.move(31_000);
    file.write(order(sid(1), 'a salad', { special_instructions: 'ring twice' }));
    receptionist = open();
    await receptionist.start();
    for (let tries = 0; tries < 400 && (await taken(sid(1))).notes === null; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect(await orders()).toMatchObject([{ external_ref: sid(1), notes: 'ring twice' }]);
  });

  it('holds a call to a number of no shop, tells the shop, and takes it once the number is set', async () => {
    file.write(
      { business: { name: 'Other', phone_number: '+16175550199' } },
      call(sid(1), { business_id: 2 }),
      order(sid(1), 'a salad'),
      hangUp(sid(1)),
    );
    const mail = await house.mail(/\+16175550199/, 'call-left-out');
    expect(mail.text).not.toContain('Ann Lee');
    expect(await orders()).toEqual([]);
    const twilio_numbers = ['+16175550100', '+16175550199'];
    await house.api.call('PATCH', '/v1/locations/loc_1', { body: { twilio_numbers } });
    house.clock.move(31_000);
    await taken(sid(1));
  });

  it('keeps for a person what nobody understood', async () => {
    file.write(
      call(sid(1)),
      order(sid(1), 'Order details from conversation (extraction failed)'),
      hangUp(sid(1)),
    );
    const found = await taken(sid(1));
    expect(found.status).toBe('held');
    expect((await house.reached(found.id, 'held')).reason?.message).toContain('was not understood');
    await house.mail(/was not understood/, 'alert');
    expect(JSON.stringify(tickets())).not.toContain('extraction failed');
  });

  it('loses none and doubles none of many calls that Python writes as fast as it can', async () => {
    const written = await file.loop(25);
    expect(written.refused).toEqual([]);
    await taken('CAloop0024');
    // Who was taken between two rows of a call is changed by the later one.
    const complete = async () => (await orders('CAloop')).filter((one) => one.items_text.includes('3'));
    for (let tries = 0; tries < 400 && (await complete()).length < 25; tries++) await wait(25);
    const all = await orders('CAloop');
    expect(all.map((one) => one.external_ref).sort()).toEqual(
      Array.from({ length: 25 }, (_, n) => `CAloop${String(n).padStart(4, '0')}`),
    );
    expect(new Set(all.map((one) => one.items_text)).size).toBe(1);
    expect(all[0]?.items_text).toContain('3');
  });

  it("tells the receptionist's dashboard how far its orders are, only where that is wanted", async () => {
    const statusOf = () => {
      const db = new Database(file.path, { readonly: true });
      const status = db.prepare('SELECT order_status FROM orders ORDER BY id DESC').pluck().get();
      db.close();
      return status;
    };
    file.write(call(sid(1)), order(sid(1), 'a salad'), hangUp(sid(1)));
    const { id } = await taken(sid(1));
    await house.reached(id, 'delivered', 'delivered_degraded');
    await house.api.call('PATCH', `/v1/orders/${id}`, { body: { status: 'ready' } });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(statusOf()).toBe('pending');
    await receptionist.stop();
    receptionist = open({}, true);
    await receptionist.start();
    for (let tries = 0; tries < 400 && statusOf() !== 'ready'; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect(statusOf()).toBe('ready');
  });

  it('reads on when another file stands in its place', async () => {
    file.write(call(sid(1)), order(sid(1), 'a salad'), hangUp(sid(1)));
    await taken(sid(1));
    file.write({ sql: 'DELETE FROM orders' }, { sql: "DELETE FROM sqlite_sequence WHERE name = 'orders'" });
    file.write(call(sid(2)), order(sid(2), 'a soup'), hangUp(sid(2)));
    await taken(sid(2));
  });

  it('reads the sentence against the menu, and holds what can be two dishes', async () => {
    await house.api.call('PUT', '/v1/menu', {
      body: { ...seedMenu, items: [...seedMenu.items, { id: 'veggie', name: 'Veggie Pizza', price: 1100 }] },
    });
    file.write(
      call(sid(1)),
      order(sid(1), 'two large pepperoni pizzas with no onions and a coke'),
      hangUp(sid(1)),
      call(sid(2)),
      order(sid(2), 'a pizza'),
      hangUp(sid(2)),
    );
    const [sure, doubtful] = [await taken(sid(1)), await taken(sid(2))];
    expect(sure.items).toMatchObject([
      { quantity: '2', menu_item_id: expect.any(String), options: [{ action: 'remove' }] },
      { quantity: '1', menu_item_id: expect.any(String) },
    ]);
    expect(doubtful.status).toBe('held');
    expect(sure.status).not.toBe('held');
    await house.reached(doubtful.id, 'held');
    file.write(order(sid(2), 'a veggie pizza'));
    await house.reached(doubtful.id, 'delivered', 'delivered_degraded');
    const veggies = tickets().filter((ticket) => /veggie pizza/i.test(JSON.stringify(ticket)));
    expect(veggies).toHaveLength(1);
  });
});
