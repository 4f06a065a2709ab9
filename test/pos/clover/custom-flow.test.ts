import { clover } from '../../../src/pos/clover';
import { placeOrder } from '../../../src/pos/place-order';
import { euro, openClover } from '../../support/clover-door';

const step = (method: string, url: string) =>
  `${method} ${url.replace(/.*SANDBOXEU0001|\?.*/g, '').replaceAll(/(ORDER|LINE)[0-9A-Z]+/g, '{$1}')}`;

describe('a Clover order in Europe', () => {
  it('is filled while nobody sees it, opened with its total, and printed', async () => {
    const { seen, send, tickets } = openClover('eu');
    const order = euro({ discounts: [{ name: 'Loyalty', amount: 500 }] });
    const receipt = await send(undefined, order);
    const writes = seen.filter(({ method }) => method !== 'GET').map(({ method, url }) => step(method, url));
    expect(writes).toEqual([
      'POST /orders',
      'POST /orders/{ORDER}/bulk_line_items',
      'POST /orders/{ORDER}/line_items/{LINE}/modifications',
      'POST /orders/{ORDER}/line_items/{LINE}/modifications',
      'POST /orders/{ORDER}/line_items/{LINE}/modifications',
      'POST /orders/{ORDER}/line_items/{LINE}/modifications',
      'POST /orders/{ORDER}/discounts',
      'POST /orders/{ORDER}',
      'POST /print_event',
    ]);
    expect(receipt).toMatchObject({ pos_total: 5690, completed: ['order', 'print'], currency: 'EUR' });
    expect(tickets()).toMatchObject([{ visible: true, printed: 1, total: 5690, service: 'delivery' }]);
    expect(tickets()[0]?.lines.filter(({ name }) => name === 'Pepperoni Pizza Large')).toMatchObject([
      { options: ['Extra Cheese', 'Mushrooms'], note: 'LEFT HALF: mushrooms', total: 1949 },
      { options: ['Extra Cheese', 'Mushrooms'], note: 'LEFT HALF: mushrooms', total: 1949 },
    ]);
  });

  it.each(['bulk_line_items', 'modifications', 'discounts'])(
    'leaves nothing behind when %s fails, and is made by the next try',
    async (path) => {
      const { tampered, send, tickets } = openClover('eu');
      const order = euro({ discounts: [{ name: 'Loyalty', amount: 500 }] });
      const failing = tampered((request, http) =>
        request.url.includes(`/${path}`)
          ? Promise.resolve({ status: 500, headers: {}, body: '<html>oops</html>' })
          : http(request),
      );
      await expect(send(failing, order)).rejects.toMatchObject({ kind: 'unclear' });
      expect(tickets()).toEqual([]);
      expect(await send(undefined, order)).toMatchObject({ replayed: false, pos_total: 5690 });
      expect(tickets()).toMatchObject([{ printed: 1 }]);
    },
  );

  it('is looked up when its opening went unanswered', async () => {
    const { tampered, send, tickets } = openClover('eu');
    const deaf = tampered(async (request, http) => {
      const reply = await http(request);
      return request.body?.includes('"state":"open"') ? { ...reply, body: '{"id":' } : reply;
    });
    await expect(send(deaf)).rejects.toMatchObject({ kind: 'unclear' });
    expect(await send()).toMatchObject({ completed: ['order', 'print'] });
    expect(tickets()).toMatchObject([{ printed: 1, visible: true }]);
  });

  it('is made anew where it was begun and never opened', async () => {
    const { session, prepare, tampered, send, tickets } = openClover('eu');
    const cut = tampered((request, http) =>
      request.method === 'DELETE' || request.url.includes('bulk_line_items')
        ? Promise.resolve({ status: 500, headers: {}, body: '' })
        : http(request),
    );
    await expect(send(cut)).rejects.toMatchObject({ kind: 'unclear' });
    const [hidden] = tickets();
    expect(hidden?.visible).toBe(false);
    const { order } = await prepare();
    const quiet = session({ settings: { region: 'eu', print_ticket: 'no' } });
    const other = await clover.submitOrder({ ...order, external_ref: 'another' }, quiet, undefined);
    const found = { ...other, pos_order_id: hidden?.id ?? '', completed: [] };
    const receipt = await clover.submitOrder(order, session(), found);
    expect(receipt.completed).toEqual(['order', 'print']);
    expect(tickets().map(({ id }) => id)).not.toContain(hidden?.id);
    expect(tickets().find(({ id }) => id === receipt.pos_order_id)).toMatchObject({ printed: 1 });
  });

  it('is not opened where another door was quicker while it was being filled', async () => {
    const { clock, seen, tampered, prepare, session, tickets } = openClover('eu');
    const prepared = await prepare();
    const place = (at = session()) => placeOrder({ vendor: clover, prepared, session: at, lookFirst: false });
    let quicker: ReturnType<typeof place> | undefined;
    const slow = tampered(async (request, http) => {
      if (request.url.endsWith('/modifications') && !quicker) {
        quicker = place();
        await quicker;
        clock.now = new Date(clock.now.getTime() + 3000);
      }
      return http(request);
    });
    expect(await place(slow)).toMatchObject({ replayed: true, pos_order_id: (await quicker)?.pos_order_id });
    expect(seen.filter(({ body }) => body?.includes('"state":"open"'))).toHaveLength(1);
    expect(tickets()).toMatchObject([{ printed: 1, visible: true }]);
  });

  it('pairs modifiers with lines in whatever order Clover answers them', async () => {
    const { tampered, send, tickets } = openClover('eu');
    const shuffled = tampered(async (request, http) => {
      const reply = await http(request);
      if (!request.url.includes('bulk_line_items')) return reply;
      return { ...reply, body: JSON.stringify((JSON.parse(reply.body) as unknown[]).reverse()) };
    });
    await send(shuffled);
    const modified = tickets()[0]?.lines.filter(({ options }) => options.length > 0);
    expect(modified?.map(({ name }) => name)).toEqual(['Pepperoni Pizza Large', 'Pepperoni Pizza Large']);
  });

  it('sends more than a hundred lines in several requests', async () => {
    const { seen, send, tickets } = openClover('eu');
    const many = euro({ items: [{ name: 'coke', quantity: '230', unit_price: 299 }], charges: [] });
    expect(await send(undefined, many)).toMatchObject({ pos_total: 230 * 299 });
    expect(seen.filter(({ url }) => url.endsWith('bulk_line_items'))).toHaveLength(3);
    expect(tickets()[0]?.lines).toHaveLength(230);
  });
});
