import type { HttpClient } from '../http';
import { PosError } from '../pos/errors';
import { asObject } from '../pos/json';
import type { Session, ShopFacts, Vendor } from '../pos/vendor';
import { ORDER_API_NAME } from './auth-fields';
import { readText } from './input-text';
import { createOrderApi } from './order-api';
import type { AuthData } from './pos-session';

/** Proves that a key of the Order API may take orders, not only list them. */
export async function checkOrderApi(http: HttpClient, authData: AuthData): Promise<ShopFacts> {
  const me = await createOrderApi(http, authData).fetchOne('/v1/me');
  const { scopes } = asObject(me.key);
  if (Array.isArray(scopes) && !scopes.some((scope) => scope === 'write' || scope === 'admin')) {
    const message =
      'This key may only read. Make a key with the scope "write" on your server and use that one.';
    throw new PosError('credentials', ORDER_API_NAME, message, { httpStatus: 403 });
  }
  const name = readText(asObject(me.restaurant).name) ?? '';
  return { name, currency: null, timezone: null, country: null };
}

/** How else a key may have to be sent, where only the action knows: a connection passes if any of these ways does. */
const OTHER_WAYS: Record<string, Record<string, string>[]> = {
  touchbistro: [{ auth_type: 'bearer' }, { auth_type: 'basic' }],
};

/** Proves that this connection's rights can create an order. */
export async function checkPos(vendor: Vendor, session: Session): Promise<ShopFacts> {
  try {
    return await vendor.checkConnection(session);
  } catch (error) {
    if (!(error instanceof PosError) || error.details.httpStatus !== 401) throw error;
    for (const way of OTHER_WAYS[vendor.id] ?? []) {
      const settings = { ...session.settings, ...way };
      const facts = await vendor.checkConnection({ ...session, settings }).catch(() => undefined);
      if (facts) return facts;
    }
    throw error;
  }
}
