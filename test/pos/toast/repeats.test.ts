import type { HttpClient } from '../../../src/http';
import { toast } from '../../../src/pos/toast';
import { failure, openToastDoor, type ToastDoor } from '../../support/toast-door';

let door: ToastDoor;
beforeEach(async () => {
  door = await openToastDoor();
});

describe('one ticket', () => {
  const cases = [
    ['the reply was lost', 'lose_reply'],
    ['Toast failed after it had made the order', 'error_after'],
    ['the reply cannot be read', 'garbage'],
  ] as const;

  it.each(cases)('where %s and the step runs again', async (_name, fault) => {
    door.arm(fault);
    expect((await failure(door.send())).kind).toBe('unclear');
    const receipt = await door.send();
    expect(receipt).toMatchObject({
      replayed: true,
      kitchen_confirmed: true,
      ticket_number: '1',
      pos_total: 650,
    });
    expect(door.tickets()).toHaveLength(1);
  });

  it('where the first attempt never arrived', async () => {
    for (const fault of ['reset', 'error_before'] as const) {
      door.arm(fault);
      expect((await failure(door.send())).kind).toBe('unclear');
      expect(door.tickets()).toHaveLength(0);
    }
    expect((await door.send()).replayed).toBe(false);
    expect(door.tickets()).toHaveLength(1);
  });

  it('where Toast hangs for 29 seconds and the door has 25', async () => {
    door.arm('hang');
    const hurried: HttpClient = (request) => door.http({ ...request, timeoutMs: 25_000 });
    const error = await failure(door.send({}, door.session({ http: hurried })));
    expect(error).toMatchObject({ kind: 'unclear' });
    expect((await door.send()).replayed).toBe(true);
    expect(door.tickets()).toHaveLength(1);
  });

  it('where Toast hangs for 29 seconds and the server waits', async () => {
    door.arm('hang');
    expect((await door.send()).replayed).toBe(false);
  });

  it('where two doors send the same order at once: both look, both find nothing, Toast takes one', async () => {
    const receipts = await Promise.all([door.send(), door.send()]);
    expect(receipts.map(({ replayed }) => replayed).sort()).toEqual([false, true]);
    expect(new Set(receipts.map(({ pos_order_id: id }) => id)).size).toBe(1);
    expect(door.tickets()).toHaveLength(1);
  });

  it('where a repeat does not look first: the refusal of the repeated externalId is read back', async () => {
    await door.send();
    const again = await door.send({}, door.session(), false);
    expect(again).toMatchObject({ replayed: true, pos_total: 650 });
    expect(door.tickets()).toHaveLength(1);
  });

  it('where these credentials may not read orders: the repeat is still known to exist', async () => {
    const blind: HttpClient = async (request) =>
      request.method === 'GET' && request.url.includes('/orders/v2/')
        ? { status: 403, headers: {}, body: '{"status":403,"message":"Forbidden"}' }
        : door.http(request);
    const at = door.session({ http: blind });
    expect((await door.send({}, at)).replayed).toBe(false);
    const again = await door.send({}, at);
    expect(again).toMatchObject({ replayed: true, state: 'accepted', pos_order_id: null });
    expect(again.warnings.join()).toContain('orders:read');
    expect(door.tickets()).toHaveLength(1);
  });

  it('where Toast takes only GUIDs when reading: the orders of its time are looked through', async () => {
    const strict: HttpClient = async (request) =>
      /\/orders\/v2\/orders\/.*%3A/.test(request.url)
        ? { status: 400, headers: {}, body: '{"status":400,"message":"Malformed GUID"}' }
        : door.http(request);
    await door.send({}, door.session({ http: strict }));
    const again = await door.send({}, door.session({ http: strict }));
    expect(again.replayed).toBe(true);
    expect(door.paths().at(-1)).toBe('GET /orders/v2/ordersBulk');
    expect(door.paths().filter((path) => path === 'POST /orders/v2/orders')).toHaveLength(1);
    const bulk = new URL(door.sent.at(-1)?.url ?? '').searchParams;
    expect(bulk.get('startDate')).toBe('2026-11-24T17:00:00.000+0000');
  });

  it('that staff have voided is told as voided, and not sent again', async () => {
    const { pos_order_id } = await door.send();
    const everything = { selections: { voidAll: true }, payments: { voidAll: true } };
    await door.http({
      method: 'POST',
      url: `http://toast.sandbox/orders/v2/orders/${pos_order_id}/void`,
      headers: {
        authorization: `Bearer ${door.token.access_token}`,
        'toast-restaurant-external-id': door.fact('restaurant_guid'),
        'content-type': 'application/json',
      },
      body: JSON.stringify(everything),
    });
    const again = await door.send();
    expect(again).toMatchObject({ replayed: true, sent_to_kitchen: false, kitchen_confirmed: false });
    expect(again.warnings).toEqual(['Staff have voided this ticket in Toast.']);
    expect(door.tickets()).toHaveLength(1);
  });
});

it('takes no other order for this one, whatever Toast answers', async () => {
  await door.send();
  const other: HttpClient = async (request) => {
    const response = await door.http(request);
    const isLook = request.method === 'GET' && request.url.includes('/orders/v2/orders/');
    return isLook
      ? { ...response, body: response.body.replaceAll(/ow[0-9a-f]{18}"/g, 'ow000000000000000000"') }
      : response;
  };
  const { order } = door.prepare();
  expect(await toast.findOrder(order, door.session({ http: other }))).toBeUndefined();
  expect(await toast.findOrder(order, door.session())).toMatchObject({ replayed: true });
});
