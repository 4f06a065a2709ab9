import { allergies } from '../../order/ticket-text';
import type { Link } from './alert-kinds';
import { buttonsOf } from './buttons';
import { type Mail, toMail } from './mail';
import { orderThread } from './message-id';
import { ticketBlocks } from './order-blocks';
import { type OrderFacts, orderLine } from './order-facts';
import { textsFor } from './texts';

type NewOrder = OrderFacts & {
  /** The POS that gets the order by itself; null: somebody must key it in. */
  pos: string | null;
  /** That POS is only rehearsed: it gets nothing, and staff key in as ever. */
  isRehearsed?: boolean;
  links?: Link[];
};

/** The restaurant's notification of an order, which is a ticket too: it can be printed and cooked from. */
export function newOrderMail({ pos, isRehearsed = false, links = [], ...facts }: NewOrder): Mail {
  const { order, shop, id } = facts;
  const texts = textsFor(shop.language);
  const marks = [
    isRehearsed && texts.rehearsal.mark,
    order.test && texts.test,
    allergies(order) && texts.allergy,
  ]
    .filter(Boolean)
    .join(', ');
  const line = `${texts.newOrder} ${orderLine(facts)}`;
  const byHand = { kind: 'banner', tone: 'warning', title: texts.keyInByHand } as const;
  const rehearsed = { kind: 'banner', tone: 'warning', ...texts.rehearsal.newOrder(pos ?? '') } as const;
  const byItself = { kind: 'banner', tone: 'good', title: texts.byItself(pos ?? '') } as const;
  return toMail({
    shop,
    subject: marks ? `${marks}: ${line}` : line,
    blocks: [
      ...(pos === null ? [byHand] : isRehearsed ? [rehearsed] : []),
      ...ticketBlocks(facts),
      ...(pos === null || isRehearsed ? [] : [byItself]),
      ...buttonsOf(links, texts),
    ],
    messageId: orderThread(id),
  });
}
