import type { ToastItem, ToastModifierGroup, ToastOption, ToastPortion } from './catalog';
import type { DiningOption, Discount, ServiceCharge } from './config';
import type { PreModifier } from './pre-modifiers';

/** An order that passed every check, with its references resolved. Money is in cents. */
export type ToastOrder = {
  externalId: string | null;
  diningOption: DiningOption;
  openedDate: Date | null;
  promisedDate: Date | null;
  prepMinutes: number | null;
  numberOfGuests: number;
  revenueCenter: string | null;
  table: string | null;
  server: string | null;
  delivery: Record<DeliveryField, string | null> | null;
  curbside: Record<CurbsideField, string | null> | null;
  checks: ToastCheck[];
};
export type DeliveryField = 'address1' | 'address2' | 'city' | 'state' | 'zipCode' | 'country' | 'notes';
export type CurbsideField = 'transportDescription' | 'transportColor' | 'notes';

export type ToastCheck = {
  externalId: string | null;
  tabName: string | null;
  displayNumber: string | null;
  taxExempt: boolean;
  customer: ToastCustomer | null;
  selections: ToastSelection[];
  charges: { charge: ServiceCharge; amount: number }[];
  /** `amount` is null where the discount itself says how much. */
  discount: { discount: Discount; amount: number | null; promoCode: string | null } | null;
  payments: ToastPayment[];
};
export type ToastCustomer = {
  firstName: string;
  lastName: string;
  phone: string;
  phoneCountryCode: string | null;
  email: string;
};
export type ToastPayment = {
  /** The API takes OTHER only; staff take cash. */
  type: 'OTHER' | 'CASH';
  /** Which OTHER payment it is, null for cash. */
  typeGuid: string | null;
  amount: number;
  tip: number;
  tendered: number | null;
  paidAt: Date | null;
};

/** An item of the menu, or words only ("extra napkins"), which no kitchen display shows. */
export type ToastSelection = ItemSelection | RequestSelection;
export type ItemSelection = {
  kind: 'item';
  externalId: string | null;
  item: ToastItem;
  groupGuid: string;
  quantity: number;
  /** Price of one before its modifiers, sizes apart. */
  basePrice: number;
  modifiers: ToastModifier[];
};
export type RequestSelection = { kind: 'request'; externalId: string | null; text: string };

export type ToastModifier = OptionModifier | PortionModifier | RequestSelection;
export type OptionModifier = {
  kind: 'option';
  externalId: string | null;
  group: ToastModifierGroup;
  option: ToastOption;
  preModifier: PreModifier | null;
  /** Words about this modifier alone. */
  requests: RequestSelection[];
};
export type PortionModifier = {
  kind: 'portion';
  externalId: string | null;
  portion: ToastPortion;
  modifiers: (OptionModifier | RequestSelection)[];
};

/** The options that were chosen for an item, those of its portions too. */
export function optionsOf(modifiers: ToastModifier[]): OptionModifier[] {
  return modifiers.flatMap((modifier) => {
    if (modifier.kind === 'portion') return optionsOf(modifier.modifiers);
    return modifier.kind === 'option' ? [modifier] : [];
  });
}

/** The default options that were left out: to Toast that means "without". */
export function omittedDefaults(selection: ItemSelection): ToastOption[] {
  const chosen = optionsOf(selection.modifiers);
  return selection.item.modifierGroups.flatMap((group) =>
    group.options.filter(
      (option) => option.isDefault && !chosen.some((one) => one.group === group && one.option === option),
    ),
  );
}
