import type { Link } from './alert-kinds';
import { buttonsOf } from './buttons';
import { type Mail, toMail } from './mail';
import { messageId, orderThread } from './message-id';
import { ticketBlocks } from './order-blocks';
import { type OrderFacts, orderLine } from './order-facts';
import { textsFor } from './texts';

export type Fallback = OrderFacts & {
  /** The POS by its name. */
  pos: string;
  /** What the POS stores as our reference, by which staff find the order there; null where none was to have it. */
  reference: string | null;
  /** Whether the order may be in the POS although nobody could prove it. */
  unproved: boolean;
  /** What the POS said last. */
  reason: string | null;
  /** Which of this order's fallback tickets it is. */
  n: number;
  /** Pages with a button each; a mail scanner that opens them changes nothing. */
  links: Link[];
};

/** The fallback ticket: everything to key the order in by hand, whether it may be there already, and how to say that it is done. */
export function fallbackMail({ pos, reference, unproved, reason, n, links, ...facts }: Fallback): Mail {
  const { shop, id } = facts;
  const texts = textsFor(shop.language);
  const { title, text } =
    unproved && reference !== null ? texts.mayBeThere(pos, reference) : texts.isNotThere(pos);
  const known = [
    ...(reference === null ? [] : [{ label: texts.reference, value: reference }]),
    ...(reason ? [{ label: texts.why, value: reason }] : []),
  ];
  return toMail({
    shop,
    subject: `${texts.keyIn} ${orderLine(facts)}`,
    blocks: [
      { kind: 'banner', tone: unproved ? 'warning' : 'alarm', title, text },
      ...ticketBlocks(facts),
      { kind: 'heading', text: texts.afterwards },
      { kind: 'paragraph', text: texts.stopped },
      ...buttonsOf(links, texts),
      { kind: 'facts', facts: known },
    ],
    messageId: messageId({ purpose: 'fallback', about: [id, n] }),
    under: orderThread(id),
    urgent: true,
  });
}
