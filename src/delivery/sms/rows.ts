import type { Shop } from '../../order/shop';
import type { DeliveryRecord, NewDelivery } from '../../store/delivery-records';
import type { SmsPurpose } from './texts';

/** Whom a row is for where it is not a number of the staff. */
export const GUEST = 'guest';

type Row = Pick<NewDelivery, 'id' | 'target' | 'suffix' | 'payload' | 'next_attempt_at'> & {
  restaurant_id: string;
  purpose: SmsPurpose;
};

/** A text message as a row of the outbox. */
export function smsRow({ restaurant_id, ...row }: Row): NewDelivery {
  return { ...row, kind: 'sms', lane: `sms:${restaurant_id}` };
}

type Told = {
  shop: Shop;
  purpose: SmsPurpose;
  newId: (prefix: string) => string;
  /** Tells one message of a purpose from the next. */
  about: string;
  /** When it is to leave. */
  at: number;
};

/** A message about a delivery to everybody of the staff who wants one. */
export function staffRows(
  { id, restaurant_id }: Pick<DeliveryRecord, 'id' | 'restaurant_id'>,
  { shop, purpose, newId, about, at }: Told,
): NewDelivery[] {
  return [...new Set(shop.fallback.sms_to)].map((target) =>
    smsRow({
      restaurant_id,
      id: newId('dlv'),
      target,
      purpose,
      suffix: `${id}:${about}`,
      payload: { delivery_id: id, at },
      next_attempt_at: at,
    }),
  );
}
