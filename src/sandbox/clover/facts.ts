import type { Merchant } from './merchants';
import { CLIENT_ID, CLIENT_SECRET } from './oauth';
import { AUTH_CODE, VERIFICATION_CODE } from './outbound';
import { LIST_LAG_MS } from './world';

/** What someone needs to try this simulator by hand. */
export function toFacts(merchants: readonly Merchant[]): Record<string, string> {
  return {
    client_id: CLIENT_ID,
    client_secret: CLIENT_SECRET,
    ...Object.assign({}, ...merchants.map(describe)),
    tax: 'none: both merchants sell at the rate NO_TAX_APPLIED, 0',
    list_lag_seconds: String(LIST_LAG_MS / 1000),
    webhook_auth_code: AUTH_CODE,
    webhook_verification_code: VERIFICATION_CODE,
  };
}

function describe(merchant: Merchant): Record<string, string> {
  const prefix = merchant.offersAtomicOrders ? 'us' : 'eu';
  const { items } = merchant.inventory;
  const facts = {
    merchant_id: merchant.id,
    merchant: `${merchant.name}, ${merchant.currency}, ${merchant.offersAtomicOrders ? 'atomic orders' : 'no atomic orders'}`,
    access_token: merchant.apiToken,
    authorization_code: merchant.authorizationCode,
    refresh_token: merchant.refreshToken,
    order_types: list(merchant.orderTypes),
    tenders: list(merchant.tenders),
    service_charge: list([merchant.serviceCharge]),
    delivery_fee_item: list(items.filter(({ name }) => name === 'Delivery Fee')),
    open_price_item: list(items.filter(({ priceType }) => priceType === 'VARIABLE')),
    by_weight_item: list(items.filter(({ priceType }) => priceType === 'PER_UNIT')),
    items: list(items),
  };
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [`${prefix}_${name}`, value]));
}

function list(named: readonly { id: string; name: string }[]): string {
  return named.map(({ id, name }) => `${name} ${id}`).join(', ');
}
