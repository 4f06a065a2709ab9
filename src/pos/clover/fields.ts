import { asText } from '../json';
import type { Choice, Field, Setting } from '../vendor';
import type { CloverCredential, CloverSession } from './api';
import { fetchOrderTypes } from './order-type';
import { readAll } from './pages';

export const credentials: Field<CloverCredential>[] = [
  {
    key: 'access_token',
    label: 'API Token',
    help: "In the restaurant's [Clover dashboard](https://www.clover.com/dashboard): Account & Setup, API Tokens. Tick Read and Write for Orders, and Read for Inventory and Merchant. An app fills in the next three fields instead.",
    secret: true,
  },
  {
    key: 'client_id',
    label: 'App ID',
    help: 'Only for a Clover app of your own: its App ID, in the [developer dashboard](https://www.clover.com/developer-home) under App Settings.',
  },
  {
    key: 'client_secret',
    label: 'App Secret',
    help: 'Only for a Clover app of your own: its App Secret, beside the App ID.',
    secret: true,
  },
  {
    key: 'refresh_token',
    label: 'Refresh Token',
    help: 'Only for a Clover app of your own: the refresh token that Clover gave when the restaurant installed it. It works once; the ones that follow are kept by OrderWire.',
    secret: true,
  },
  {
    key: 'webhook_secret',
    label: 'Clover Auth Code',
    help: 'Only for status updates: the code that the developer dashboard shows under Webhooks (header X-Clover-Auth).',
    secret: true,
  },
];

export const settings: Setting[] = [
  {
    key: 'region',
    label: 'Region',
    help: 'Where the restaurant has its Clover account. A token of another region is refused like a wrong one.',
    choices: [
      { value: 'us', label: 'United States and Canada' },
      { value: 'eu', label: 'Europe' },
      { value: 'la', label: 'Latin America' },
    ],
    default: 'us',
  },
  {
    key: 'order_type_id',
    label: 'Order Type',
    help: 'Empty: the order type whose label says pickup, delivery, dine in or curbside, as the order does. Chosen: this one for every order.',
    fetchChoices: (session) => fetchOrderTypes(session as CloverSession),
  },
  {
    key: 'print_ticket',
    label: 'Print the Ticket',
    help: 'Clover prints nothing by itself when an order arrives. No: only where the devices print open orders on their own, or the kitchen reads the Orders app.',
    choices: [
      { value: 'yes', label: 'Yes, on the Order Printer' },
      { value: 'no', label: 'No, Only in the Orders App' },
    ],
    default: 'yes',
  },
  {
    key: 'delivery_fee_item_id',
    label: 'Delivery Fee Item',
    help: 'An item of the inventory with an open price, for the delivery fee: it carries the tax and the report you gave it. Empty: a plain line with the name and amount of the fee.',
    fetchChoices: (session) => fetchItems(session as CloverSession),
  },
];

async function fetchItems(session: CloverSession): Promise<Choice[]> {
  const items = await readAll(session, '/items');
  return items.map((item) => ({ value: asText(item.id) ?? '', label: asText(item.name) ?? 'Unnamed' }));
}
