import { TAX_RATE } from './config';
import { type CheckContext, reference } from './document-context';
import { toMajor } from './fields';
import {
  type ItemSelection,
  type OptionModifier,
  optionsOf,
  type PortionModifier,
  type RequestSelection,
  type ToastModifier,
} from './order';
import { nameWith, priceWith } from './pre-modifiers';
import type { PricedLine } from './price';

/** One line of a check as Toast's API writes it. */
export function selectionDocument(line: PricedLine, path: string, context: CheckContext) {
  const { selection } = line;
  const beforeDiscount = line.gross - Math.round((line.gross * TAX_RATE.rate) / (1 + TAX_RATE.rate));
  return {
    ...blank(selection.externalId, path, context),
    item: reference(selection.item.guid, 'MenuItem'),
    itemGroup: reference(selection.groupGuid, 'MenuGroup'),
    quantity: selection.quantity,
    selectionType: 'NONE',
    displayName: selection.item.name,
    preDiscountPrice: toMajor(beforeDiscount),
    price: toMajor(line.net),
    tax: toMajor(line.tax),
    receiptLinePrice: toMajor(itemPrice(selection)),
    taxInclusion: 'INCLUDED',
    appliedTaxes: [
      {
        guid: context.id('AppliedTaxRate', path),
        entityType: 'AppliedTaxRate',
        taxRate: { guid: TAX_RATE.guid, entityType: 'TaxRate' },
        name: TAX_RATE.name,
        rate: TAX_RATE.rate,
        taxAmount: toMajor(line.tax),
        type: TAX_RATE.type,
      },
    ],
    modifiers: modifierDocuments(selection.modifiers, { path, quantity: selection.quantity, context }),
  };
}

/** One of the item in the chosen size, before its other modifiers. */
function itemPrice({ item, basePrice, modifiers }: ItemSelection): number {
  if (item.strategy !== 'SIZE_PRICE') return basePrice;
  const size = optionsOf(modifiers).find(({ group }) => group === item.modifierGroups[0]);
  return size?.option.price ?? 0;
}

/** Words that stand for no item: a special request. */
export function requestDocument(
  request: Pick<RequestSelection, 'text' | 'externalId'>,
  path: string,
  context: CheckContext,
) {
  return {
    ...blank(request.externalId, path, context),
    quantity: 1,
    selectionType: 'SPECIAL_REQUEST',
    displayName: request.text,
  };
}

type Place = { path: string; quantity: number; context: CheckContext };

function modifierDocuments(modifiers: ToastModifier[], place: Place): object[] {
  return modifiers.map((modifier, index) => {
    const here = { ...place, path: `${place.path}.modifiers[${index}]` };
    if (modifier.kind === 'request') return requestDocument(modifier, here.path, here.context);
    return modifier.kind === 'portion' ? portionDocument(modifier, here) : optionDocument(modifier, here);
  });
}

function portionDocument({ portion, modifiers, externalId }: PortionModifier, place: Place) {
  return {
    ...blank(externalId, place.path, place.context),
    item: reference(portion.guid, 'MenuItem'),
    quantity: place.quantity,
    selectionType: 'PORTION',
    displayName: portion.name,
    modifiers: modifierDocuments(modifiers, place),
  };
}

function optionDocument({ option, group, preModifier, requests, externalId }: OptionModifier, place: Place) {
  const price = priceWith(preModifier, option.price);
  return {
    ...blank(externalId, place.path, place.context),
    item: reference(option.guid, 'MenuItem'),
    optionGroup: reference(group.guid, 'MenuOptionGroup'),
    preModifier: preModifier && reference(preModifier.guid, 'PreModifier'),
    quantity: place.quantity,
    selectionType: 'NONE',
    displayName: nameWith(preModifier, option.name),
    preDiscountPrice: toMajor(price * place.quantity),
    price: toMajor(price * place.quantity),
    receiptLinePrice: toMajor(price),
    optionGroupPricingMode: group.name === 'Size' ? 'REPLACES_PRICE' : 'ADJUSTS_PRICE',
    taxInclusion: 'INHERITED',
    modifiers: modifierDocuments(requests, place),
  };
}

/** The values every selection has, as they stand before anything is known of it. */
function blank(externalId: string | null, path: string, context: CheckContext) {
  return {
    guid: context.id('MenuItemSelection', path),
    entityType: 'MenuItemSelection',
    externalId,
    item: null as object | null,
    itemGroup: null as object | null,
    optionGroup: null as object | null,
    preModifier: null as object | null,
    seatNumber: -1,
    unitOfMeasure: 'NONE',
    salesCategory: null,
    appliedDiscounts: [],
    deferred: false,
    preDiscountPrice: 0,
    price: 0,
    tax: 0,
    receiptLinePrice: 0,
    voided: context.voidedAt !== null,
    voidDate: context.voidedAt,
    voidBusinessDate: context.voidedAt && context.businessDate,
    voidReason: null,
    refundDetails: null,
    createdDate: context.createdAt,
    modifiedDate: context.modifiedAt,
    fulfillmentStatus: context.fulfillmentStatus,
    taxInclusion: 'NOT_INCLUDED',
    appliedTaxes: [] as object[],
    diningOption: context.diningOption,
    modifiers: [] as object[],
  };
}
