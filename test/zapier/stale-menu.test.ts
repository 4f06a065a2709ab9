import type { VendorId } from '../../src/pos/vendors';
import { failureOf, openZap, type Zap } from '../support/zapier-door';

/** As a guest texts it. */
const knots = {
  order_reference: 'SM1',
  order_data: '',
  order_text: 'garlic knots with ranch on the side',
  ...{ customer_name: 'Ann Lee', customer_phone: '+16175550123' },
};

/** How often a step begins to read the menu. */
function listen(zap: Zap): string[] {
  const asked: string[] = [];
  const { handle } = zap.target;
  zap.target.handle = (request, now) => {
    if (request.path === '/v2/catalog/list' && !request.query.has('cursor')) asked.push(request.path);
    return handle.call(zap.target, request, now);
  };
  return asked;
}

/** Ages the menu that the steps of a connection remember. */
function age(zap: Zap, change: (menu: string) => string): void {
  const cache = zap.cache();
  const key = Object.keys(cache).find((one) => one.startsWith('menu:'));
  if (!key) throw new Error('no menu is remembered');
  cache[key] = change(cache[key] ?? '');
}
const forget = (name: string) => (menu: string) => {
  const read = JSON.parse(menu);
  return JSON.stringify({
    ...read,
    items: read.items.filter((item: { name: string }) => item.name !== name),
  });
};
/** The same dish under an id that the POS gave up. */
const moved = (vendor: VendorId, name: string) => (menu: string) => {
  const read = JSON.parse(menu);
  const gone: Record<string, string> = {
    square: 'GONE',
    clover: 'GONE123456789',
    toast: 'aaaaaaaa-0000-4000-8000-000000000000/aaaaaaaa-0000-4000-8000-000000000001',
  };
  for (const item of read.items) {
    if (item.name !== name) continue;
    for (const one of [item, ...item.variations]) if (one.pos[vendor]) one.pos[vendor] = gone[vendor];
  }
  return JSON.stringify(read);
};

describe('a menu that has changed since it was remembered', () => {
  let square: Zap;
  beforeEach(async () => {
    square = await openZap('square');
    await square.run({ order_data: '', items: [{ name: 'coke' }] });
    square.target.reset();
  });
  afterEach(() => square.close());

  it('is read again once where it lacks what was said', async () => {
    age(square, forget('Garlic Knots'));
    const asked = listen(square);
    expect(await square.run(knots)).toMatchObject({
      check_items: '',
      items_understood: expect.stringContaining('Garlic Knots'),
    });
    expect(asked).toHaveLength(1);
    asked.splice(0);
    await square.run({ ...knots, order_reference: 'SM2' });
    expect(asked).toEqual([]);
  });

  it('is read again for Items too, and never a second time in one run', async () => {
    age(square, forget('Garlic Knots'));
    const items = [{ name: 'garlic knots' }, { name: 'unicorn steak' }];
    const asked = listen(square);
    const output = await square.run({ ...knots, order_text: '', items });
    expect(output.check_items).toBe('unicorn steak');
    expect(asked).toHaveLength(1);
  });

  it('that has just been read is not read again', async () => {
    for (const key of Object.keys(square.cache())) delete square.cache()[key];
    const asked = listen(square);
    await failureOf(square.run({ ...knots, order_text: 'are you open today?' }));
    expect(asked).toHaveLength(1);
  });
});

describe.each(['square', 'clover', 'toast'] as const)('an id that %s does not know any more', (vendor) => {
  it('makes the step read the menu again and send the order with the new one', async () => {
    const zap = await openZap(vendor);
    const guest = { customer_name: 'Ann Lee', customer_phone: '+16175550123' };
    await zap.run({ ...guest, order_data: '', items: [{ name: 'coke' }] });
    const before = zap.tickets().length;
    age(zap, moved(vendor, 'Garlic Knots'));
    const output = await zap.run({ ...knots, order_text: 'garlic knots' });
    expect(output).toMatchObject({ sent_to_kitchen: true, check_items: '' });
    expect(zap.tickets()).toHaveLength(before + 1);
    await zap.close();
  });
});
