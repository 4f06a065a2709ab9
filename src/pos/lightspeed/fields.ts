import type { Field, Setting } from '../vendor';
import type { LightspeedKey } from './api';
import { fetchProfiles } from './profile';

const PORTAL = 'https://api-portal.lsk.lightspeed.app/quick-start/authentication/authorization-overview';

export const credentials: Field<LightspeedKey>[] = [
  {
    key: 'client_id',
    label: 'Client ID',
    help: `Lightspeed Restaurant K-Series only; L-Series, O-Series (Kounta) and U-Series (Upserve) are other products. From the [developer portal](${PORTAL}); it starts with devp-.`,
    required: true,
  },
  {
    key: 'client_secret',
    label: 'Client Secret',
    help: 'Issued with the client ID, for one environment: live or trial.',
    required: true,
    secret: true,
  },
  {
    key: 'refresh_token',
    label: 'Initial Refresh Token',
    help: `From the first consent, with the scopes orders-api and offline_access ([how](${PORTAL})). Each one works once: the next is kept for you, so use it in one place only.`,
    required: true,
    secret: true,
  },
  {
    key: 'endpoint_id',
    label: 'Webhook Endpoint ID',
    help: 'The name of the webhook endpoint that hears what became of an order. Upper and lower case count.',
    required: true,
  },
  {
    key: 'webhook_username',
    label: 'Webhook User Name',
    help: 'HTTP Basic user name that Lightspeed sends with its webhooks: it signs nothing else.',
  },
  {
    key: 'webhook_password',
    label: 'Webhook Password',
    help: 'HTTP Basic password that Lightspeed sends with its webhooks.',
    secret: true,
  },
];

export const settings: Setting[] = [
  {
    key: 'order_profile_code',
    label: 'Order Profile',
    help: 'Decides the price list and how the ticket is handled. Empty: the profile whose delivery mode fits the order.',
    fetchChoices: async (session) =>
      (await fetchProfiles(session)).map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
  },
  {
    key: 'payment_method_code',
    label: 'Payment Method Code',
    help: 'Back Office, Payment methods: the code under which paid orders are booked, often OOPAYMENT. Empty: the ticket says PAID and the check stays open.',
  },
  {
    key: 'delivery_fee_sku',
    label: 'Delivery Fee SKU',
    help: 'An item of your menu that stands for the delivery fee, best with a price that may be changed. Empty: the fee is written on the ticket only.',
  },
  {
    key: 'fallback_item_id',
    label: 'Open Item SKU',
    help: 'An item whose name and price may be changed, for dishes that are not on the menu. Empty: such orders are held.',
  },
  {
    key: 'discount_code',
    label: 'Discount Code',
    help: 'A manual discount of your Back Office that stands for discounts in the order. Empty: discounts are written on the ticket only.',
  },
  {
    key: 'production_instructions',
    label: 'Production Instructions',
    help: 'How "no onions" reaches the kitchen where the menu has such an instruction.',
    choices: [
      { value: 'use', label: 'As the Production Instruction of the Item' },
      { value: 'note', label: 'In Words, in the Note of the Order' },
    ],
    default: 'use',
  },
  {
    key: 'send_ahead_minutes',
    label: 'Send Scheduled Orders Ahead (Minutes)',
    help: 'Empty: to the POS at once, with the wanted time on the ticket. 30: Lightspeed holds it until 30 minutes before.',
  },
  {
    key: 'currency',
    label: 'Currency',
    help: 'USD, for example. Only needed where the token may not read it (scope financial-api).',
  },
  {
    key: 'series',
    label: 'Product',
    help: 'Which Lightspeed Restaurant this is. Only K-Series is spoken; the others are refused by name.',
    choices: [
      { value: 'k', label: 'K-Series' },
      { value: 'l', label: 'L-Series (Not Supported)' },
      { value: 'o', label: 'O-Series, Kounta (Not Supported)' },
      { value: 'u', label: 'U-Series, Upserve (Not Supported)' },
    ],
    default: 'k',
  },
];
