import { buildMenuIndex } from '../../src/menu/menu-index';
import { type Menu, parseMenu } from '../../src/menu/schema';
import { parseOrder } from '../../src/order/parse';
import type { PosOrder } from '../../src/pos/pos-order';
import { prepareOrder } from '../../src/pos/prepare';
import { toast } from '../../src/pos/toast';
import type { ToastModifier, ToastOrder } from '../../src/pos/toast/api';
import { toToastOrder } from '../../src/pos/toast/order';

export const SHOP = {
  currency: 'USD',
  country: 'US',
  timezone: 'America/New_York',
  name: "Mario's Downtown",
};
export const SETTINGS: Record<string, string | undefined> = {
  fallback_item_id: 'G9/OPEN',
  fallback_guest_email: 'orders@marios.example',
};
const BEFORE = { 'toast:remove': 'NO', 'toast:extra': 'EXTRA', 'toast:side': 'SIDE' };

/** A small menu as it is read from Toast: sizes, defaults, one group with pre-modifiers and one without. */
export const MENU: Menu = parseMenu(
  {
    currency: 'USD',
    items: [
      {
        id: 'pizza',
        name: 'Pepperoni Pizza',
        variations: [
          { id: 'small', name: 'Small', price: 1199, pos: { toast: 'G1/PIZZA/SIZES/SMALL' } },
          { id: 'large', name: 'Large', price: 1599, pos: { toast: 'G1/PIZZA/SIZES/LARGE' } },
        ],
        option_groups: ['toppings'],
        pos: { toast: 'G1/PIZZA' },
      },
      {
        id: 'burger',
        name: 'Cheeseburger',
        price: 1095,
        option_groups: ['extras'],
        pos: { toast: 'G2/BURGER' },
      },
      {
        id: 'ham',
        name: 'Ham',
        price: 1200,
        option_groups: [],
        pos: { toast: 'G3/HAM', 'toast:unit': 'LB' },
      },
      {
        id: 'cake',
        name: 'Cake',
        price: null,
        option_groups: [],
        pos: { toast: 'G5/CAKE', 'toast:open': 'yes' },
      },
      { id: 'coke', name: 'Coke', price: 299, option_groups: [], pos: { toast: 'G4/COKE' } },
    ],
    option_groups: [
      {
        id: 'toppings',
        name: 'Toppings',
        max: 10,
        options: [
          { id: 't1', name: 'Onions', price: 150, pos: { toast: 'TOP/ONION', ...BEFORE } },
          { id: 't2', name: 'Extra Cheese', price: 200, pos: { toast: 'TOP/CHEESE', ...BEFORE } },
          {
            id: 't3',
            name: 'Olives',
            price: 100,
            pos: { toast: 'TOP/OLIVE', ...BEFORE, 'toast:once': 'yes' },
          },
        ],
      },
      {
        id: 'extras',
        name: 'Burger Extras',
        max: 5,
        options: [
          { id: 'e1', name: 'Onions', price: 0, default: true, pos: { toast: 'EXT/ONION' } },
          { id: 'e2', name: 'Pickles', price: 0, default: true, pos: { toast: 'EXT/PICKLE' } },
          { id: 'e3', name: 'Bacon', price: 200, pos: { toast: 'EXT/BACON' } },
          { id: 'e4', name: 'No Bun', price: 0, pos: { toast: 'EXT/NOBUN' } },
        ],
      },
    ],
  },
  SHOP,
);

/** An order for pickup by Ann, its lines resolved against `MENU`. */
export function prepared(changes: object = {}, settings = SETTINGS): PosOrder {
  const order = parseOrder(
    {
      external_ref: 'CA0123',
      service: { type: 'pickup' },
      customer: { name: 'Ann Lee', phone: '617 555 0123', email: 'ann_lee@example.com' },
      items: [{ name: 'coke', quantity: '1' }],
      ...changes,
    },
    SHOP,
  );
  const menu = buildMenuIndex(MENU);
  return prepareOrder(order, { vendor: toast, settings, menu, shop: SHOP }).order;
}

type Given = { settings?: Record<string, string | undefined>; total?: number | null };

/** What Toast would be sent for this order. */
export function sent(
  changes: object = {},
  { settings, total = null }: Given = {},
): { order: ToastOrder; warnings: string[] } {
  const all = { ...SETTINGS, ...settings };
  return toToastOrder(prepared(changes, all), {
    posLocation: 'R1',
    settings: all,
    diningOption: 'D1',
    total,
  });
}

/** A modifier in short: `TOP/ONION NO ×2`, or its words in quotes. */
export function short(modifier: ToastModifier): string {
  const { displayName, optionGroup, item, preModifier, quantity } = modifier;
  if (displayName !== undefined) return `"${displayName}"`;
  return [`${optionGroup?.guid}/${item?.guid}`, preModifier?.guid, `×${quantity}`].filter(Boolean).join(' ');
}

/** The modifiers of each line in short. */
export function lines(order: ToastOrder): string[][] {
  return order.checks[0]?.selections.map((line) => line.modifiers.map(short)) ?? [];
}
