import { spokenMoney } from '../../order/money';
import type { Order, OrderItem } from '../../order/schema';
import { allergies } from '../../order/ticket-text';
import { computedTotal, lineTotal } from '../../order/totals';
import type { Amount, Block, Line } from './blocks';
import { guestFacts, type OrderFacts } from './order-facts';
import { type Texts, textsFor } from './texts';
import { momentText, wantedAt } from './wanted';

/** The whole ticket: what must not be missed first, then what, when and for whom, the dishes, the money, the instructions. */
export function ticketBlocks(facts: OrderFacts): Block[] {
  const { order, shop, number } = facts;
  const texts = textsFor(shop.language);
  const { when, day, urgent } = wantedAt(facts);
  const { requested_at, requested_text, placed_at } = order.timing;
  const taken = placed_at ? [{ label: texts.taken, value: momentText(Date.parse(placed_at), shop) }] : [];
  return [
    ...warnings(order, texts),
    { kind: 'title', over: shop.name, text: texts.service(order), aside: `#${number}` },
    { kind: 'wanted', label: texts.wanted, when, day, said: requested_at && requested_text, urgent },
    { kind: 'heading', text: texts.details },
    { kind: 'facts', facts: [...guestFacts(facts, texts), ...taken] },
    { kind: 'heading', text: texts.items },
    { kind: 'lines', lines: order.items.map((item) => ticketLine(item, order.currency, texts)) },
    { kind: 'amounts', amounts: amounts(order, texts) },
    ...(order.notes
      ? [
          { kind: 'heading', text: texts.instructions } as const,
          { kind: 'paragraph', text: order.notes } as const,
        ]
      : []),
  ];
}

function warnings(order: Order, texts: Texts): Block[] {
  const allergy = allergies(order);
  return [
    ...(order.test ? [{ kind: 'banner', tone: 'alarm', title: texts.test } as const] : []),
    ...(allergy ? [{ kind: 'banner', tone: 'alarm', title: texts.allergy, text: allergy } as const] : []),
  ];
}

function ticketLine(item: OrderItem, currency: string, texts: Texts): Line {
  const options = item.options.map((option) => ({
    text: texts.option(option),
    as: option.action === 'remove' ? ('without' as const) : ('option' as const),
  }));
  return {
    lead: `${item.quantity} ×`,
    name: item.name,
    amount: item.unit_price === null ? null : spokenMoney(lineTotal(item), currency),
    details: [...options, ...(item.notes ? [{ text: `"${item.notes}"`, as: 'note' as const }] : [])],
  };
}

function amounts(order: Order, texts: Texts): Amount[] {
  const money = (minor: number) => spokenMoney(minor, order.currency);
  const computed = computedTotal(order);
  const told = order.quoted_total;
  const total = told ?? computed;
  return [
    ...order.charges.map(({ name, amount }) => ({ name, amount: money(amount) })),
    ...order.discounts.map(({ name, amount }) => ({ name, amount: money(-amount) })),
    ...(order.tip > 0 ? [{ name: texts.tip, amount: money(order.tip) }] : []),
    ...(told === null && computed !== null ? [{ name: texts.computed, amount: money(computed) }] : []),
    ...(told === null ? [] : [{ name: texts.told, amount: money(told), strong: true }]),
    { name: texts.payment(order, total), amount: '', strong: true },
  ];
}
