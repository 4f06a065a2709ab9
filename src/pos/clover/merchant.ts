import { asObject, asText, requireText } from '../json';
import type { Location, ShopFacts } from '../vendor';
import { type CloverSession, read, write } from './api';
import { remove } from './remove';

/** The connection's merchant (https://docs.clover.com/reference/merchantgetmerchant): one token, one merchant, one shop. */
export async function fetchShop(session: CloverSession): Promise<ShopFacts> {
  const merchant = asObject(await read(session, '?expand=address,properties'));
  const properties = asObject(merchant.properties);
  return {
    name: asText(merchant.name) ?? session.posLocation,
    currency: asText(merchant.defaultCurrency) ?? asText(properties.defaultCurrency) ?? null,
    timezone: asText(merchant.timezone) ?? asText(properties.timezone) ?? null,
    country: asText(asObject(merchant.address).country) ?? asText(merchant.country) ?? null,
  };
}

/** Clover has no list of locations: each is a merchant with a token of its own. */
export async function listLocations(session: CloverSession): Promise<Location[]> {
  return [{ id: session.posLocation, ...(await fetchShop(session)) }];
}

/**
 * Proves the right to write orders by writing one: an order without a state is in no list and on no screen
 * (https://docs.clover.com/docs/creating-custom-orders), and it is deleted at once. A dry run of an atomic order proves less:
 * the rights it needs are not documented, and it does not exist in every region.
 */
export async function checkConnection(session: CloverSession): Promise<ShopFacts> {
  const shop = await fetchShop(session);
  const body = { title: 'OrderWire connection check' };
  const made = asObject(await write(session, { method: 'POST', path: '/orders', body }));
  await remove(session, requireText(made.id, 'clover', 'order id'));
  return shop;
}
