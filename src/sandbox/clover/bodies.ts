import type { Shape } from '../shape';

/**
 * The fields a caller may write and how long they may be, after the limits in Clover's own Android SDK
 * (github.com/clover/clover-android-sdk, 2026-02-24). Payments, times and everything computed are Clover's to write: they are left out.
 */
const text = (max: number): Shape => ({ type: 'string', max });
const integer = (min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER): Shape => ({
  type: 'integer',
  min,
  max,
});
const flag: Shape = { type: 'boolean' };
const id = text(13);
const object = (fields: Record<string, Shape>): Shape => ({ type: 'object', fields });
const list = (items: Shape, max = 3000): Shape => ({ type: 'array', items, max });
const required = (shape: Shape): Shape => ({ ...shape, required: true });
const reference = object({ id: required(id) });

export const DISCOUNT = object({
  id,
  discount: reference,
  name: text(64),
  amount: integer(),
  percentage: integer(),
  percentageDecimal: integer(),
  discType: { type: 'string', oneOf: ['DEFAULT', 'CASH_DISCOUNT'] },
});

export const MODIFICATION = object({
  id,
  name: text(255),
  alternateName: text(255),
  amount: integer(),
  quantitySold: integer(0),
  modifier: object({
    id,
    name: text(255),
    alternateName: text(255),
    price: integer(),
    available: flag,
    modifierGroup: reference,
  }),
});

export const SERVICE_CHARGE = object({
  id,
  name: text(127),
  enabled: flag,
  percentage: integer(0, 100),
  percentageDecimal: integer(0, 1_000_000),
  isAutoApplied: flag,
});

const line: Record<string, Shape> = {
  item: reference,
  name: text(127),
  alternateName: text(127),
  price: integer(0),
  unitQty: integer(1),
  unitName: text(64),
  itemCode: text(100),
  note: text(255),
  userData: text(255),
  binName: text(127),
  colorCode: text(9),
  printed: flag,
  exchanged: flag,
  refunded: flag,
  isRevenue: flag,
  taxRates: list(object({ id: required(id), name: text(127), rate: integer(0), isDefault: flag })),
};

/** A line of a custom order: its modifications and discounts have calls of their own. */
export const CUSTOM_LINE = object(line);
export const BULK_LINES = object({ items: required(list(CUSTOM_LINE, 100)) });

const orderType = object({
  id: required(id),
  label: text(127),
  labelKey: text(127),
  taxable: flag,
  isDefault: flag,
  isHidden: flag,
  isDeleted: flag,
  filterCategories: flag,
  systemOrderTypeId: text(127),
});

const header: Record<string, Shape> = {
  title: text(127),
  note: text(2047),
  currency: text(3),
  externalReferenceId: text(255),
  orderType,
  employee: reference,
  customers: list(object({ id })),
  taxRemoved: flag,
  isVat: flag,
  groupLineItems: flag,
  testMode: flag,
  manualTransaction: flag,
  clientCreatedTime: integer(0),
  payType: { type: 'string', oneOf: ['SPLIT_GUEST', 'SPLIT_ITEM', 'SPLIT_CUSTOM', 'FULL'] },
  state: text(31),
  total: integer(0),
};

export const CUSTOM_ORDER = object(header);

export const CART = object({
  orderCart: object({
    ...header,
    serviceCharge: SERVICE_CHARGE,
    discounts: list(DISCOUNT),
    lineItems: list(object({ ...line, discounts: list(DISCOUNT), modifications: list(MODIFICATION) })),
  }),
});

export const PAYMENT = object({
  tender: required(reference),
  amount: required(integer()),
  tipAmount: integer(0),
  taxAmount: integer(0),
  cashTendered: integer(0),
  externalPaymentId: text(32),
  note: text(255),
  offline: flag,
  employee: reference,
  order: reference,
});

export const PRINT_EVENT = object({
  orderRef: required(reference),
  deviceRef: object({ id: required(text(64)) }),
  category: text(31),
});

export const CUSTOMER = object({
  firstName: text(64),
  lastName: text(64),
  marketingAllowed: flag,
  phoneNumbers: list(object({ phoneNumber: required(text(21)) })),
  emailAddresses: list(object({ emailAddress: required(text(127)) })),
  addresses: list(
    object({
      address1: text(127),
      address2: text(127),
      address3: text(127),
      city: text(127),
      state: text(127),
      zip: text(10),
      country: text(2),
    }),
  ),
});

export const TOKEN_REQUEST = object({
  client_id: required(text(64)),
  client_secret: required(text(255)),
  code: required(text(255)),
});

export const REFRESH_REQUEST = object({
  client_id: required(text(64)),
  client_secret: text(255),
  refresh_token: required(text(4096)),
});
