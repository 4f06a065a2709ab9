import { freePort } from '../../../src/cli/demo/free-port';
import { type Fault, readOnly, set, unset } from './plant';

/** The POS and the menu. */
export const POS: Fault[] = [
  {
    fault: 'no POS',
    plant: unset('POS_SYSTEM'),
    check: 'connection',
    outcome: 'warn',
    found: /no POS is connected/,
    fix: /orderwire connect square/,
  },
  {
    fault: 'a wrong token',
    plant: set({ POS_API_KEY: 'a-wrong-token' }),
    check: 'connection',
    about: 'con_env',
    found: /Square does not accept this access token/,
    fix: /Set POS_API_KEY in \.env/,
  },
  {
    fault: "a guide's example values",
    plant: set({ POS_API_KEY: 'your_api_key_here' }),
    check: 'connection',
    found: /Square does not accept/,
    fix: /Replace the example values of access_token/,
  },
  {
    fault: 'a token that may only read',
    plant: readOnly('square'),
    check: 'connection',
    found: /may not place orders: it lacks/,
    fix: /Give the application or token these rights at Square/,
  },
  {
    fault: 'a location that Square does not have',
    plant: set({ POS_LOCATION_ID: 'L-OTHER' }),
    check: 'connection',
    found: /no active location "L-OTHER".* Its locations: Mario's Downtown/,
    fix: /Set POS_LOCATION_ID/,
  },
  {
    fault: 'a POS that is not there',
    plant: async ({ environment }) => {
      environment.POS_API_URL = `http://127.0.0.1:${await freePort()}`;
    },
    check: 'connection',
    found: /Square could not be reached/,
    fix: /Set POS_API_URL/,
  },
  {
    fault: 'Toast credentials that may only read',
    plant: (house) => {
      house.become('toast');
      readOnly('toast')(house);
    },
    check: 'connection',
    found: /These Toast credentials may read but not place orders/,
    fix: /Ask Toast for write access/,
  },
  {
    fault: 'unpaid orders that nobody has decided about',
    plant: (house) => {
      unset('POS_UNPAID_ORDERS')(house);
      set({ POS_ENVIRONMENT: 'production' })(house);
    },
    check: 'connection-settings',
    about: 'con_env',
    found: /unpaid_orders is missing \(Unpaid Orders\): Square shows only paid orders/,
    fix: /Set POS_UNPAID_ORDERS in \.env, external_tender for example/,
  },
  {
    fault: 'an order type that Clover no longer has',
    plant: (house) => {
      house.become('clover');
      set({ POS_ORDER_TYPE_ID: 'GONE' })(house);
    },
    check: 'connection-settings',
    found: /Order Type names something that this POS no longer has/,
    fix: /Set POS_ORDER_TYPE_ID in \.env/,
  },
  {
    fault: 'a misspelt policy',
    plant: set({ POS_UNKNOWN_ITEMS: 'send' }),
    check: 'connection-settings',
    found: /is "send", which is none of open_item, hold/,
    fix: /Set POS_UNKNOWN_ITEMS in \.env, open_item for example/,
  },
  {
    fault: "another time zone than the POS's",
    plant: (house) => house.changeShop({ timezone: 'America/Los_Angeles' }),
    check: 'shop-facts',
    found: /keeps America\/Los_Angeles and its POS America\/New_York/,
    fix: /PATCH \/v1\/locations\/loc_1 \{"timezone":"America\/New_York"\}/,
  },
  {
    fault: "another currency than the POS's",
    plant: (house) => house.changeShop({ currency: 'EUR' }),
    check: 'shop-facts',
    found: /counts in EUR and its POS in USD/,
    fix: /\{"currency":"USD"\}/,
  },
  {
    fault: 'a POS that cannot call back',
    plant: () => {},
    check: 'pos-webhooks',
    outcome: 'warn',
    found: /Webhook Signature Key is missing/,
    fix: /Have Square call .*\/webhooks\/square\/con_env, then enter/,
  },
  {
    fault: 'an empty menu',
    plant: (house) => house.changeMenu((menu) => ({ ...menu, items: [] })),
    check: 'menu',
    outcome: 'warn',
    found: /has no menu here/,
    fix: /orderwire menu sync/,
  },
  {
    fault: 'a menu that the POS no longer has',
    plant: (house) =>
      house.changeMenu((menu) => ({
        ...menu,
        items: menu.items.map((item, index) => (index === 0 ? { ...item, name: 'Winter Soup' } : item)),
      })),
    check: 'menu',
    outcome: 'warn',
    found: /Square has another menu now: \S.* \(changed\)$/,
    fix: /orderwire menu sync/,
  },
];
