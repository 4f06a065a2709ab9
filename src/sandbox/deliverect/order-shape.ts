import type { Shape } from '../shape';

/** The channel order. https://developers.deliverect.com/page/channel-orders and https://developers.deliverect.com/page/payment-types, read 2026-11-24. Amounts are whole minor units. */
export type ChannelItem = {
  plu: string;
  name: string;
  price: number;
  quantity: number;
  remark?: string;
  subItems?: ChannelItem[];
};
export type ChannelOrder = {
  channelOrderId: string;
  channelOrderDisplayId: string;
  orderType: number;
  deliveryIsAsap: boolean;
  pickupTime?: string;
  deliveryTime?: string;
  courier: string;
  deliveryAddress?: {
    street?: string;
    streetNumber?: string;
    postalCode?: string;
    area?: string;
    city?: string;
    country?: string;
    extraAddressInfo?: string;
  };
  payment: { amount: number; type: number };
  taxes?: { total?: number }[];
  taxRemitted?: number;
  items: ChannelItem[];
  table?: string;
  orderIsAlreadyPaid?: boolean;
  note?: string;
  customer?: { name?: string; phoneNumber?: string; note?: string };
  deliveryCost?: number;
  deliveryCostTax?: number;
  serviceCharge?: number;
  serviceChargeTax?: number;
  tip?: number;
  driverTip?: number;
  bagFee?: number;
  discountTotal?: number;
  discounts?: { name?: string; amount?: number }[];
};
export type Cancellation = { channelOrderId: string; channelOrderDisplayId: string; status: 100 };

const text: Shape = { type: 'string' };
const whole: Shape = { type: 'integer' };
const amount: Shape = { type: 'integer', min: 0 };
const flag: Shape = { type: 'boolean' };
/** Times are UTC and say so. */
const utc: Shape = { type: 'string', pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/ };
const strings = (...names: string[]): Record<string, Shape> =>
  Object.fromEntries(names.map((name) => [name, text]));
const amounts = (...names: string[]): Record<string, Shape> =>
  Object.fromEntries(names.map((name) => [name, amount]));

const item: Shape = {
  type: 'object',
  fields: {
    plu: { type: 'string', min: 1, required: true },
    name: { type: 'string', min: 1, required: true },
    price: { ...amount, required: true },
    quantity: { type: 'integer', min: 1, required: true },
    productType: whole,
    remark: text,
    discountReferenceIds: { type: 'array', items: whole },
    subItems: { type: 'array', items: () => item },
  },
};

const ids: Record<string, Shape> = {
  channelOrderId: { type: 'string', min: 1, required: true },
  channelOrderDisplayId: { type: 'string', min: 1, required: true },
};

export const ORDER_SHAPE: Shape = {
  type: 'object',
  required: true,
  fields: {
    ...ids,
    ...strings('validationId', 'table', 'note', 'by'),
    ...amounts('deliveryCost', 'deliveryCostTax', 'serviceCharge', 'serviceChargeTax'),
    ...amounts('tip', 'driverTip', 'bagFee', 'taxRemitted', 'numberOfCustomers'),
    orderType: { type: 'integer', oneOf: [1, 2, 3, 4, 5], required: true },
    deliveryIsAsap: { ...flag, required: true },
    pickupTime: utc,
    deliveryTime: utc,
    placedTime: utc,
    estimatedPickupTime: utc,
    courier: { type: 'string', min: 1, required: true },
    ageCheck: flag,
    includeCutlery: flag,
    orderIsAlreadyPaid: flag,
    decimalDigits: { type: 'integer', oneOf: [2], required: true },
    items: { type: 'array', items: item, min: 1, required: true },
    /** One discount for the whole order, below zero. */
    discountTotal: { type: 'integer', max: 0 },
    discounts: {
      type: 'array',
      items: {
        type: 'object',
        fields: {
          ...strings('type', 'provider', 'name', 'channelDiscountCode'),
          ...amounts('referenceId', 'value', 'amount', 'amountRestaurant', 'amountChannel'),
        },
      },
    },
    payment: {
      type: 'object',
      required: true,
      fields: {
        amount: { ...amount, required: true },
        /** 0 is paid by card online, 1 is cash. */
        type: { type: 'integer', oneOf: [0, 1], required: true },
        due: amount,
        rebate: amount,
        commissionType: text,
      },
    },
    taxes: {
      type: 'array',
      items: { type: 'object', fields: { taxClassId: whole, name: text, total: amount } },
    },
    customer: {
      type: 'object',
      fields: strings('name', 'companyName', 'phoneNumber', 'phoneAccessCode', 'email', 'tin', 'note'),
    },
    deliveryAddress: {
      type: 'object',
      fields: {
        ...strings('street', 'streetNumber', 'postalCode', 'area', 'city', 'country', 'extraAddressInfo'),
        coordinates: {
          type: 'object',
          fields: { latitude: { type: 'number' }, longitude: { type: 'number' } },
        },
        verification: { type: 'object', fields: { pincode: text } },
      },
    },
    deliveryInfo: { type: 'object', fields: strings('packageSize', 'transportType') },
  },
};

export const CANCEL_SHAPE: Shape = {
  type: 'object',
  required: true,
  fields: { ...ids, status: { type: 'integer', oneOf: [100], required: true }, cancellationReason: text },
};
