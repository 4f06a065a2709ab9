import type { Shop } from '../../order/shop';
import type { Block } from './blocks';
import { toHtml } from './html-mail';
import { cleaned, oneLine } from './inert';
import { toText } from './text-mail';
import { textsFor } from './texts';

/** A mail ready to leave. `to` may be empty: the shop has told no address. */
export type Mail = {
  to: string[];
  subject: string;
  text: string;
  html: string;
  messageId: string;
  headers?: Record<string, string>;
};

type Draft = {
  shop: Shop;
  subject: string;
  blocks: Block[];
  messageId: string;
  /** The message that this one belongs under, for it to be shown in one thread. */
  under?: string;
  urgent?: boolean;
};

/** The longest subject: more is cut off by every mail program. */
const LONGEST_SUBJECT = 140;

/** A mail from its blocks. Everything in them is made harmless here, so that no builder can forget it. */
export function toMail({ shop, subject, blocks, messageId, under, urgent = false }: Draft): Mail {
  const line = oneLine(subject, LONGEST_SUBJECT);
  const harmless = cleaned(blocks);
  const footer = cleaned(textsFor(shop.language).footer(shop.name));
  return {
    to: addressesOf(shop.email),
    subject: line,
    text: toText({ blocks: harmless, footer, width: shop.ticket_width }),
    html: toHtml({ title: line, language: shop.language, blocks: harmless, footer }),
    messageId,
    headers: {
      // Nobody's out-of-office note should answer a ticket (RFC 3834; the second is Exchange's).
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(under && { 'In-Reply-To': under, References: under }),
      ...(urgent && { Importance: 'high', 'X-Priority': '1' }),
    },
  };
}

/** One address or several, as people write them into one field. */
function addressesOf(email: string | null): string[] {
  return (email ?? '').split(/[,;\s\p{Cc}]+/u).filter((address) => address !== '');
}
