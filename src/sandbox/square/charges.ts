import { SquareRefusal } from './errors';
import { includedIn, percentOf } from './money';
import type { LineDraft, ServiceChargeDraft, TaxDraft } from './order-shapes';

/** A service charge with its amount and, where it is taxable, its tax. */
export type Charge = { draft: ServiceChargeDraft; amount: number; additiveTax: number; tax: number };

function checkCharge(charge: ServiceChargeDraft, path: string): void {
  if (charge.catalog_object_id)
    throw new SquareRefusal(
      'NOT_FOUND',
      `Service charge with catalog object ID \`${charge.catalog_object_id}\` not found.`,
    );
  for (const field of ['name', 'calculation_phase'] as const)
    if (!charge[field])
      throw new SquareRefusal('MISSING_REQUIRED_PARAMETER', 'Field must be set.', `${path}.${field}`);
  if ((charge.amount_money === undefined) === (charge.percentage === undefined))
    throw new SquareRefusal('BAD_REQUEST', 'Set exactly one of `percentage` and `amount_money`.', path);
  if ((charge.amount_money?.amount ?? 0) < 0)
    throw new SquareRefusal('VALUE_TOO_LOW', 'Amount must not be negative.', `${path}.amount_money.amount`);
  if (
    charge.calculation_phase?.startsWith('APPORTIONED') ||
    charge.treatment_type === 'APPORTIONED_TREATMENT'
  )
    throw new SquareRefusal(
      'NOT_IMPLEMENTED',
      'The sandbox does not play apportioned service charges.',
      path,
    );
  if (charge.calculation_phase === 'TOTAL_PHASE' && charge.taxable)
    throw new SquareRefusal(
      'BAD_REQUEST',
      'A charge in the TOTAL_PHASE cannot be taxable.',
      `${path}.taxable`,
    );
}

const toTax = (amount: number, { type, percentage = '0' }: TaxDraft) =>
  type === 'INCLUSIVE'
    ? { tax: includedIn(amount, percentage), additiveTax: 0 }
    : { tax: percentOf(amount, percentage), additiveTax: percentOf(amount, percentage) };

/** The taxes on `amount`: those of the whole order, and for a line those that it names. */
export function taxesOn(amount: number, taxes: TaxDraft[], line?: LineDraft) {
  const due = taxes.filter(
    (tax) => tax.scope !== 'LINE_ITEM' || line?.applied_taxes?.some(({ tax_uid }) => tax_uid === tax.uid),
  );
  const parts = due.map((draft) => ({ draft, ...toTax(amount, draft) }));
  return {
    parts,
    tax: parts.reduce((sum, part) => sum + part.tax, 0),
    additiveTax: parts.reduce((sum, part) => sum + part.additiveTax, 0),
  };
}

/** Refuses taxes of the catalogue (it has none) and taxes without a name or a rate. */
export function checkTaxes(taxes: TaxDraft[]): void {
  taxes.forEach((tax, index) => {
    if (tax.catalog_object_id)
      throw new SquareRefusal(
        'NOT_FOUND',
        `Tax with catalog object ID \`${tax.catalog_object_id}\` not found.`,
      );
    for (const field of ['name', 'percentage'] as const)
      if (!tax[field])
        throw new SquareRefusal(
          'MISSING_REQUIRED_PARAMETER',
          'Field must be set.',
          `order.taxes[${index}].${field}`,
        );
  });
}

/** Service charges in their phases: before taxes on the discounted lines, or on the total with its taxes. */
export function toCharges(
  drafts: ServiceChargeDraft[],
  { subtotal, lineTax, taxes }: { subtotal: number; lineTax: number; taxes: TaxDraft[] },
): Charge[] {
  drafts.forEach((draft, index) => {
    checkCharge(draft, `order.service_charges[${index}]`);
  });
  const price = (draft: ServiceChargeDraft, base: number): Charge => {
    const amount = draft.amount_money?.amount ?? percentOf(base, draft.percentage ?? '0');
    const { tax, additiveTax } = draft.taxable ? taxesOn(amount, taxes) : { tax: 0, additiveTax: 0 };
    return { draft, amount, tax, additiveTax };
  };
  const early = drafts
    .filter((draft) => draft.calculation_phase === 'SUBTOTAL_PHASE')
    .map((draft) => price(draft, subtotal));
  const base =
    subtotal + lineTax + early.reduce((sum, { amount, additiveTax }) => sum + amount + additiveTax, 0);
  const late = drafts
    .filter((draft) => draft.calculation_phase === 'TOTAL_PHASE')
    .map((draft) => price(draft, base));
  return [...early, ...late];
}
