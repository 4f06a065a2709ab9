import type { AuthField, AuthFields } from 'zapier-platform-core';
import type { Vendor } from '../pos/vendor';
import { vendorIds, vendors } from '../pos/vendors';

export const ORDER_API = 'order_api';
export const ORDER_API_NAME = 'Order API';

/** What each choice of region means to the vendors and in a connection's name. */
export const ENVIRONMENTS: Record<
  string,
  { label: string; short: string; environment: 'production' | 'sandbox'; region: string }
> = {
  live_us: { label: 'Live: US and Canada', short: 'US', environment: 'production', region: 'us' },
  live_eu: { label: 'Live: Europe', short: 'EU', environment: 'production', region: 'eu' },
  live_la: { label: 'Live: Latin America', short: 'LA', environment: 'production', region: 'la' },
  test: { label: 'Test Account', short: 'Test', environment: 'sandbox', region: 'us' },
};
export const DEFAULT_ENVIRONMENT = 'live_us';

/** A vendor's credential keys where the connection asks for them under another name. */
const ASKED_AS: Record<string, string> = { access_token: 'api_key', refresh_token: 'initial_refresh_token' };
/** TouchBistro's signed webhook needs its secret here; all other webhook secrets serve what Zapier cannot do. */
const ASKED_AS_BY: Record<string, Record<string, string>> = { touchbistro: { webhook_secret: 'api_key' } };

/** The connection field that holds a vendor's credential. */
export function askedAs(vendorId: string, credential: string): string {
  return ASKED_AS_BY[vendorId]?.[credential] ?? ASKED_AS[credential] ?? credential;
}

const systems = Object.fromEntries([
  [ORDER_API, `${ORDER_API_NAME} (Your OrderWire Server)`],
  ...vendorIds.map((id) => [id, vendors[id].name]),
]);

/** The connection's fields: credentials only. Every policy is a field of the action. */
export const authFields: AuthFields = [
  {
    key: 'system',
    label: 'Which System',
    type: 'string',
    required: true,
    choices: systems,
    helpText:
      'One connection is one system of one shop. Make another connection for each further shop or POS.',
  },
  {
    key: 'api_key',
    label: 'API Key or Access Token',
    type: 'password',
    required: false,
    helpText:
      'Order API: a key from your server. Square: [Developer Console](https://developer.squareup.com/apps), Credentials. Clover: [dashboard](https://www.clover.com/dashboard), API Tokens. Leave it empty where you have a client ID and secret.',
  },
  {
    key: 'client_id',
    label: 'Client ID',
    type: 'string',
    required: false,
    helpText: 'Toast, Lightspeed, and Clover with OAuth: the client ID of your integration.',
  },
  {
    key: 'client_secret',
    label: 'Client Secret',
    type: 'password',
    required: false,
    helpText:
      'Belongs to the client ID: [Toast](https://doc.toasttab.com/doc/devguide/authentication.html), [Lightspeed](https://api-portal.lsk.lightspeed.app), [Clover](https://www.clover.com/developer-home). Shown once, when the integration is made.',
  },
  {
    key: 'initial_refresh_token',
    label: 'First Refresh Token',
    type: 'password',
    required: false,
    helpText:
      '[Lightspeed](https://api-portal.lsk.lightspeed.app/quick-start/authentication/authorization-overview), and Clover with OAuth. It works once and is renewed from then on: a token lives in one place only, so use it nowhere else.',
  },
  {
    key: 'authority',
    label: 'Toast Naming Authority',
    type: 'string',
    required: false,
    helpText: 'Toast only: the naming authority of your integration, where Toast gave you one.',
  },
  {
    key: 'location_id',
    label: 'Location, Merchant or Restaurant ID',
    type: 'string',
    required: false,
    isNoSecret: true,
    helpText:
      'Square location, Clover merchant, Toast restaurant GUID, Lightspeed business location; TouchBistro: a short name for the shop. Leave it empty for the Order API.',
  },
  {
    key: 'environment',
    label: 'Region or Test Account',
    type: 'string',
    required: false,
    default: DEFAULT_ENVIRONMENT,
    isNoSecret: true,
    choices: Object.fromEntries(Object.entries(ENVIRONMENTS).map(([value, { label }]) => [value, label])),
    helpText: 'Where this account lives. Test accounts never reach a kitchen.',
  },
  {
    key: 'api_url',
    label: 'Address',
    type: 'string',
    required: false,
    isNoSecret: true,
    placeholder: 'https://orders.example.com',
    helpText:
      "Order API: your server's public address, such as `https://orders.example.com`. Toast: the address Toast gave you. TouchBistro: your partner's. Otherwise leave it empty.",
  },
];

/** A field's label, for sentences that name what is missing. */
export function authLabel(key: string): string {
  return authFields.find((field) => field.key === key)?.label ?? key;
}

/** What every POS needs, whichever it is; the rest follows from its credentials and settings. */
const OF_EVERY_POS = ['location_id', 'environment', 'api_url'];
/** Kept by Zapier where the vendor's own page connects. */
const OF_OAUTH = new Set(['api_key', 'client_id', 'client_secret', 'initial_refresh_token']);

/** The connection's fields for one POS alone. */
export function fieldsFor({ id, credentials, settings, oauth }: Vendor): AuthField[] {
  const required = new Set([
    'location_id',
    ...credentials.flatMap((field) => (field.required ? [askedAs(id, field.key)] : [])),
  ]);
  const keys = [...credentials, ...settings].map(({ key }) => askedAs(id, key));
  const asked = new Set([...keys, ...OF_EVERY_POS].filter((key) => !(oauth && OF_OAUTH.has(key))));
  return authFields
    .filter(({ key }) => asked.has(key))
    .map((field) => ({ ...field, required: required.has(field.key) }));
}
