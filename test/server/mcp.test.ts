import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { seedMenu } from '../support/menus';
import { OrderApi, pizza } from '../support/order-api';

let api: OrderApi;
let client: Client;
beforeEach(async () => {
  api = await OrderApi.start();
  await api.call('PUT', '/v1/menu', { body: seedMenu });
  await api.app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  await client?.close();
  await api.stop();
});

async function connect(key = 'mario-write') {
  client = new Client({ name: 'a receptionist', version: '1' });
  const requestInit = { headers: { authorization: `Bearer ${key}` } };
  const url = new URL('/mcp', api.app.listeningOrigin);
  await client.connect(new StreamableHTTPClientTransport(url, { requestInit }));
}
async function use(name: string, input: object) {
  const { content, isError } = await client.callTool({ name, arguments: { ...input } });
  const [{ text }] = content as [{ text: string }];
  return { isError, answer: JSON.parse(text) };
}

describe('an AI receptionist that speaks the Model Context Protocol', () => {
  it('reads, checks, prices and places an order, and asks how it stands, with tools alone', async () => {
    await connect();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      ...['read_order_text', 'check_order', 'quote_order', 'place_order', 'order_status'],
    ]);
    const read = await use('read_order_text', { text: 'two large pepperoni pizzas no onions' });
    expect(read.answer.items).toMatchObject([{ quantity: '2', options: [{ action: 'remove' }] }]);
    const order = { ...pizza, external_ref: 'CA-7' };
    expect((await use('check_order', order)).answer.ok).toBe(true);
    expect((await use('quote_order', order)).answer.say).toMatch(/^That is \$\d+\.\d\d/);
    const placed = await use('place_order', order);
    expect(placed).toMatchObject({ isError: false, answer: { number: '1', external_ref: 'CA-7' } });
    expect((await use('place_order', order)).answer.id).toBe(placed.answer.id);
    const found = await use('order_status', { external_ref: 'CA-7' });
    expect(found.answer.data).toMatchObject([{ id: placed.answer.id, status: 'received' }]);
  });

  it("hears the API's own words where something is refused", async () => {
    await connect();
    const refused = await use('place_order', { external_ref: 'CA-8', items: [] });
    expect(refused).toMatchObject({ isError: true, answer: { status: 400 } });
    expect(refused.answer.detail).toContain('items');
  });

  it('may do no more than its key', async () => {
    await connect('mario-read');
    const refused = await use('place_order', pizza);
    expect(refused).toMatchObject({ isError: true, answer: { status: 403 } });
    await expect(connect('nobody')).rejects.toThrow(/401|API key/);
  });
});
