import { lightspeed } from '../../../src/pos/lightspeed';
import { toMenu } from '../../../src/pos/lightspeed/menu';
import { joinSizes } from '../../../src/pos/lightspeed/sizes';
import type { Session } from '../../../src/pos/vendor';
import { fakeHttp } from '../../support/fake-http';
import { sample } from '../../support/vendor-doors';

const LOCATION = '9007199254740993';
const businesses = {
  body: `[{"id":1,"name":"Mario","businessLocations":[{"id":${LOCATION},"name":"Downtown"}]}]`,
};
const ready = { body: { status: 'READY' } };
const profiles = {
  body: { accountProfileList: [{ id: 1, code: 'DLV', name: 'Delivery', deliveryMode: 'DELIVERY' }] },
};
const works = { '/businesses': businesses, '/onlineOrderReadiness': ready, '/account-profiles': profiles };
const open = (replies: Parameters<typeof fakeHttp>[0], part: Partial<Session> = {}) => {
  const { http, asked } = fakeHttp(replies);
  const session: Session = {
    http,
    credentials: { endpoint_id: 'E', client_id: 'devp-v2-1', client_secret: 's', refresh_token: 'r' },
    settings: {},
    posLocation: LOCATION,
    environment: 'production',
    token: { access_token: 'secret-token' },
    ...part,
  };
  return { session, asked };
};
const order = { ...sample(), items: sample().items.map((item) => ({ ...item, pos: 'SKU', options: [] })) };
const reject = (reply: { status: number; body: unknown }, part?: Partial<Session>) => {
  const { session } = open({ ...works, '/toGo': reply }, part);
  return lightspeed.submitOrder(order, session).catch((error: unknown) => error);
};

describe('what Lightspeed answers to an order', () => {
  it('names the field that it refuses', async () => {
    const errors = [{ field: 'customerInfo.firstName', defaultMessage: 'must not be null', code: 'NotNull' }];
    const error = await reject({ status: 400, body: { status: 400, error: 'Bad Request', errors } });
    expect(error).toMatchObject({
      kind: 'rejected',
      details: { code: 'NotNull' },
      message: expect.stringContaining('customerInfo.firstName must not be null (NotNull)'),
    });
  });
  it('repeats no value of the guest', async () => {
    const message = 'Cannot deserialize value of type `long` from String "Ann Lee"';
    expect(String(await reject({ status: 400, body: { message } }))).not.toContain('Ann');
  });
  it('counts a used reference as the order that is there', async () => {
    const body = { status: 'fail', msg: 'reference has already been used 123456789' };
    expect(await reject({ status: 409, body })).toMatchObject({ replayed: true, state: 'queued' });
  });
  it.each([
    [409, { status: 'fail', msg: 'collection code is taken' }, 'rejected'],
    [403, {}, 'credentials'],
    [404, 'not json', 'rejected'],
    [500, '<html>', 'unclear'],
    [503, '', 'unclear'],
    [429, {}, 'throttled'],
    [200, { status: 'fail' }, 'unclear'],
    [200, '', 'unclear'],
    [200, '{"status":"o', 'unclear'],
    [418, { errors: 'none' }, 'rejected'],
  ])('%i %j is %s', async (status, body, kind) => {
    expect(await reject({ status, body })).toMatchObject({ kind });
  });
  it('sends the exact location, profile and headers', async () => {
    const { session, asked } = open({ ...works, '/toGo': { body: { status: 'ok' } } });
    await lightspeed.submitOrder(order, session);
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET https://api.lsk.lightspeed.app/o/op/1/onlineOrderReadiness?businessLocationId=${LOCATION}`,
      `GET https://api.lsk.lightspeed.app/o/op/data/account-profiles?businessLocationId=${LOCATION}`,
      'POST https://api.lsk.lightspeed.app/o/op/1/order/toGo',
    ]);
    expect(asked[2]).toMatchObject({
      headers: { authorization: 'Bearer secret-token', 'content-type': 'application/json' },
    });
    expect(asked[2]?.body).toContain(`"businessLocationId":${LOCATION},`);
    expect(asked[2]?.body).toContain('"accountProfileCode":"DLV"');
  });
  it.each([
    ['none fits', [], undefined, 'no order profile for DELIVERY'],
    [
      'two fit',
      [...profiles.body.accountProfileList, { code: 'D2', deliveryMode: 'DELIVERY' }],
      'DLV',
      'Several',
    ],
  ])('says when %s of the order profiles', async (_, accountProfileList, code, warning) => {
    const ok = { '/toGo': { body: { status: 'ok' } }, '/account-profiles': { body: { accountProfileList } } };
    const { session, asked } = open({ ...works, ...ok });
    const receipt = await lightspeed.submitOrder(order, session);
    expect(JSON.parse(asked[2]?.body ?? '').accountProfileCode).toBe(code);
    expect(receipt.warnings.join()).toContain(warning);
  });
  it('goes on where readiness is not offered', async () => {
    const { session } = open({
      ...works,
      '/onlineOrderReadiness': { status: 404 },
      '/toGo': { body: { status: 'ok' } },
    });
    expect((await lightspeed.submitOrder(order, session)).state).toBe('queued');
  });
  it('asks for the webhook endpoint before anything is sent', async () => {
    const { session, asked } = open(works, { credentials: {} });
    await expect(lightspeed.submitOrder(order, session)).rejects.toThrow('Webhook Endpoint ID');
    expect(asked).toEqual([]);
  });
});

