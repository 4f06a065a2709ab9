/** The merchant account that the simulator plays: ids, credentials and set-up, as a back office would show them. */
export const ACCOUNT = {
  businessId: 454_335_871,
  businessLocationId: 100_000_000_421_001,
  menuId: 100_000_000_421_100,
  floorplanId: 100_000_000_421_200,
  posId: 78_094,
  staffId: 31_930,
  clientId: 'devp-v2-orderwire-sandbox',
  clientSecret: 'lightspeed-sandbox-secret',
  /** One for each app that connects: a refresh token dies at its first use. */
  refreshTokens: ['lightspeed-refresh-1', 'lightspeed-refresh-2', 'lightspeed-refresh-3'],
} as const;

export type OrderProfile = {
  id: number;
  code: string;
  name: string;
  deliveryMode: 'NONE' | 'TAKE_AWAY' | 'DELIVERY';
};

/** The first one is the profile that the online ordering configuration uses when an order names none. */
export const ORDER_PROFILES: readonly [OrderProfile, ...OrderProfile[]] = [
  { id: 100_000_000_421_301, code: 'TAKEAWAY', name: 'Takeaway', deliveryMode: 'TAKE_AWAY' },
  { id: 100_000_000_421_302, code: 'DELIVERY', name: 'Delivery', deliveryMode: 'DELIVERY' },
  { id: 100_000_000_421_303, code: 'DINEIN', name: 'Dine In', deliveryMode: 'NONE' },
];

export const TABLES = [1, 2, 3, 4, 5, 6].map((number) => ({
  number,
  reference: `table-${number}`,
  id: String(ACCOUNT.floorplanId + number),
  active: true,
  description: `Table ${number}`,
  defaultClientCount: 4,
}));

export const PAYMENT_METHODS: Record<string, string> = { OOPAYMENT: 'Online Order Payment', CASH: 'Cash' };
/** Used when a payment names no method. */
export const DEFAULT_PAYMENT_METHOD = 'OOPAYMENT';

export type Discount = { name: string; code: string; manual: boolean; percentage?: number; amount?: number };
/** Overrides are allowed only with a discount that the back office calls manual. */
export const DISCOUNTS: Discount[] = [
  { name: 'Phone Discount', code: 'PHONE', manual: true, amount: 100 },
  { name: 'Ten Percent', code: 'TEN', manual: false, percentage: 10 },
];

/** The endpoint that orders may name from the start; its address is set later. */
export const SEED_WEBHOOK = {
  endpointId: 'ORDERWIRE',
  url: '',
  withBasicAuth: true,
  username: 'orderwire',
  password: 'lightspeed-hook-password',
  provideAccount: true,
};
