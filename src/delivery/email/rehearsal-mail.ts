import type { Shop } from '../../order/shop';
import { wallClock } from '../../order/time';
import { isClean, type Night } from '../rehearsal/night';
import type { Link } from './alert-kinds';
import type { Block, Line } from './blocks';
import { buttonsOf } from './buttons';
import { type Mail, toMail } from './mail';
import { messageId } from './message-id';
import { localeOf, textsFor } from './texts';

type Input = {
  shop: Shop;
  /** The connection by name and id. */
  pos: { id: string; name: string };
  date: string;
  night: Night;
  /** An order's page, and that of rehearsals; null where no address leads to this server. */
  pageOf: (order_id: string) => string | null;
  page: string | null;
};

/** What a night's rehearsal came to: how many orders were right, what is to fix and why, and the way to go live once nothing is. */
export function rehearsalMail({ shop, pos, date, night, pageOf, page }: Input): Mail {
  const texts = textsFor(shop.language);
  const words = texts.rehearsal;
  const { orders, good, to_fix, compared } = night;
  const { day } = wallClock(`${date}T12:00:00Z`, { timezone: 'UTC', locale: localeOf(shop) });
  const verdict = (compared ? words.compared : words.verdict)(orders, good, to_fix.length);
  const clean = isClean(night);
  const links: Link[] = page === null ? [] : [{ action: clean ? 'go_live' : 'rehearsal', url: page }];
  // A link in a line would be made inert, as a guest's words are: each order has its button.
  const pages = to_fix.flatMap(({ order_id, number }) => {
    const url = pageOf(order_id);
    return url ? [{ label: `#${number}: ${texts.links.order}`, url }] : [];
  });
  const state: Block = clean
    ? { kind: 'banner', tone: 'good', title: words.ready, text: words.readyText(pos.name) }
    : { kind: 'banner', tone: 'warning', title: verdict };
  const lines: Line[] = to_fix.map(({ number, findings }) => {
    const reasons = findings.map(({ message }) => ({ text: message, as: 'note' as const }));
    return {
      lead: `#${number}`,
      name: '',
      amount: null,
      details: reasons,
    };
  });
  return toMail({
    shop,
    subject: `${words.mark}: ${verdict} (${shop.name})`,
    blocks: [
      { kind: 'title', over: shop.name, text: words.of(day), aside: '' },
      state,
      {
        kind: 'counts',
        counts: [
          { label: words.came, value: String(orders) },
          { label: compared ? words.exact : words.good, value: String(good) },
          { label: words.toFix, value: String(to_fix.length) },
        ],
      },
      ...(lines.length > 0
        ? [{ kind: 'heading', text: words.fixTitle } as const, { kind: 'lines', lines } as const]
        : []),
      ...(pages.length > 0 ? [{ kind: 'buttons', buttons: pages, note: '' } as const] : []),
      ...(compared ? [] : [{ kind: 'paragraph', text: words.notCompared(pos.name) } as const]),
      { kind: 'paragraph', text: words.stays },
      ...buttonsOf(links, texts),
    ],
    messageId: messageId({ purpose: 'rehearsal', about: [pos.id, date] }),
  });
}
