import { guid } from './guid';

/** What a restaurant sets up in Toast Web and a client reads with `config:read`. */
type Entity<Type extends string> = { guid: string; entityType: Type; externalId: null; name: string };

function entity<Type extends string>(entityType: Type, name: string): Entity<Type> {
  return { guid: guid(entityType, name), entityType, externalId: null, name };
}

export type DiningOption = Entity<'DiningOption'> & {
  behavior: 'DINE_IN' | 'TAKE_OUT' | 'DELIVERY';
  curbside: boolean;
};
const diningOption = (name: string, behavior: DiningOption['behavior'], curbside = false): DiningOption => ({
  ...entity('DiningOption', name),
  behavior,
  curbside,
});
export const DINING_OPTIONS: DiningOption[] = [
  diningOption('Dine In', 'DINE_IN'),
  diningOption('Take Out', 'TAKE_OUT'),
  diningOption('Curbside Pickup', 'TAKE_OUT', true),
  diningOption('Delivery', 'DELIVERY'),
];

/** `Cash` stands here because the orders API takes no other cash than an "Other" payment option. */
export const ALTERNATE_PAYMENT_TYPES = ['Phone Prepaid', 'Cash'].map((name) =>
  entity('AlternatePaymentType', name),
);

export type ServiceCharge = Entity<'ServiceCharge'> & {
  amountType: 'FIXED' | 'OPEN';
  /** Major units, null for OPEN. */
  amount: number | null;
  percent: null;
  /** The dining behaviours it is for; all false means any. */
  criteria: { delivery: boolean; takeout: boolean; dineIn: boolean; minCheckAmount: number };
  gratuity: boolean;
  taxable: boolean;
  applicableTaxes: [];
  serviceChargeCalculation: null;
  destination: 'RESTAURANT';
};
const serviceCharge = (name: string, amount: number | null, delivery = false): ServiceCharge => ({
  ...entity('ServiceCharge', name),
  amountType: amount === null ? 'OPEN' : 'FIXED',
  amount,
  percent: null,
  criteria: { delivery, takeout: false, dineIn: false, minCheckAmount: 0 },
  gratuity: false,
  taxable: false,
  applicableTaxes: [],
  serviceChargeCalculation: null,
  destination: 'RESTAURANT',
});
export const SERVICE_CHARGES: ServiceCharge[] = [
  serviceCharge('Delivery Fee', null, true),
  serviceCharge('Service Fee', null),
  serviceCharge('Bag Fee', 0.1),
];

export type Discount = Omit<Entity<'Discount'>, 'externalId'> & {
  active: boolean;
  type: 'OPEN_FIXED' | 'OPEN_PERCENT' | 'PERCENT';
  percentage: number | null;
  amount: null;
  selectionType: 'CHECK' | 'ITEM';
  nonExclusive: boolean;
  itemPickingPriority: 'FIRST';
  fixedTotal: null;
};
const discount = (
  name: string,
  type: Discount['type'],
  selectionType: Discount['selectionType'],
): Discount => ({
  guid: guid('Discount', name),
  entityType: 'Discount',
  name,
  active: true,
  type,
  percentage: type === 'PERCENT' ? 10 : null,
  amount: null,
  selectionType,
  nonExclusive: false,
  itemPickingPriority: 'FIRST',
  fixedTotal: null,
});
export const DISCOUNTS: Discount[] = [
  discount('Open Amount Off', 'OPEN_FIXED', 'CHECK'),
  discount('10% Off', 'PERCENT', 'CHECK'),
  discount('Manager Percent Off', 'OPEN_PERCENT', 'CHECK'),
  discount('Item Amount Off', 'OPEN_FIXED', 'ITEM'),
];

export const REVENUE_CENTERS = ['Dining Room', 'To Go'].map((name) => ({
  guid: guid('RevenueCenter', name),
  entityType: 'RevenueCenter' as const,
  name,
  description: name,
}));

export const TABLES = ['1', '2', '3'].map((name) => ({
  guid: guid('Table', name),
  entityType: 'Table' as const,
  name,
  serviceArea: null,
  revenueCenter: null,
}));

/** Massachusetts meals tax, already inside every menu price. */
export const TAX_RATE = {
  guid: guid('TaxRate', 'Meals Tax'),
  entityType: 'TaxRate' as const,
  name: 'Meals Tax',
  isDefault: true,
  rate: 0.07,
  type: 'PERCENT' as const,
  roundingType: 'HALF_UP' as const,
  taxTable: [],
  conditionalTaxRates: [],
};

/** The configuration API's lists by the last part of their path. */
export const CONFIG_LISTS: Record<string, readonly { guid: string }[]> = {
  diningOptions: DINING_OPTIONS,
  alternatePaymentTypes: ALTERNATE_PAYMENT_TYPES,
  serviceCharges: SERVICE_CHARGES,
  discounts: DISCOUNTS,
  revenueCenters: REVENUE_CENTERS,
  tables: TABLES,
  taxRates: [TAX_RATE],
};
