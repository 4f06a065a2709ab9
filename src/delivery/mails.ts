import { isTicket } from '../order/delivery';
import { ticketReference } from '../order/reference';
import { findVendor } from '../pos/vendors';
import type { Claim, DeliveryRecord } from '../store/delivery-records';
import type { OrderRecord } from '../store/records';
import type { Store } from '../store/store';
import type { ConnectionAlertKind, Link, OrderAlertKind } from './email/alert-kinds';
import { connectionAlertMail, orderAlertMail } from './email/alert-mail';
import type { DailySummary } from './email/daily-summary';
import { dailySummaryMail } from './email/daily-summary-mail';
import { fallbackMail } from './email/fallback-mail';
import type { Mail } from './email/mail';
import { newOrderMail } from './email/new-order-mail';
import { rehearsalMail } from './email/rehearsal-mail';
import type { MailPurpose } from './notices';
import type { Night } from './rehearsal/night';
import { isRehearsal } from './rehearsal/row';
import { orderOf, scopeOf } from './subject';

/** The page on which a person decides about a delivery; null where no address leads to this server. */
export type PageLink = (row: DeliveryRecord) => string | null;
export type MailParts = {
  store: Store;
  pageOf: PageLink;
  /** The page that asks whether an order is the same as another; null as above. */
  twinPageOf: (order: { restaurant_id: string; id: string }) => string | null;
  /** The address of a page by its path; null as above. */
  sitePage: (path: string) => string | null;
  /** What the POS knows as its own id of the place, for finding the order there. */
  posLocation: (row: DeliveryRecord) => Promise<string>;
  now: () => number;
};

type Build = (claim: Claim, parts: MailParts) => Promise<Mail>;

/** What each purpose mails. The order is as it stands when the mail leaves. */
const BUILD: Record<MailPurpose, Build> = {
  async new_order(claim, { store, now }) {
    const order = orderOf(claim);
    const rows = await store.deliveriesOf(scopeOf(claim.delivery), [order.id]);
    const pos = rows.find(isTicket);
    return newOrderMail({
      ...facts(claim, order, now()),
      pos: pos ? posName(pos) : null,
      isRehearsed: pos !== undefined && isRehearsal(pos),
    });
  },
  async alert(claim, parts) {
    const { store, pageOf, now } = parts;
    const { payload } = claim.delivery;
    const order = orderOf(claim);
    const about = await store.delivery(scopeOf(claim.delivery), String(payload.delivery_id));
    const page = about && pageOf(about);
    return orderAlertMail({
      ...facts(claim, order, now()),
      kind: payload.alert as OrderAlertKind,
      n: Number(payload.n ?? 0),
      reason: about?.reason?.message ?? (payload.reason === undefined ? null : String(payload.reason)),
      details: about ? priceLines(about) : [],
      links: page ? [alertLink(about, page)] : twinLinks(claim, parts),
      pos: about ? posName(about) : 'POS',
      pos_ticket: (about?.receipt?.ticket_number as string | undefined) ?? null,
      ticket_at: about?.deadline_at ?? null,
    });
  },
  async fallback(claim, parts) {
    const { store, pageOf, posLocation, now } = parts;
    const order = orderOf(claim);
    if (claim.delivery.payload.alert === 'twin') return twinTicket(claim, parts);
    const about = await store.delivery(scopeOf(claim.delivery), String(claim.delivery.payload.delivery_id));
    if (!about) throw new Error('A fallback ticket for a delivery that does not exist.');
    const page = pageOf(about);
    const reference = ticketReference({
      pos_location: await posLocation(about),
      external_ref: order.external_ref,
    });
    return fallbackMail({
      ...facts(claim, order, now()),
      pos: posName(about),
      reference: `${reference}${about.suffix}`,
      unproved: about.unproved || about.receipt !== null,
      reason: about.reason?.message ?? null,
      n: about.fence,
      links:
        page === null
          ? []
          : [
              { action: 'keyed_in', url: page },
              { action: 'retry', url: page },
            ],
    });
  },
  async notice({ delivery, shop }, { store, now }) {
    const { payload } = delivery;
    return connectionAlertMail({
      kind: payload.alert as ConnectionAlertKind,
      id: String(payload.id),
      name: findVendor(String(payload.vendor))?.name ?? String(payload.name ?? payload.id),
      waiting: payload.lane ? await store.waitingIn(String(payload.lane)) : Number(payload.waiting ?? 0),
      details: Array.isArray(payload.details) ? payload.details.map(String) : [],
      n: Number(payload.n ?? 0),
      reason: payload.reason === undefined ? null : String(payload.reason),
      shop,
      at: now(),
    });
  },
  async summary({ delivery, shop }) {
    return dailySummaryMail({ shop, summary: delivery.payload.summary as DailySummary });
  },
  async rehearsal({ delivery, shop }, { store, sitePage }) {
    const { connection_id: id, date, night } = delivery.payload;
    const connection = await store.connection(scopeOf(delivery), String(id));
    return rehearsalMail({
      shop,
      pos: { id: String(id), name: connection?.name ?? 'POS' },
      date: String(date),
      night: night as Night,
      pageOf: (order_id) => sitePage(`/orders/${order_id}`),
      page: sitePage('/rehearsal'),
    });
  },
};

/** The mail that an outbox row stands for. */
export function buildMail(claim: Claim, parts: MailParts): Promise<Mail> {
  const build = BUILD[claim.delivery.purpose as MailPurpose];
  if (!build) throw new Error(`Nothing is mailed for the purpose "${claim.delivery.purpose}".`);
  return build(claim, parts);
}

const facts = ({ shop }: Claim, { id, number, order }: OrderRecord, at: number) => ({
  id,
  number,
  order,
  shop,
  at,
});
const posName = ({ vendor }: DeliveryRecord) => findVendor(vendor ?? '')?.name ?? 'POS';
/** The ticket of an order that was to go to no POS: it waited for an answer that nobody gave. */
const twinTicket = (claim: Claim, parts: MailParts): Mail =>
  fallbackMail({
    ...facts(claim, orderOf(claim), parts.now()),
    pos: 'POS',
    reference: null,
    unproved: false,
    reason: String(claim.delivery.payload.reason),
    n: 0,
    links: twinLinks(claim, parts),
  });
/** Whoever gets an alert must not key in: only the fallback ticket offers that. What is repeated can be told to stop. */
const alertLink = ({ alert_at }: DeliveryRecord, url: string): Link => ({
  action: alert_at === null ? 'order' : 'seen',
  url,
});
const twinLinks = ({ delivery }: Claim, { twinPageOf }: MailParts): Link[] => {
  const { payload, restaurant_id, order_id } = delivery;
  const url =
    payload.alert === 'twin' && order_id !== null ? twinPageOf({ restaurant_id, id: order_id }) : null;
  return url === null ? [] : [{ action: 'twin', url }];
};
const priceLines = ({ receipt }: DeliveryRecord) =>
  Array.isArray(receipt?.warnings) ? receipt.warnings.map(String) : [];
