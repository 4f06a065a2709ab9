import { type Square, SquareClient, SquareError } from 'square';
import { type ServedSimulator, serveSimulator } from '../support/serve-simulator';
import { openSquare } from '../support/square-sandbox';

const usd = (amount: number) => ({ amount: BigInt(amount), currency: 'USD' as const });

const ORDER: Square.Order = {
  locationId: 'LSANDBOX1',
  referenceId: 'ow0123456789abcdef01',
  ticketName: 'Ann Lee',
  source: { name: 'OrderWire' },
  lineItems: [
    {
      quantity: '2',
      catalogObjectId: 'SQVARPEPPERONILARGE',
      note: 'well done',
      modifiers: [
        { catalogObjectId: 'SQMODTOPPINGSEXTRACHEESE', quantity: '1' },
        { name: 'NO onions', basePriceMoney: usd(0) },
      ],
    },
  ],
  serviceCharges: [{ name: 'Delivery fee', amountMoney: usd(300), calculationPhase: 'SUBTOTAL_PHASE' }],
  fulfillments: [
    {
      type: 'PICKUP',
      pickupDetails: {
        scheduleType: 'ASAP',
        prepTimeDuration: 'PT20M',
        recipient: { displayName: 'Ann Lee', phoneNumber: '+14155550123' },
      },
    },
  ],
};
const TOTAL = 2 * (1599 + 200) + 300;

let square: ReturnType<typeof openSquare>;
let served: ServedSimulator;
beforeEach(async () => {
  square = openSquare();
  served = await serveSimulator(square.target, square.clock);
});
afterEach(() => served.close());

const connect = (options: { token?: string; maxRetries?: number } = {}) =>
  new SquareClient({
    token: options.token ?? square.target.simulator.facts.access_token,
    environment: served.url,
    maxRetries: options.maxRetries ?? 0,
  });
const failure = async (call: PromiseLike<unknown>): Promise<SquareError> => {
  const error = await Promise.resolve(call).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof SquareError) return error;
  throw new Error(`expected Square's client to fail, got ${String(error)}`);
};