describe('the connection', () => {
  it('finds its location without losing a digit, and does without the Financial API', async () => {
    const { session } = open(
      { ...works, '/f/data/businesses': { status: 403 } },
      { settings: { currency: 'EUR' } },
    );
    expect(await lightspeed.checkConnection(session)).toEqual({
      id: LOCATION,
      name: 'Downtown',
      currency: 'EUR',
      timezone: null,
      country: null,
    });
  });
  it('names the locations it sees when the right one is not among them', async () => {
    const { session } = open(works, { posLocation: '9007199254740992' });
    await expect(lightspeed.checkConnection(session)).rejects.toThrow(`Downtown (${LOCATION})`);
  });
  it('fails where a switch of the set-up is off', async () => {
    const off = { status: 'NOT_READY', onlineOrderingApiConfiguration: { enabled: false }, posStatus: {} };
    const { session } = open({ ...works, '/onlineOrderReadiness': { body: off } });
    await expect(lightspeed.checkConnection(session)).rejects.toThrow('Online Ordering API is not enabled');
  });
  it.each([
    [{ settings: { series: 'l' } }, 'L-Series (POSiOS)'],
    [{ settings: { series: 'O-Series' } }, 'O-Series (Kounta)'],
    [{ settings: { series: 'U' } }, 'U-Series (Upserve, Breadcrumb)'],
    [{ baseUrl: 'https://api.kounta.com/v1' }, 'O-Series (Kounta)'],
    [{ baseUrl: 'https://staging-integration.posios.com' }, 'L-Series (POSiOS)'],
    [{ baseUrl: 'https://hq.breadcrumb.com/ws/v1' }, 'U-Series (Upserve, Breadcrumb)'],
    [{ posLocation: '12/34' }, 'L-Series, O-Series (Kounta) and U-Series (Upserve)'],
  ])('refuses the other products by name: %j', async (part, name) => {
    const { session } = open(works, part);
    await expect(lightspeed.checkConnection(session)).rejects.toMatchObject({
      kind: 'rejected',
      message: expect.stringContaining(name),
    });
  });
  it.each([
    ['devp-v2-1', 'production', 'https://auth.lsk-prod.app/realms/k-series/protocol/openid-connect/token'],
    ['devp-v2-1', 'sandbox', 'https://auth.lsk-demo.app/realms/k-series/protocol/openid-connect/token'],
    ['devp-1', 'production', 'https://api.lsk.lightspeed.app/oauth/token'],
    ['devp-1', 'sandbox', 'https://api.trial.lsk.lightspeed.app/oauth/token'],
  ] as const)('asks for tokens of client %s in %s at %s', async (client_id, environment, url) => {
    const { session, asked } = open({
      '/token': { body: { access_token: 'a', refresh_token: 'r2', expires_in: 60 } },
    });
    const token = await lightspeed.authenticate({ ...session.credentials, client_id }, undefined, {
      ...session,
      environment,
    });
    expect(token).toEqual({ access_token: 'a', refresh_token: 'r2', expires_in_seconds: 60 });
    expect(asked).toEqual([
      expect.objectContaining({
        url,
        body: 'grant_type=refresh_token&refresh_token=r',
        headers: expect.objectContaining({ authorization: `Basic ${btoa(`${client_id}:s`)}` }),
      }),
    ]);
  });
  it('says which credential is missing', async () => {
    const { session, asked } = open({});
    const nothing = lightspeed.authenticate({ client_id: 'devp-v2-1' }, undefined, session);
    await expect(nothing).rejects.toThrow('no client_secret');
    expect(asked).toEqual([]);
  });
});

