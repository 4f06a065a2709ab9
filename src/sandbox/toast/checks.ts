import {
  ALTERNATE_PAYMENT_TYPES,
  DISCOUNTS,
  type DiningOption,
  SERVICE_CHARGES,
  type ServiceCharge,
} from './config';
import { readCustomer } from './customer';
import { readTimestamp } from './dates';
import { invalid, paymentAmountEmpty } from './errors';
import { optionalArray, optionalString, readCents, readObject } from './fields';
import type { ToastCheck, ToastPayment } from './order';
import { readExternalId, resolve } from './references';
import { readSelections } from './selections';

const CHECK_FIELDS = [
  'guid',
  'entityType',
  'externalId',
  'openedDate',
  'paidDate',
  'selections',
  'customer',
  'taxExempt',
  'displayNumber',
  'appliedServiceCharges',
  'payments',
  'tabName',
  'appliedDiscounts',
];
const REFERENCE_FIELDS = ['guid', 'entityType', 'externalId'];
const TAB_NAME_MAX = 255;

/** Reads one check of an order with this dining option. */
export function readCheck(value: unknown, path: string, diningOption: DiningOption): ToastCheck {
  const fields = readObject(value, path, CHECK_FIELDS);
  if (!Array.isArray(fields.selections)) throw invalid(`${path}.selections is required`);
  const selections = readSelections(fields.selections, `${path}.selections`);
  // A table may be opened for guests who have not chosen yet; nobody picks up an empty order.
  if (selections.length === 0 && diningOption.behavior !== 'DINE_IN')
    throw invalid(`${path}.selections must contain at least one menu item selection`);
  if (fields.taxExempt !== undefined && typeof fields.taxExempt !== 'boolean')
    throw invalid(`${path}.taxExempt must be true or false`);
  const list = (name: string) => optionalArray(fields[name], `${path}.${name}`);
  const charges = list('appliedServiceCharges');
  const payments = list('payments');
  return {
    externalId: readExternalId(fields.externalId, `${path}.externalId`),
    tabName: optionalString(fields.tabName, `${path}.tabName`, TAB_NAME_MAX),
    displayNumber: optionalString(fields.displayNumber, `${path}.displayNumber`),
    taxExempt: fields.taxExempt === true,
    customer: readCustomer(fields.customer, {
      path: `${path}.customer`,
      required: diningOption.behavior !== 'DINE_IN',
    }),
    selections,
    charges: charges.map((entry, index) =>
      readCharge(entry, `${path}.appliedServiceCharges[${index}]`, diningOption),
    ),
    discount: readDiscount(list('appliedDiscounts'), `${path}.appliedDiscounts`),
    payments: payments.map((entry, index) => readPayment(entry, `${path}.payments[${index}]`)),
  };
}

function readCharge(value: unknown, path: string, diningOption: DiningOption): ToastCheck['charges'][number] {
  const fields = readObject(value, path, [...REFERENCE_FIELDS, 'serviceCharge', 'chargeAmount']);
  const charge = resolve(fields.serviceCharge, {
    path: `${path}.serviceCharge`,
    type: 'ServiceCharge',
    among: SERVICE_CHARGES,
  });
  if (!isFor(charge, diningOption))
    throw invalid(
      `Service charge (${charge.guid}) does not apply to the dining behavior ${diningOption.behavior}`,
    );
  // What a client says about a fixed charge is ignored, not refused.
  if (charge.amount !== null) return { charge, amount: Math.round(charge.amount * 100) };
  if (fields.chargeAmount === undefined || fields.chargeAmount === null)
    throw invalid(`${path}.chargeAmount is required for an OPEN service charge`);
  return { charge, amount: readCents(fields.chargeAmount, `${path}.chargeAmount`) };
}

function isFor({ criteria }: ServiceCharge, { behavior }: DiningOption): boolean {
  if (!criteria.delivery && !criteria.takeout && !criteria.dineIn) return true;
  return { DELIVERY: criteria.delivery, TAKE_OUT: criteria.takeout, DINE_IN: criteria.dineIn }[behavior];
}

function readDiscount(entries: unknown[], path: string): ToastCheck['discount'] {
  if (entries.length > 1)
    throw invalid(`${path}: only one discount can be applied to a check in a POST request`);
  const [entry] = entries;
  if (entry === undefined) return null;
  const names = [...REFERENCE_FIELDS, 'name', 'discount', 'discountAmount', 'appliedPromoCode'];
  const fields = readObject(entry, `${path}[0]`, names);
  const discount = resolve(fields.discount, {
    path: `${path}[0].discount`,
    type: 'Discount',
    among: DISCOUNTS,
  });
  if (discount.selectionType !== 'CHECK')
    throw invalid(`Discount (${discount.guid}) can only be applied to a menu item selection`);
  if (discount.type === 'OPEN_PERCENT')
    throw invalid(
      `Discount (${discount.guid}): open percent discounts cannot be applied through the orders API`,
    );
  return {
    discount,
    amount:
      discount.type === 'OPEN_FIXED' ? readCents(fields.discountAmount, `${path}[0].discountAmount`) : null,
    promoCode: optionalString(fields.appliedPromoCode, `${path}[0].appliedPromoCode`),
  };
}

function readPayment(value: unknown, path: string): ToastPayment {
  const names = [
    ...REFERENCE_FIELDS,
    'type',
    'amount',
    'tipAmount',
    'amountTendered',
    'paidDate',
    'otherPayment',
  ];
  const fields = readObject(value, path, names);
  if (fields.type === 'CREDIT')
    throw invalid(`${path}: a CREDIT payment must first be authorized with the credit cards API`);
  if (fields.type !== 'OTHER') throw invalid(`${path}.type: only OTHER and CREDIT payments can be posted`);
  if (fields.amount === undefined || fields.amount === null) throw paymentAmountEmpty();
  const among = ALTERNATE_PAYMENT_TYPES;
  const type = resolve(fields.otherPayment, {
    path: `${path}.otherPayment`,
    type: 'AlternatePaymentType',
    among,
  });
  return {
    type: 'OTHER',
    typeGuid: type.guid,
    amount: readCents(fields.amount, `${path}.amount`),
    tip: readCents(fields.tipAmount, `${path}.tipAmount`),
    tendered:
      fields.amountTendered == null ? null : readCents(fields.amountTendered, `${path}.amountTendered`),
    paidAt: fields.paidDate == null ? null : readTimestamp(fields.paidDate, `${path}.paidDate`),
  };
}
