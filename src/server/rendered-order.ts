import { type LineMatch, matchLines } from '../menu/match-lines';
import type { MenuIndex } from '../menu/menu-index';
import { flatFields } from '../order/flat';
import type { Shop } from '../order/shop';
import { ticketText } from '../order/ticket-text';
import { computedTotal } from '../order/totals';
import type { OrderRecord } from '../store/records';

/** A few of the longest pages: pollers ask for the newest orders again and again. */
const MOST_KEPT = 500;

export type RenderedOrder = ReturnType<typeof flatFields> & {
  items_match: LineMatch[];
  ticket_text: string;
  computed_total: number | null;
};
type Source = Pick<Shop, 'timezone' | 'country' | 'ticket_width'> & { order_data: string; number: string };
type Kept = { source: Source; menu: MenuIndex | null; rendered: RenderedOrder };

/** By order; the one used longest ago stands first. */
const kept = new Map<string, Kept>();

/** All of an answer that is worked out from the order's own words, and takes most of its time: kept as long as nothing it depends on differs. */
export function renderOrder(
  { id, number, order }: OrderRecord,
  { timezone, country, ticket_width }: Shop,
  menu: MenuIndex | null,
): RenderedOrder {
  const source = { timezone, country, ticket_width, number, order_data: JSON.stringify(order) };
  const known = kept.get(id);
  kept.delete(id);
  const isSame = known?.menu === menu && isEqual(known.source, source);
  const rendered = isSame
    ? known.rendered
    : {
        ...flatFields(order, source),
        items_match: menu ? matchLines(order, menu) : [],
        ticket_text: ticketText(order, { timezone, number, width: ticket_width }),
        computed_total: computedTotal(order),
      };
  kept.set(id, { source, menu, rendered });
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
  return rendered;
}

function isEqual(one: Source, other: Source): boolean {
  return (Object.keys(one) as (keyof Source)[]).every((name) => one[name] === other[name]);
}
