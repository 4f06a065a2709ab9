import type { Shop } from '../../order/shop';
import type { AlertKind } from '../notices';
import {
  ALERTS,
  type AlertWords,
  type ConnectionAlertKind,
  type Link,
  type OrderAlertKind,
} from './alert-kinds';
import type { Block } from './blocks';
import { buttonsOf } from './buttons';
import { type Mail, toMail } from './mail';
import { messageId, orderThread } from './message-id';
import { type OrderFacts, orderLine, orderSummary } from './order-facts';
import { textsFor } from './texts';
import { clockText } from './wanted';

type Common = {
  /** Tells repetitions apart: each is a mail of its own in the same thread. */
  n: number;
  /** What the POS or the connection said. */
  reason: string | null;
  /** The questions to ask, what was changed, which prices differ: a line each. */
  details?: string[];
  links?: Link[];
};
export type OrderAlert = OrderFacts &
  Common & {
    kind: OrderAlertKind;
    /** The POS by its name. */
    pos: string;
    pos_ticket: string | null;
    /** When the fallback ticket goes out (milliseconds). */
    ticket_at: number | null;
  };
export type ConnectionAlert = Common & {
  kind: ConnectionAlertKind;
  /** The connection's or the hook's id and name. */
  id: string;
  name: string;
  /** How many orders wait for it. */
  waiting: number;
  shop: Shop;
  at: number;
};

/** Something about an order needs a person: what is wrong, what happens by itself, what to do. */
export function orderAlertMail(alert: OrderAlert): Mail {
  const { kind, id, n, shop, ticket_at } = alert;
  const texts = textsFor(shop.language);
  const until = ticket_at === null ? null : clockText(ticket_at, shop);
  const words = { pos: alert.pos, ticket: alert.pos_ticket, until, waiting: 1 };
  return toMail({
    shop,
    subject: `${texts.alerts[kind].subject(words)}: ${orderLine(alert)}`,
    blocks: alertBlocks(alert, words, [orderSummary(alert, texts)]),
    messageId: messageId({ purpose: kind, about: [id, n] }),
    under: orderThread(id),
    urgent: ALERTS[kind].urgent,
  });
}

/** A POS that no longer lets us in, a webhook that is gone: one mail for all, and nothing about any guest; or a call that became no order. */
export function connectionAlertMail(alert: ConnectionAlert): Mail {
  const { kind, id, n, name, waiting, shop } = alert;
  const texts = textsFor(shop.language);
  const words = { pos: name, ticket: null, until: null, waiting };
  const first = messageId({ purpose: kind, about: [id, shop.id, shop.name] });
  return toMail({
    shop,
    subject: `${texts.alerts[kind].subject(words)}: ${shop.name}`,
    blocks: alertBlocks(alert, words, []),
    messageId: messageId({ purpose: kind, about: [id, shop.id, shop.name, n] }),
    under: first,
    urgent: ALERTS[kind].urgent,
  });
}

function alertBlocks(
  alert: Common & { kind: AlertKind; shop: Shop },
  words: AlertWords,
  about: Block[],
): Block[] {
  const { kind, reason, details = [], links = [], shop } = alert;
  const texts = textsFor(shop.language);
  const { wrong, meanwhile, todo } = texts.alerts[kind];
  const listed = details.map((name) => ({ lead: '•', name, amount: null, details: [] }));
  return [
    { kind: 'banner', tone: ALERTS[kind].tone, title: wrong(words) },
    ...about,
    ...(listed.length > 0 ? [{ kind: 'lines', lines: listed } as const] : []),
    { kind: 'heading', text: texts.whatToDo },
    { kind: 'paragraph', text: todo(words) },
    ...buttonsOf(links, texts),
    { kind: 'heading', text: texts.meanwhile },
    { kind: 'paragraph', text: meanwhile(words) },
    ...(reason
      ? [{ kind: 'heading', text: texts.why } as const, { kind: 'paragraph', text: reason } as const]
      : []),
  ];
}