describe("Square's own client, over the network", () => {
  it('lists the shops and reads one', async () => {
    const client = connect();
    const { locations } = await client.locations.list();
    expect(locations?.map(({ id, status }) => [id, status])).toEqual([
      ['LSANDBOX1', 'ACTIVE'],
      ['LSANDBOX2', 'INACTIVE'],
    ]);
    const { location } = await client.locations.get({ locationId: 'LSANDBOX1' });
    expect(location).toMatchObject({ currency: 'USD', timezone: 'America/New_York' });
  });

  it('reads the whole menu page after page', async () => {
    const names: string[] = [];
    for await (const entry of await connect().catalog.list({ types: 'ITEM' }))
      if (entry.type === 'ITEM') names.push(entry.itemData?.name ?? '');
    expect(names).toHaveLength(10);
    expect(names).toContain('Pepperoni Calzone');
    const search = await connect().catalog.search({ objectTypes: ['MODIFIER_LIST'] });
    expect(search.objects?.map(({ id }) => id)).toContain('SQLISTBURGEREXTRAS');
  });

  it('places an order, places it again as the same one, pays it and finds it, and the kitchen has one ticket', async () => {
    const client = connect();
    const request = { idempotencyKey: 'ow0123456789abcdef01', order: ORDER };
    const { order } = await client.orders.create(request);
    const replay = await client.orders.create(request);
    expect(replay.order).toEqual(order);
    expect(order?.totalMoney).toEqual(usd(TOTAL));
    expect(order?.lineItems?.[0]).toMatchObject({ name: 'Pepperoni Pizza', variationName: 'Large' });
    const { payment } = await client.payments.create({
      sourceId: 'EXTERNAL',
      idempotencyKey: 'ow0123456789abcdef01p',
      amountMoney: order?.totalMoney,
      orderId: order?.id,
      locationId: 'LSANDBOX1',
      externalDetails: { type: 'OTHER', source: 'Phone order' },
    });
    expect(payment).toMatchObject({ status: 'COMPLETED', sourceType: 'EXTERNAL' });
    const { orders } = await client.orders.search({
      locationIds: ['LSANDBOX1'],
      query: {
        filter: {
          sourceFilter: { sourceNames: ['OrderWire'] },
          dateTimeFilter: { createdAt: { startAt: '2026-11-27T18:00:00Z' } },
        },
        sort: { sortField: 'CREATED_AT', sortOrder: 'DESC' },
      },
    });
    expect(orders?.map(({ referenceId }) => referenceId)).toEqual(['ow0123456789abcdef01']);
    expect(orders?.[0]).toMatchObject({ netAmountDueMoney: usd(0), version: 2 });
    expect(square.tickets()).toMatchObject([{ visible: true, printed: 1, total: TOTAL }]);
  });

  it('previews totals, changes and cancels an order, and reads it back', async () => {
    const client = connect();
    const preview = await client.orders.calculate({ order: ORDER });
    expect(preview.order?.totalMoney).toEqual(usd(TOTAL));
    const { order } = await client.orders.create({ order: ORDER });
    const fulfillments = order?.fulfillments?.map(({ uid }) => ({ uid, state: 'CANCELED' as const }));
    await client.orders.update({
      orderId: order?.id ?? '',
      idempotencyKey: 'cancel-1',
      order: { locationId: 'LSANDBOX1', version: order?.version, state: 'CANCELED', fulfillments },
    });
    const read = await client.orders.get({ orderId: order?.id ?? '' });
    expect(read.order?.state).toBe('CANCELED');
    const batch = await client.orders.batchGet({ orderIds: [order?.id ?? ''] });
    expect(batch.orders).toHaveLength(1);
  });

  it('settles an order that costs nothing', async () => {
    const client = connect();
    const free = { ...ORDER, serviceCharges: [], discounts: [{ name: 'On the house', percentage: '100' }] };
    const { order } = await client.orders.create({ order: free });
    await client.orders.pay({ orderId: order?.id ?? '', idempotencyKey: 'pay-1', paymentIds: [] });
    expect(square.tickets()).toMatchObject([{ visible: true, payment: 'paid' }]);
  });

  it('tells what its token may do, and renews it', async () => {
    const client = connect();
    expect((await client.oAuth.retrieveTokenStatus()).scopes).toContain('ORDERS_WRITE');
    const renewed = await client.oAuth.obtainToken({
      grantType: 'refresh_token',
      clientId: 'sandbox-square-client',
      clientSecret: 'sandbox-square-secret',
      refreshToken: 'sandbox-square-refresh',
    });
    expect(renewed.accessToken).toBe('sandbox-square-token');
  });

  it('understands every refusal', async () => {
    const unauthorized = await failure(connect({ token: 'wrong' }).locations.list());
    expect(unauthorized).toMatchObject({ statusCode: 401 });
    expect(unauthorized.errors).toMatchObject([{ category: 'AUTHENTICATION_ERROR', code: 'UNAUTHORIZED' }]);
    const client = connect();
    const unknown = await failure(
      client.orders.create({
        order: { ...ORDER, lineItems: [{ quantity: '1', catalogObjectId: 'SQITEMCOKE' }] },
      }),
    );
    expect(unknown).toMatchObject({ statusCode: 404 });
    expect(unknown.errors).toMatchObject([{ category: 'INVALID_REQUEST_ERROR', code: 'NOT_FOUND' }]);
    const blank = await failure(client.orders.create({ order: { ...ORDER, locationId: '' } }));
    expect(blank.errors).toMatchObject([{ code: 'VALUE_EMPTY', field: 'order.location_id' }]);
    square.target.arm({ fault: 'read_only', times: 1, seconds: 0 });
    expect((await failure(client.orders.create({ order: ORDER }))).errors).toMatchObject([
      { code: 'INSUFFICIENT_SCOPES' },
    ]);
    expect(square.tickets()).toEqual([]);
  });

  it('makes one ticket when the first reply is lost and the client tries again by itself', async () => {
    square.target.arm({ fault: 'lose_reply', times: 1, seconds: 0 });
    const request = { idempotencyKey: 'ow0123456789abcdef01', order: ORDER };
    // Square's client keeps its timer running after a broken connection; a short one lets the test end.
    await expect(connect().orders.create(request, { timeoutInSeconds: 1 })).rejects.toThrow();
    expect(square.tickets()).toHaveLength(1);
    square.target.arm({ fault: 'error_after', times: 1, seconds: 0 });
    await connect({ maxRetries: 2 }).orders.create(request);
    expect(square.tickets()).toHaveLength(1);
  });

  it('gives up on a vendor that hangs longer than its time', async () => {
    square.target.arm({ fault: 'hang', times: 1, seconds: 2 });
    await expect(connect().orders.create({ order: ORDER }, { timeoutInSeconds: 0.2 })).rejects.toThrow(
      /timeout/i,
    );
    expect(square.tickets()).toHaveLength(1);
  });
});
