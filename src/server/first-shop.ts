import { isCurrency } from '../order/money';
import { shown } from '../order/problems';
import { readStoredShop, type ShopSettings, shopProblems } from '../order/shop';

type Get = (name: string) => string | null;
type Refuse = (path: string, message: string) => void;

/** The variables of the first shop by the setting they give. */
const SHOP_VARIABLES = {
  name: 'RESTAURANT_NAME',
  timezone: 'RESTAURANT_TIMEZONE',
  currency: 'RESTAURANT_CURRENCY',
  country: 'RESTAURANT_COUNTRY',
  phone: 'RESTAURANT_PHONE',
  email: 'RESTAURANT_EMAIL',
} as const satisfies Partial<Record<keyof ShopSettings, string>>;

/** The shop that is made at first start. */
export function readFirstShop(get: Get, refuse: Refuse): ShopSettings {
  const variables = Object.entries(SHOP_VARIABLES);
  const given = variables.flatMap(([field, name]) => (get(name) === null ? [] : [[field, get(name)]]));
  const shop = readStoredShop({
    name: 'My Restaurant',
    timezone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...Object.fromEntries(given),
  });
  for (const { path, message } of shopProblems(shop)) {
    refuse(SHOP_VARIABLES[path as keyof typeof SHOP_VARIABLES], message);
  }
  if (!isCurrency(shop.currency)) {
    refuse(
      'RESTAURANT_CURRENCY',
      `${shown(shop.currency)} is not an ISO 4217 currency; write "USD", for example.`,
    );
  }
  return shop;
}
