import { toTimestamp } from './dates';
import { type CheckContext, reference } from './document-context';
import { toMajor } from './fields';
import type { ToastCheck, ToastPayment } from './order';
import type { PricedCheck } from './price';
import { requestDocument, selectionDocument } from './selection-document';
import { isPaid } from './stored-order';

/** One check as Toast's API writes it. */
export function checkDocument(priced: PricedCheck, index: number, context: CheckContext) {
  const { check } = priced;
  const path = `checks[${index}]`;
  const guid = context.id('Check', path);
  const paidAt = isPaid(priced) ? paidDate(check.payments.at(-1), context) : null;
  return {
    guid,
    entityType: 'Check',
    externalId: check.externalId,
    createdDate: context.createdAt,
    openedDate: context.openedAt,
    modifiedDate: context.modifiedAt,
    closedDate: paidAt,
    paidDate: paidAt,
    deletedDate: null,
    deleted: false,
    selections: check.selections.map((selection, at) => {
      const line = priced.lines.find((one) => one.selection === selection);
      const place = `${path}.selections[${at}]`;
      if (line) return selectionDocument(line, place, context);
      return requestDocument(
        selection.kind === 'request' ? selection : { text: '', externalId: null },
        place,
        context,
      );
    }),
    customer: check.customer && {
      guid: context.id('Customer', path),
      entityType: 'Customer',
      ...check.customer,
    },
    appliedLoyaltyInfo: null,
    taxExempt: check.taxExempt,
    displayNumber: check.displayNumber ?? context.displayNumber,
    appliedServiceCharges: check.charges.map((charge, at) =>
      chargeDocument(charge, `${path}.charges[${at}]`, context),
    ),
    appliedDiscounts: discountDocuments(priced, path, context),
    amount: toMajor(priced.amount),
    taxAmount: toMajor(priced.tax),
    totalAmount: toMajor(priced.total),
    payments: check.payments.map((payment, at) => ({
      ...paymentDocument(payment, `${path}.payments[${at}]`, context),
      checkGuid: guid,
    })),
    tabName: check.tabName,
    paymentStatus: isPaid(priced) ? 'CLOSED' : 'OPEN',
    voided: context.voidedAt !== null,
    voidDate: context.voidedAt,
    voidBusinessDate: context.voidedAt && context.businessDate,
    duration: null,
  };
}

function chargeDocument(
  { charge, amount }: ToastCheck['charges'][number],
  path: string,
  context: CheckContext,
) {
  return {
    guid: context.id('AppliedServiceCharge', path),
    entityType: 'AppliedServiceCharge',
    externalId: null,
    chargeAmount: toMajor(amount),
    serviceCharge: reference(charge.guid, 'ServiceCharge'),
    chargeType: charge.amountType,
    name: charge.name,
    delivery: charge.criteria.delivery,
    takeout: charge.criteria.takeout,
    dineIn: charge.criteria.dineIn,
    gratuity: charge.gratuity,
    taxable: charge.taxable,
    appliedTaxes: [],
    serviceChargeCalculation: null,
    refundDetails: null,
    serviceChargeCategory: 'SERVICE_CHARGE',
    paymentGuid: null,
  };
}

function discountDocuments({ check, discount }: PricedCheck, path: string, context: CheckContext) {
  if (!check.discount) return [];
  const applied = check.discount.discount;
  return [
    {
      guid: context.id('AppliedCustomDiscount', path),
      entityType: 'AppliedCustomDiscount',
      externalId: null,
      name: applied.name,
      discountAmount: toMajor(discount),
      nonTaxDiscountAmount: toMajor(discount),
      discount: { guid: applied.guid, entityType: 'Discount' },
      triggers: [],
      approver: null,
      processingState: context.voidedAt ? 'VOID' : null,
      appliedDiscountReason: null,
      loyaltyDetails: null,
      comboItems: [],
      appliedPromoCode: check.discount.promoCode,
      discountType: applied.type,
      discountPercent: applied.percentage,
    },
  ];
}

const paidDate = (payment: ToastPayment | undefined, { createdAt }: CheckContext): string | null =>
  payment?.paidAt ? toTimestamp(payment.paidAt) : createdAt;

function paymentDocument(payment: ToastPayment, path: string, context: CheckContext) {
  return {
    guid: context.id('OrderPayment', path),
    entityType: 'OrderPayment',
    externalId: null,
    paidDate: paidDate(payment, context),
    paidBusinessDate: context.businessDate,
    type: payment.type,
    amount: toMajor(payment.amount),
    tipAmount: toMajor(payment.tip),
    amountTendered: payment.tendered === null ? null : toMajor(payment.tendered),
    refundStatus: 'NONE',
    refund: null,
    paymentStatus: context.voidedAt ? 'VOIDED' : 'CAPTURED',
    voidInfo: context.voidedAt && { voidDate: context.voidedAt, voidBusinessDate: context.businessDate },
    otherPayment: payment.typeGuid && reference(payment.typeGuid, 'AlternatePaymentType'),
    orderGuid: context.orderGuid,
  };
}
