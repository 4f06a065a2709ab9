import type { DeliveryRecord, NewDelivery } from '../store/delivery-records';

/** What a mail is for. Each has its template in delivery/email. */
export type MailPurpose = 'new_order' | 'alert' | 'fallback' | 'notice' | 'summary' | 'rehearsal';
/** Why somebody is told. */
export type AlertKind =
  | 'undelivered'
  | 'held'
  | 'refused'
  | 'late'
  | 'unseen'
  | 'price_gap'
  | 'cancelled_after_sending'
  | 'changed_after_sending'
  | 'destination_blocked'
  | 'hook_disabled'
  | 'menu_changed'
  | 'call_left_out'
  | 'twin'
  | 'line_unknown'
  | 'caller_hung_up';

/** Why somebody is told about a row that is no order's ticket itself. */
export const ALERT_OF: Record<string, AlertKind | undefined> = {
  cancel: 'cancelled_after_sending',
  change: 'changed_after_sending',
};

type Row = Pick<DeliveryRecord, 'id' | 'restaurant_id'>;

/** Everything mailed for one restaurant shares a lane: another's backlog holds nothing up. */
export const mailLane = (restaurant_id: string) => `email:${restaurant_id}`;
export const posLane = (connection: { id: string; vendor: string }) =>
  `pos:${connection.vendor}:${connection.id}`;
/** What a lane of a POS is named by. */
export function ofPosLane(lane: string): { vendor: string; connection_id: string } {
  const [, vendor = '', connection_id = ''] = lane.split(':');
  return { vendor, connection_id };
}

type Mail = { restaurant_id: string; id: string; purpose: MailPurpose; suffix?: string; payload?: object };

/** A mail to the shop as a row of the outbox: it is retried like everything else. */
export function mailRow({ restaurant_id, id, purpose, suffix = '', payload = {} }: Mail): NewDelivery {
  return {
    id,
    kind: 'email',
    lane: mailLane(restaurant_id),
    target: 'shop',
    purpose,
    suffix,
    payload: { ...payload },
  };
}

type Alert = { newId: (prefix: string) => string; kind: AlertKind; n?: number };

/** A mail that tells the shop about one of its deliveries. */
export function alertRow(row: Row, { newId, kind, n = 0 }: Alert): NewDelivery {
  return mailRow({
    restaurant_id: row.restaurant_id,
    id: newId('dlv'),
    purpose: 'alert',
    suffix: `${row.id}:${kind}:${n}`,
    payload: { delivery_id: row.id, alert: kind, n },
  });
}

/** The ticket to key in by hand; one for each time that automation gives a row up. */
export function fallbackRow(row: Row & Pick<DeliveryRecord, 'fence'>, newId: Alert['newId']): NewDelivery {
  return mailRow({
    restaurant_id: row.restaurant_id,
    id: newId('dlv'),
    purpose: 'fallback',
    suffix: `${row.id}:${row.fence}`,
    payload: { delivery_id: row.id },
  });
}

type Blocked = { newId: Alert['newId']; now: number; reason: string };

/** One mail for a destination that takes nothing any more, whatever waits for it. */
export function blockedRow(row: DeliveryRecord, { newId, now, reason }: Blocked): NewDelivery {
  return mailRow({
    restaurant_id: row.restaurant_id,
    id: newId('dlv'),
    purpose: 'notice',
    suffix: `blocked:${row.lane}:${now}`,
    payload: {
      alert: 'destination_blocked',
      id: row.target,
      lane: row.lane,
      vendor: row.vendor,
      reason,
      n: now,
    },
  });
}

type NewMenu = Pick<Blocked, 'newId' | 'now'> & {
  restaurant_id: string;
  shop: { id: string; name: string };
  /** How many orders it concerns, and what it does to each line. */
  waiting: number;
  lines: string[];
};

/** One mail for a new menu, whatever orders still to be sent it concerns. */
export function menuRow({ restaurant_id, shop, waiting, lines, newId, now }: NewMenu): NewDelivery {
  return mailRow({
    restaurant_id,
    id: newId('dlv'),
    purpose: 'notice',
    suffix: `menu:${now}`,
    payload: { alert: 'menu_changed', id: shop.id, name: shop.name, waiting, details: lines, n: now },
  });
}
