import type { Shape } from '../shape';

/** Fields, types and limits of the two order requests. https://api-docs.lsk.lightspeed.app/operation/operation-apeplacetogoorder and operation-apelocalorder, read 2026-11-24. */
export type OrderLine = {
  sku: string;
  quantity: number;
  customItemName?: string;
  customItemPrice?: number;
  discountCode?: string;
  discountAmountOverride?: number;
  discountPercentOverride?: number;
  modifiers?: { modifierId?: string }[];
  subItems?: OrderLine[];
};

export type LightspeedOrder = {
  businessLocationId: number;
  thirdPartyReference: string;
  endpointId: string;
  customerInfo: {
    firstName: string;
    lastName?: string;
    thirdPartyReference?: string;
    email?: string;
    notes?: string;
  };
  orderNote?: string;
  maxTimeToAttemptOrderDeliverToPos?: number;
  accountProfileCode?: string;
  scheduledTimeForOrderAsIso8601?: string;
  orderCollectionTimeAsIso8601?: string;
  collectionCode?: string;
  payment?: { paymentMethod?: string; paymentAmount: number; tipAmount?: number };
  items?: OrderLine[];
  deliveryAddress?: { addressLine1?: string; addressLine2?: string; zip?: string; city?: string };
  accountIdentifier?: string;
  tableNumber?: string;
  clientCount?: number;
};

const text: Shape = { type: 'string' };
const whole: Shape = { type: 'integer' };
const amount: Shape = { type: 'number' };

const lineFields = {
  sku: { type: 'string', min: 1, max: 25, required: true },
  quantity: { type: 'integer', min: 1, max: 2_147_483_647, required: true },
  customItemName: text,
  customItemPrice: amount,
  modifiers: {
    type: 'array',
    items: { type: 'object', fields: { modifierId: { type: 'string', required: true } } },
  },
  subItems: { type: 'array', items: (): Shape => subItem },
} satisfies Record<string, Shape>;
const subItem: Shape = { type: 'object', fields: lineFields };
const discountFields = {
  discountCode: text,
  discountAmountOverride: { type: 'number', min: 0 },
  discountPercentOverride: { type: 'number', min: 0, max: 100 },
} satisfies Record<string, Shape>;

const common: Record<string, Shape> = {
  businessLocationId: { ...whole, required: true },
  thirdPartyReference: { type: 'string', min: 1, max: 48, required: true },
  endpointId: { type: 'string', required: true },
  customerInfo: {
    type: 'object',
    required: true,
    fields: {
      firstName: { type: 'string', min: 1, max: 128, required: true },
      lastName: text,
      thirdPartyReference: text,
      email: text,
      contactNumberAsE164: { type: 'string', pattern: /^\+[1-9]\d{6,14}$/ },
      notes: text,
      salutation: text,
      sendEmailReceipts: { type: 'boolean' },
      emailNotification: { type: 'string', oneOf: ['ENABLE', 'DISABLE', 'DONT_CHANGE'] },
    },
  },
  orderNote: text,
  maxTimeToAttemptOrderDeliverToPos: { type: 'integer', min: 60_000 },
  staffId: whole,
  accountProfileCode: text,
  scheduledTimeForOrderAsIso8601: { type: 'date-time' },
  orderCollectionTimeAsIso8601: { type: 'date-time' },
  collectionCode: { type: 'string', max: 8 },
  targetPrinterProfileId: whole,
  payment: {
    type: 'object',
    fields: {
      paymentMethod: text,
      paymentAmount: { ...amount, required: true },
      tipAmount: { type: 'number', min: 0 },
    },
  },
};

export const TO_GO_SHAPE: Shape = {
  type: 'object',
  required: true,
  fields: {
    ...common,
    items: { type: 'array', items: { type: 'object', fields: { ...lineFields, ...discountFields } } },
    deliveryAddress: {
      type: 'object',
      fields: { addressLine1: text, addressLine2: text, zip: text, city: text },
    },
  },
};

export const LOCAL_SHAPE: Shape = {
  type: 'object',
  required: true,
  fields: {
    ...common,
    items: {
      type: 'array',
      items: {
        type: 'object',
        fields: { ...lineFields, ...discountFields, course: { type: 'integer', min: 0 } },
      },
    },
    accountId: text,
    accountIdentifier: text,
    tableNumber: text,
    clientCount: whole,
  },
};
