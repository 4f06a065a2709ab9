import type { PosOrder } from '../../src/pos/pos-order';
import { sample } from './vendor-doors';

/** More words than a line of any POS holds. */
export const LONG = Array.from(
  { length: 40 },
  (_, index) => `${index + 1} × pepperoni pizza with the works`,
).join('; ');

/** What tells the kitchen about a ticket that it has already: one line at no price, its words in the note. */
export const notice = (name: string, reference_suffix: string, changes: object = {}): PosOrder => {
  const order = sample({ charges: [], ...changes });
  return {
    ...order,
    discounts: [],
    tip: 0,
    quoted_total: null,
    notes: null,
    items: [
      {
        name,
        quantity: '1',
        unit_price: 0,
        notes: LONG,
        allergy: false,
        menu_item_id: null,
        variation_id: null,
        options: [],
        check: true,
      },
    ],
    reference_suffix,
  };
};