describe('the menu', () => {
  const entry = (part: object) => ({ '@type': 'menuItem', productPrice: 10, ...part });
  const instructions = [
    {
      productionIntructionGroupId: 5,
      productionInstructionGroupName: 'Without',
      multiSelectionPermitted: true,
      productionInstructionList: [
        { instruction: 'No Onions', ikentooModifierId: 9007199254740991 },
        { instruction: 'Well done', ikentooModifierId: 7 },
      ],
    },
  ];
  const group = (sku: string, name: string, menuEntry: object[]) => ({
    '@type': 'group',
    id: sku,
    name,
    menuEntry,
  });
  const menu = toMenu(
    [
      {
        menuEntryGroups: [
          group('1', 'Mains', [
            entry({
              sku: 'B',
              productName: 'Burger',
              productPrice: 12.5,
              productionInstructionList: instructions,
            }),
            group('2', 'Pizza', [
              entry({ sku: 'PS', productName: 'Pepperoni (small)', productPrice: 9 }),
              entry({ sku: 'PL', productName: 'Pepperoni (Large)', productPrice: 15.99 }),
            ]),
            entry({ sku: 'SAUCE', productName: 'Sauce', asSubItem: true }),
            entry({
              sku: 'OFF',
              productName: 'Discount',
              pricingStrategy: 'CUSTOMIZED_ITEM_PRICE_WILL_BE_NEGATIVE',
            }),
            entry({ sku: 'FEE', productName: 'Delivery' }),
            { '@type': 'menuProductModifier', sku: 'M', productName: 'Bacon' },
            {
              '@type': 'menuDeal',
              sku: 'D',
              productName: 'Combo',
              productPrice: 20,
              menuDealGroups: [
                {
                  sku: 'DG',
                  description: 'Side',
                  mustSelectAnItem: true,
                  multiSelectionPermitted: false,
                  items: [{ sku: 'FRIES', productName: 'Fries', productPrice: 4, extraPrice: 1.5 }],
                },
              ],
            },
          ]),
        ],
      },
      { menuEntryGroups: [group('3', 'Lunch', [entry({ sku: 'B', productName: 'Burger, again' })])] },
    ],
    'USD',
    ['FEE'],
  );
  it('holds each dish once, by SKU, without what is no dish', () => {
    expect(menu.items.map(({ id, name, category, price }) => [id, name, category, price])).toEqual([
      ['B', 'Burger', 'Mains', 1250],
      ['PS', 'Pepperoni (small)', 'Pizza', 900],
      ['PL', 'Pepperoni (Large)', 'Pizza', 1599],
      ['D', 'Combo', 'Mains', 2000],
    ]);
  });
  it('makes one dish of its sizes', () => {
    const pizza = joinSizes(menu).items.find(({ name }) => name === 'Pepperoni');
    expect(pizza?.variations.map(({ name, pos }) => [name, pos.lightspeed])).toEqual([
      ['small', 'PS'],
      ['Large', 'PL'],
    ]);
  });
  it('reads instructions by what they say, and combos with what they add', () => {
    const [without, side] = menu.option_groups;
    expect(without).toMatchObject({ id: 'instructions:5', min: 0, max: null, actions: ['remove', 'add'] });
    expect(without?.options.map(({ pos }) => pos.lightspeed)).toEqual([
      'instruction:remove:9007199254740991',
      'instruction:add:7',
    ]);
    expect(side).toMatchObject({ id: 'group:DG', min: 1, max: 1, options: [{ id: 'FRIES', price: 150 }] });
  });
  it('is refused where nobody knows the currency', async () => {
    const { session } = open({ '/o/op/data/businesses': businesses, '/f/data/businesses': { status: 403 } });
    await expect(lightspeed.fetchMenu(session)).rejects.toThrow('Set Currency');
  });
});
