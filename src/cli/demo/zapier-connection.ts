import type { KnownConnection } from '../../sandbox/known-connections';

/** What the connection's fields are called in Zapier, by credential. */
const FIELD: Record<string, string> = {
  access_token: 'api_key',
  client_id: 'client_id',
  client_secret: 'client_secret',
  refresh_token: 'initial_refresh_token',
};
/** Settings that Zapier asks for in the connection, and one that has another name in the action. */
const IN_CONNECTION = new Set(['authority']);
const IN_ACTION: Record<string, string> = { mode: 'delivery_mode' };

/** A connection as a person fills it into Zapier: the account's fields, and the rest in the action. */
export function toZapierConnection({
  vendor,
  pos_location,
  api_url,
  credentials,
  settings,
}: KnownConnection) {
  const asked = Object.entries(credentials).filter(([key]) => FIELD[key]);
  const left = Object.entries(credentials).filter(([key]) => !FIELD[key]);
  const policies = Object.entries(settings).filter(([key]) => !IN_CONNECTION.has(key) && key !== 'region');
  const account = Object.entries(settings).filter(([key]) => IN_CONNECTION.has(key));
  return {
    authData: {
      system: vendor,
      location_id: pos_location,
      environment: 'test',
      api_url,
      ...Object.fromEntries(asked.map(([key, value]) => [FIELD[key], value])),
      ...Object.fromEntries(account),
    },
    settings: Object.fromEntries(
      [...left, ...policies].map(([key, value]) => [IN_ACTION[key] ?? key, value]),
    ),
  };
}
