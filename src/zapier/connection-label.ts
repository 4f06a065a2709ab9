import { type VendorId, vendors } from '../pos/vendors';
import { ORDER_API, ORDER_API_NAME } from './auth-fields';
import { readText } from './input-text';
import { type AuthData, readEnvironment } from './pos-session';

/** What a connection's test found out about the shop. */
export type TestedShop = { name?: unknown; country?: unknown };

/** A connection's name: `Clover: Mario's Downtown (US)`, `Order API: orders.example.com`. */
export function connectionName(authData: AuthData, shop: TestedShop = {}): string {
  const system = readText(authData.system) ?? ORDER_API;
  if (system === ORDER_API) return `${ORDER_API_NAME}: ${hostOf(readText(authData.api_url))}`;
  const { environment, short } = readEnvironment(authData);
  const place = environment === 'sandbox' ? short : (readText(shop.country) ?? short);
  const name = readText(shop.name) ?? readText(authData.location_id);
  return `${systemName(system)}${name ? `: ${name}` : ''} (${place})`;
}

/** A system's name as people know it. */
export function systemName(system: string): string {
  if (system === ORDER_API) return ORDER_API_NAME;
  return Object.hasOwn(vendors, system) ? vendors[system as VendorId].name : system;
}

function hostOf(address: string | undefined): string {
  return address && URL.canParse(address) ? new URL(address).host : 'no address';
}
