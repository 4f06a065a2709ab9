import { type FaultName, FaultySimulator } from '../../src/sandbox/faults';
import { createToastSimulator } from '../../src/sandbox/toast';

export type Json = Record<string, unknown>;
export type Reply = { status: number; body: Json };
type Call = { body?: unknown; headers?: Record<string, string>; query?: string };

/** The sandbox's Toast as a client with a token sees it, with dishes and modifiers by their names. */
export function toastRestaurant(options: { autoFire?: boolean } = {}) {
  const simulator = createToastSimulator(options);
  const target = new FaultySimulator(simulator);
  const clock = { now: new Date('2026-11-24T18:00:00Z') };
  const facts = () => target.simulator.facts;
  let token = '';

  function send(
    method: string,
    path: string,
    { body, headers = {}, query = '' }: Call = {},
  ): Reply | 'dropped' {
    const outcome = target.handle(
      {
        method,
        path,
        query: new URLSearchParams(query),
        headers: {
          authorization: `Bearer ${token}`,
          'toast-restaurant-external-id': facts().restaurant_guid ?? '',
          'content-type': 'application/json',
          ...headers,
        },
        body: typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body),
      },
      clock.now,
    );
    if ('dropped' in outcome) return 'dropped';
    return { status: outcome.reply.status, body: JSON.parse(outcome.reply.body) };
  }
  function call(method: string, path: string, rest: Call = {}): Reply {
    const reply = send(method, path, rest);
    if (reply === 'dropped') throw new Error('the reply was lost');
    return reply;
  }
  function logIn(who: 'client' | 'read_only_client' = 'client'): Reply {
    const reply = call('POST', '/authentication/v1/authentication/login', {
      headers: { authorization: '' },
      body: {
        clientId: facts()[`${who}_id`],
        clientSecret: facts()[`${who}_secret`],
        userAccessType: 'TOAST_MACHINE_CLIENT',
      },
    });
    token = String((reply.body.token as Json | undefined)?.accessToken);
    return reply;
  }
  logIn();
  const menu = call('GET', '/menus/v3/menus').body as never as Menu;
  return {
    ...{ call, send, logIn, clock, menu, target, simulator },
    fact: (name: string): string => facts()[name] ?? `no fact ${name}`,
    arm: (fault: FaultName) => target.arm({ fault, times: 1, seconds: 29 }),
    tickets: () => target.simulator.tickets(clock.now),
    ...wording(menu),
  };
}

type Entity = { guid: string; name: string };
type Item = Entity & { modifierGroupReferences: number[]; price: number | null; pricingStrategy: string };
type MenuGroup = Entity & { menuGroups: MenuGroup[]; menuItems: Item[] };
type Group = Entity & { modifierOptionReferences: number[] };
export type Menu = {
  menus: { menuGroups: MenuGroup[] }[];
  modifierGroupReferences: Record<string, Group>;
  modifierOptionReferences: Record<string, Entity & { price: number }>;
  preModifierGroupReferences: Record<string, { preModifiers: Entity[] }>;
};

function wording(menu: Menu) {
  const groups = menu.menus.flatMap((one) => one.menuGroups).flatMap((group) => [group, ...group.menuGroups]);
  const ref = ({ guid }: { guid: string }) => ({ guid });
  function named<T extends { name: string }>(list: T[], name: string): T {
    const found = list.find((one) => one.name === name);
    if (!found) throw new Error(`the menu has no ${name}`);
    return found;
  }
  const groupOf = (name: string) => {
    const group = groups.find((one) => one.menuItems.some((item) => item.name === name));
    if (!group) throw new Error(`no group has ${name}`);
    return group;
  };
  const item = (name: string) => named(groupOf(name).menuItems, name);
  /** "Toppings: NO Onions" as a modifier of an item. */
  function modifier(dish: string, text: string, quantity: number) {
    const [groupName = '', optionText = ''] = text.split(': ');
    const before = Object.values(menu.preModifierGroupReferences)
      .flatMap((one) => one.preModifiers)
      .find((one) => optionText.startsWith(`${one.name} `));
    const modifierGroups = item(dish).modifierGroupReferences.flatMap(
      (id) => menu.modifierGroupReferences[id] ?? [],
    );
    const group = named(modifierGroups, groupName);
    const options = group.modifierOptionReferences.flatMap((id) => menu.modifierOptionReferences[id] ?? []);
    const option = named(options, before ? optionText.slice(before.name.length + 1) : optionText);
    return {
      optionGroup: ref(group),
      item: ref(option),
      quantity,
      ...(before ? { preModifier: ref(before) } : {}),
    };
  }
  function line(name: string, options: string[] = [], quantity = 1) {
    return {
      item: ref(item(name)),
      itemGroup: ref(groupOf(name)),
      quantity,
      modifiers: options.map((text) => modifier(name, text, quantity)) as Json[],
    };
  }
  return { line, modifier, item, groupOf };
}

export const ANN = { firstName: 'Ann', lastName: 'Lee', email: 'ann_lee@example.com', phone: '617-555-0123' };

export type Shop = ReturnType<typeof toastRestaurant>;

/** An order for pickup by Ann: garlic knots, where nothing else is said. */
export function pickup(shop: Shop, check: Json = {}, order: Json = {}) {
  return {
    diningOption: { guid: shop.fact('dining_option_take_out') },
    ...order,
    checks: [{ customer: ANN, selections: [shop.line('Garlic Knots')], ...check }],
  };
}
export const post = (shop: Shop, body: unknown) => shop.call('POST', '/orders/v2/orders', { body });
export const price = (shop: Shop, body: unknown) => shop.call('POST', '/orders/v2/prices', { body });
export const firstCheck = (body: Json) => (body.checks as Json[])[0] ?? {};

/** The order is refused with these words, and the same when it is only priced. */
export function refuses(
  shop: Shop,
  { body, status, message }: { body: unknown; status: number; message: RegExp },
) {
  for (const reply of [price(shop, body), post(shop, body)])
    expect(reply).toEqual({
      status,
      body: expect.objectContaining({ status, message: expect.stringMatching(message) }),
    });
  expect(shop.tickets()).toEqual([]);
}
