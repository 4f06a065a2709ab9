import { ACCOUNT, ORDER_PROFILES, PAYMENT_METHODS, SEED_WEBHOOK } from './account';
import { ALL_INSTRUCTION_GROUPS, DELIVERY_FEE_SKU, DISCOUNT_SKU, OPEN_ITEM_SKU, PRODUCTS } from './catalog';

const noOnions = ALL_INSTRUCTION_GROUPS.flatMap((group) => group.instructions).find(
  (instruction) => instruction.text === 'NO Onions',
);

/** What a user needs to connect to this merchant. */
export const FACTS: Record<string, string> = {
  client_id: ACCOUNT.clientId,
  client_secret: ACCOUNT.clientSecret,
  refresh_token: ACCOUNT.refreshTokens[0],
  refresh_token_second_app: ACCOUNT.refreshTokens[1],
  refresh_token_third_app: ACCOUNT.refreshTokens[2],
  business_location_id: String(ACCOUNT.businessLocationId),
  endpoint_id: SEED_WEBHOOK.endpointId,
  webhook_username: SEED_WEBHOOK.username,
  webhook_password: SEED_WEBHOOK.password,
  menu_id: String(ACCOUNT.menuId),
  order_profile_codes: ORDER_PROFILES.map((profile) => profile.code).join(', '),
  payment_method_codes: Object.keys(PAYMENT_METHODS).join(', '),
  manual_discount_code: 'PHONE',
  delivery_fee_sku: DELIVERY_FEE_SKU,
  open_item_sku: OPEN_ITEM_SKU,
  discount_sku: DISCOUNT_SKU,
  no_onions_instruction_id: String(noOnions?.id ?? ''),
  menu: PRODUCTS.map((product) => `${product.name} (${product.sku})`).join(', '),
};
