import type { HttpClient } from '../../../src/http';
import { toast } from '../../../src/pos/toast';
import { failure, openToastDoor, type ToastDoor } from '../../support/toast-door';

let door: ToastDoor;
beforeEach(async () => {
  door = await openToastDoor();
});

describe('set-up', () => {
  it('checks the connection, logging in where no token is at hand', async () => {
    const shop = await toast.checkConnection(door.session({ token: undefined }));
    expect(shop).toMatchObject({
      name: "Mario's Downtown",
      currency: 'USD',
      timezone: 'America/New_York',
      country: 'US',
    });
  });

  it('lists the restaurants of a partner, and the one restaurant of others', async () => {
    const at = door.session();
    expect(await toast.listLocations(at)).toMatchObject([{ id: door.fact('restaurant_guid') }]);
    const custom: HttpClient = async (request) =>
      request.url.includes('/partners/') ? { status: 403, headers: {}, body: '{}' } : door.http(request);
    expect(await toast.listLocations({ ...at, http: custom })).toMatchObject([{ currency: 'USD' }]);
  });

  it('says which restaurant GUID is wrong', async () => {
    const error = await failure(toast.checkConnection(door.session({ posLocation: 'nowhere' })));
    expect(['credentials', 'rejected']).toContain(error.kind);
    expect(error.message).toContain('restaurant GUID');
  });

  it.each(['v2', 'v3'])('reads the same dishes with menus %s', async (menus_api) => {
    const menu = await toast.fetchMenu(door.session({ settings: { menus_api } }));
    expect(menu.items.map(({ id }) => id)).toEqual(door.menu.menu.items.map(({ id }) => id));
    const pizza = menu.items.find(({ name }) => name === 'Pepperoni Pizza');
    expect(pizza?.variations.map(({ name, price }) => [name, price])).toEqual([
      ['Small', 1199],
      ['Large', 1599],
    ]);
    const crust = menu.option_groups.find(({ name }) => name === 'Crust');
    expect(crust).toMatchObject({ min: 1, max: 1 });
    expect(menu.option_groups.some(({ name }) => name === 'Size')).toBe(false);
    expect(menu.items.find(({ name }) => name === 'Coke')?.category).toBe('Soft Drinks');
  });

  it('offers what the restaurant has for each setting', async () => {
    const offered = await Promise.all(
      toast.settings
        .filter((setting) => setting.fetchChoices)
        .map(async (setting) => [setting.key, (await setting.fetchChoices?.(door.session()))?.length]),
    );
    expect(Object.fromEntries(offered)).toEqual({
      dining_option_id: 4,
      fallback_item_id: 1,
      prepaid_payment_type_id: 2,
      delivery_fee_charge_id: 2,
      discount_id: 1,
    });
  });

  it('previews the two requests, credentials masked, and sends nothing', () => {
    const before = door.sent.length;
    const preview = toast.preview(door.prepare().order, door.session());
    expect(preview.requests.map(({ url }) => new URL(url).pathname)).toEqual([
      '/orders/v2/prices',
      '/orders/v2/orders',
    ]);
    expect(JSON.stringify(preview)).not.toContain(door.token.access_token);
    expect(door.sent).toHaveLength(before);
  });
});
