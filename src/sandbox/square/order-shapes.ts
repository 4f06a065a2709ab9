import { SquareRefusal } from './errors';
import { fulfillment } from './fulfillment-shapes';
import { money } from './money';
import { flag, list, metadata, object, oneOf, type Parsed, required, type Shape, text, whole } from './shape';

// Lengths and enums: the reference of CreateOrder, https://developer.squareup.com/reference/square/orders-api/create-order,
// read 2026-11-24. Read-only fields (id, totals, tenders …) are left out on purpose: a request may not set them.
const uid = text({ max: 60 });
const catalogId = text({ max: 192, filled: true });

/** A rate as decimal text: "7.25" is 7.25 %. */
const percentage: Shape<string> = {
  parse(value, path) {
    const rate = text({ max: 10, filled: true }).parse(value, path);
    if (!/^\d+(\.\d+)?$/.test(rate))
      throw new SquareRefusal('INVALID_VALUE', `\`${rate}\` is not a valid percentage.`, path);
    return rate;
  },
};

const modifier = object({
  uid,
  catalog_object_id: catalogId,
  catalog_version: whole,
  name: text({ max: 255 }),
  quantity: text({ max: 12, filled: true }),
  base_price_money: money,
  metadata,
});

const measurementUnit = object({
  custom_unit: object({ name: required(text()), abbreviation: required(text()) }),
  area_unit: text(),
  length_unit: text(),
  volume_unit: text(),
  weight_unit: text(),
  generic_unit: text(),
  time_unit: text(),
  type: text(),
});

const lineItemFields = {
  uid,
  name: text({ max: 512 }),
  quantity: text({ max: 12, filled: true }),
  quantity_unit: object({
    measurement_unit: measurementUnit,
    precision: whole,
    catalog_object_id: catalogId,
    catalog_version: whole,
  }),
  note: text({ max: 2000 }),
  catalog_object_id: catalogId,
  catalog_version: whole,
  variation_name: text({ max: 400 }),
  item_type: oneOf('OrderLineItemItemType', ['ITEM', 'CUSTOM_AMOUNT', 'GIFT_CARD']),
  metadata,
  modifiers: list(modifier),
  applied_taxes: list(object({ uid, tax_uid: required(uid) })),
  applied_discounts: list(object({ uid, discount_uid: required(uid) })),
  base_price_money: money,
};

const lineItem = object({ ...lineItemFields, quantity: required(lineItemFields.quantity) });

const tax = object({
  uid,
  catalog_object_id: catalogId,
  catalog_version: whole,
  name: text({ max: 255 }),
  type: oneOf('OrderLineItemTaxType', ['ADDITIVE', 'INCLUSIVE']),
  percentage,
  metadata,
  scope: oneOf('OrderLineItemTaxScope', ['ORDER', 'LINE_ITEM']),
});

const discount = object({
  uid,
  catalog_object_id: catalogId,
  catalog_version: whole,
  name: text({ max: 255 }),
  type: oneOf('OrderLineItemDiscountType', ['FIXED_PERCENTAGE', 'FIXED_AMOUNT']),
  percentage,
  amount_money: money,
  metadata,
  scope: oneOf('OrderLineItemDiscountScope', ['ORDER', 'LINE_ITEM']),
});

const serviceCharge = object({
  uid,
  name: text({ max: 512 }),
  catalog_object_id: catalogId,
  catalog_version: whole,
  percentage,
  amount_money: money,
  calculation_phase: oneOf('OrderServiceChargeCalculationPhase', [
    'SUBTOTAL_PHASE',
    'TOTAL_PHASE',
    'APPORTIONED_PERCENTAGE_PHASE',
    'APPORTIONED_AMOUNT_PHASE',
  ]),
  taxable: flag,
  metadata,
  treatment_type: oneOf('OrderServiceChargeTreatmentType', ['LINE_ITEM_TREATMENT', 'APPORTIONED_TREATMENT']),
  scope: oneOf('OrderServiceChargeScope', ['ORDER', 'LINE_ITEM']),
});

const orderFields = {
  reference_id: text({ max: 40 }),
  source: object({ name: text() }),
  customer_id: text({ max: 191 }),
  line_items: list(lineItem),
  taxes: list(tax),
  discounts: list(discount),
  service_charges: list(serviceCharge),
  fulfillments: list(fulfillment),
  metadata,
  ticket_name: text({ max: 30 }),
  pricing_options: object({ auto_apply_discounts: flag, auto_apply_taxes: flag }),
  state: oneOf('OrderState', ['OPEN', 'COMPLETED', 'CANCELED', 'DRAFT']),
};

export const newOrder = object({ ...orderFields, location_id: required(text({ filled: true })) });

/** An update is sparse: array entries are matched by `uid`, so nothing but the version is required. */
export const sparseOrder = object({
  ...orderFields,
  line_items: list(object(lineItemFields)),
  location_id: text({ filled: true }),
  version: whole,
});

export type OrderDraft = Parsed<typeof newOrder>;
export type LineDraft = Parsed<typeof lineItem>;
export type ModifierDraft = Parsed<typeof modifier>;
export type DiscountDraft = Parsed<typeof discount>;
export type TaxDraft = Parsed<typeof tax>;
export type ServiceChargeDraft = Parsed<typeof serviceCharge>;
