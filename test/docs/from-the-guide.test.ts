import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openReceptionistFile } from '../../src/store/receptionist/file';
import { OrderApi } from '../support/order-api';
import { describeWithPython, ReceptionistFile } from '../support/receptionist-file';

const page = readFileSync(join(__dirname, '../../docs/from-the-guide.md'), 'utf8');
const snippet = (language: string) =>
  new RegExp(`<!-- ${language}: run by [^>]*-->\n\`\`\`\\w+\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? '';

const orderInfo = {
  customer_name: 'Ann Lee',
  items: '2 large pepperoni',
  order_type: 'pickup',
  phone_number: '617 555 0123',
  special_instructions: null,
  payment_method: 'cash',
  total_estimate: '$21.95',
  order_confirmed: true,
};

describeWithPython("the guide's step 5", () => {
  let api: OrderApi;
  beforeAll(async () => {
    api = await OrderApi.start();
    await api.app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => api.stop());

  it("works as printed: one line of Python's own hands the order over", async () => {
    const call = `print(save_order_simple(${JSON.stringify(orderInfo).replaceAll('null', 'None').replaceAll('true', 'True')}, "+16175550199"))`;
    const said = await python(`${snippet('python')}\n${call}`, {
      ORDERWIRE_URL: api.app.listeningOrigin,
      ORDERWIRE_API_KEY: 'mario-write',
    });
    expect(said).toEqual('True\n');
    expect((await api.call('GET', '/v1/orders')).body.data).toMatchObject([
      {
        source: { channel: 'receptionist' },
        customer: { name: 'Ann Lee', phone: '617 555 0123' },
        totals: { quoted: 2195 },
      },
    ]);
  });

  it("takes what the receptionist's generic POS sends, a call once, and its later words as a change", async () => {
    const send = (body: object) => api.call('POST', '/v1/receptionist/orders', { body });
    const generic = { phone: '+16175550199', customer_name: 'Bo', items: ['a salad'], order_type: 'pickup' };
    const first = await send({ ...generic, call_sid: 'CA9' });
    expect([first.status, first.body.order.external_ref]).toEqual([200, 'CA9']);
    expect((await send({ ...generic, call_sid: 'CA9' })).body.order_id).toBe(first.body.order_id);
    const later = await send({ ...generic, call_sid: 'CA9', special_instructions: 'ring twice' });
    expect(later.body).toMatchObject({ order_id: first.body.order_id, order: { notes: 'ring twice' } });
    const [one, other] = [await send(generic), await send(generic)];
    expect(one.body.order_id).not.toBe(other.body.order_id);
    expect((await send({ items: null })).body.order.status).toBe('held');
    expect(
      (await api.call('POST', '/v1/receptionist/orders', { key: 'mario-read', body: generic })).status,
    ).toBe(403);
  });

  it('is refused with the number that belongs to no shop, where one is told', async () => {
    await api.call('PATCH', '/v1/locations/loc_1', { body: { phone: '+16175550100' } });
    const body = { ...orderInfo, business_phone: '+16175550111' };
    const { status, body: problem } = await api.call('POST', '/v1/receptionist/orders', { body });
    expect([status, problem.detail]).toEqual([
      400,
      expect.stringMatching(/^business_phone: \+16175550111 is the/),
    ]);
  });
});

describeWithPython('a fresh database', () => {
  it('takes orders after the repair that is printed', () => {
    const file = ReceptionistFile.make('fresh');
    const db = new Database(file.path);
    db.exec(snippet('sql'));
    db.close();
    const reader = openReceptionistFile(file.path);
    expect(reader.defects()).toEqual([]);
    reader.close();
    expect(file.write({ order: { call_sid: 'CA1', items: 'a pizza' } })).toEqual(['done']);
    file.remove();
  });
});

function python(source: string, environment: Record<string, string>): Promise<string> {
  const child = spawn('python3', ['-c', source], { env: { PATH: process.env.PATH, ...environment } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      said += data;
    });
  }
  return new Promise((resolve) => child.on('close', () => resolve(said)));
}
