import { SEED_RESTAURANT } from '../seed-menu';
import { seedId } from './ids';
import { createInventory, type Inventory, type Named } from './inventory';

/** The keys belong to the types that Clover itself set up; a type the merchant made has a label only. */
export type OrderType = Named & { labelKey?: string; systemOrderTypeId?: string; isDefault: boolean };
export type Tender = Named & { labelKey: string; isCard: boolean };
export type Merchant = {
  id: string;
  name: string;
  currency: string;
  country: string;
  timezone: string;
  phone: string;
  address: { line1: string; city: string; region: string; postalCode: string };
  /** VAT merchants: prices include the tax. */
  isVat: boolean;
  /** Whether /atomic_order is offered here: United States and Canada only. */
  offersAtomicOrders: boolean;
  /** The token that the merchant made in the dashboard; it does not expire. */
  apiToken: string;
  authorizationCode: string;
  refreshToken: string;
  deviceId: string;
  inventory: Inventory;
  orderTypes: OrderType[];
  tenders: Tender[];
  taxRate: Named & { rate: number };
  serviceCharge: Named & { percentageDecimal: number };
  employee: Named;
};

const ORDER_TYPES = [
  { name: 'Pickup' },
  { name: 'Delivery' },
  { name: 'Dine In', labelKey: 'com.clover.order.type.dine_in', systemOrderTypeId: 'DINE-IN-TYPE' },
  { name: 'Curbside' },
];
const TENDERS = [
  { name: 'Cash', key: 'cash' },
  { name: 'External Payment', key: 'external_payment' },
  { name: 'Credit Card', key: 'credit_card' },
];

/** The two merchants of the sandbox: Boston, where orders are atomic, and Dublin, where they are built call by call. */
export function createMerchants(): [boston: Merchant, dublin: Merchant] {
  return [
    {
      ...createMerchant('US'),
      name: SEED_RESTAURANT.name,
      currency: SEED_RESTAURANT.currency,
      country: SEED_RESTAURANT.country,
      timezone: SEED_RESTAURANT.timezone,
      phone: SEED_RESTAURANT.phone,
      address: SEED_RESTAURANT.address,
      isVat: false,
      offersAtomicOrders: true,
    },
    {
      ...createMerchant('EU'),
      name: "Mario's Dublin",
      currency: 'EUR',
      country: 'IE',
      timezone: 'Europe/Dublin',
      phone: '+35315550100',
      address: { line1: '1 Market Street', city: 'Dublin', region: 'D', postalCode: 'D02 X285' },
      isVat: true,
      offersAtomicOrders: false,
    },
  ];
}

function createMerchant(prefix: 'US' | 'EU') {
  const region = prefix.toLowerCase();
  return {
    id: `SANDBOX${prefix}0001`,
    apiToken: `sandbox-clover-${region}-token`,
    authorizationCode: `sandbox-clover-${region}-code`,
    refreshToken: `sandbox-clover-${region}-refresh-0`,
    deviceId: `926766ca-0000-4000-8000-00000000${prefix === 'US' ? '0001' : '0002'}`,
    inventory: createInventory(prefix),
    orderTypes: ORDER_TYPES.map((type, index) => ({
      ...type,
      id: seedId(prefix, 'type', type.name),
      isDefault: index === 0,
    })),
    tenders: TENDERS.map(({ name, key }) => ({
      id: seedId(prefix, 'tendr', name),
      name,
      labelKey: `com.clover.tender.${key}`,
      isCard: key === 'credit_card',
    })),
    taxRate: { id: seedId(prefix, 'tax', 'none'), name: 'NO_TAX_APPLIED', rate: 0 },
    serviceCharge: { id: seedId(prefix, 'servicecharge'), name: 'Auto Gratuity', percentageDecimal: 180_000 },
    employee: { id: seedId(prefix, 'emp', 'mario'), name: 'Mario' },
  };
}
