import { triggers } from '../../triggers';
import { failureOf, openZap, type Zap } from '../support/zapier-door';

type List = { operation: { perform: (z: never, bundle: never) => Promise<{ id: string; name: string }[]> } };
const lists = triggers as Record<string, List>;

function fill(zap: Zap, key: string, authData = zap.connection) {
  const list = lists[key];
  if (!list) throw new Error(`no list ${key}`);
  return zap.tester(list.operation.perform as never, { authData, inputData: {} }) as Promise<
    { id: string; name: string }[]
  >;
}
const namesOf = async (zap: Zap, key: string) => (await fill(zap, key)).map(({ name }) => name);

describe('the lists of a dropdown', () => {
  it('hold the menu of this POS, each size on its own, and what they give is a dish of the order', async () => {
    const zap = await openZap('square');
    const menu = await fill(zap, 'square_menu_items');
    expect(menu.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Pepperoni Pizza, Large', 'Garlic Knots']),
    );
    const chosen = menu.find(({ name }) => name === 'Pepperoni Pizza, Large');
    const items = [{ name: 'the usual', menu_item_id: chosen?.id }];
    const output = await zap.run({ order_data: '', items });
    expect(output).toMatchObject({ items_understood: '1 × Large Pepperoni Pizza', check_items: '' });
    await zap.close();
  });

  it.each([
    ['clover', 'clover_order_type_id_choices', /pick ?up/i],
    ['clover', 'clover_delivery_fee_item_id_choices', /delivery fee/i],
    ['toast', 'toast_dining_option_id_choices', /take ?out/i],
    ['toast', 'toast_prepaid_payment_type_id_choices', /prepaid/i],
    ['lightspeed', 'lightspeed_order_profile_code_choices', /./],
  ] as const)('hold what the merchant has: %s, %s', async (vendor, key, expected) => {
    const zap = await openZap(vendor);
    expect((await namesOf(zap, key)).join()).toMatch(expected);
    await zap.close();
  });

  it('say what is wrong with the connection', async () => {
    const zap = await openZap('square');
    const wrong = { ...zap.connection, api_key: 'wrong' };
    expect((await failureOf(fill(zap, 'square_menu_items', wrong))).name).toBe('ExpiredAuthError');
    await zap.close();
  });
});

describe('what a step remembers', () => {
  it('asks for the shop and its menu once in a while, not for each order', async () => {
    const zap = await openZap('square');
    const asked: string[] = [];
    const { handle } = zap.target;
    zap.target.handle = (request, now) => {
      asked.push(`${request.method} ${request.path}`);
      return handle.call(zap.target, request, now);
    };
    await zap.run();
    const first = asked.splice(0);
    await zap.run({ order_reference: 'another' });
    expect(first).toContain('GET /v2/catalog/list');
    expect(asked).not.toContain('GET /v2/catalog/list');
    expect(asked).not.toContain('GET /v2/locations');
    await zap.close();
  });

  it('sends the order all the same where nothing can be remembered', async () => {
    const zap = await openZap('square');
    const broken = new Proxy({}, { get: () => 'not json', has: () => true, set: () => false });
    Object.assign(zap.tester, { zcacheTestObj: broken });
    expect(await zap.run()).toMatchObject({ sent_to_kitchen: true });
    await zap.close();
  });
});
