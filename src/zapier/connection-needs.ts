import { InputProblems } from '../order/problems';
import type { Vendor } from '../pos/vendor';
import { findVendor } from '../pos/vendors';
import { askedAs, authFields, authLabel, ORDER_API } from './auth-fields';
import { connectionName, systemName } from './connection-label';
import { readText } from './input-text';
import type { AuthData } from './pos-session';

/** The vendor of a connection (none for the Order API); refuses a connection that lacks a field, naming it. */
export function requireComplete(authData: AuthData): Vendor | undefined {
  const system = readText(authData.system) ?? '';
  const vendor = findVendor(system);
  if (!vendor && system !== ORDER_API) refuse(`Choose ${authLabel('system')}.`);
  const needed = vendor ? neededBy(vendor) : ['api_key', 'api_url'];
  const missing = needed.filter((key) => !readText(authData[key])).map(authLabel);
  if (missing.length > 0) {
    refuse(`${systemName(system)} needs ${missing.join(' and ')}. Fill it in and try again.`);
  }
  return vendor;
}

function neededBy(vendor: Vendor): string[] {
  const asked = new Set(authFields.map(({ key }) => key));
  const credentials = vendor.credentials
    .filter((field) => field.required)
    .map(({ key }) => askedAs(vendor.id, key))
    .filter((key) => asked.has(key));
  return [...credentials, 'location_id'];
}

/** Refuses any connection but one to the Order API, by its name. `what` begins the sentence: "New Order reads from". */
export function requireOrderApi(authData: AuthData, what: string): void {
  if (readText(authData.system) === ORDER_API) return;
  const chosen = connectionName(authData);
  refuse(
    `${what} the Order API, but the connection chosen is "${chosen}". Choose or add an Order API connection.`,
  );
}

function refuse(message: string): never {
  throw new InputProblems([{ path: '', message }]);
}
