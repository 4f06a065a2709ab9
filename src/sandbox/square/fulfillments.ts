import { SquareRefusal } from './errors';
import type { FulfillmentDraft, RecipientDraft } from './fulfillment-shapes';
import { parseDuration, parseTime } from './times';

const WEEK_MS = 7 * 24 * 3600 * 1000;

const missing = (field: string) =>
  new SquareRefusal('MISSING_REQUIRED_PARAMETER', 'Field must be set.', field);

function requireRecipient(
  recipient: RecipientDraft | undefined,
  path: string,
  fields: (keyof RecipientDraft)[],
): void {
  if (!recipient) throw missing(path);
  for (const field of fields) if (!recipient[field]) throw missing(`${path}.${field}`);
}

function requireFuture(value: string, field: string, now: Date): void {
  if (parseTime(value, field) <= now.getTime())
    throw new SquareRefusal('INVALID_TIME', `\`${field.split('.').pop()}\` must be in the future.`, field);
}

function toPickup(details: FulfillmentDraft['pickup_details'], path: string, now: Date) {
  if (!details) throw missing(path);
  requireRecipient(details.recipient, `${path}.recipient`, ['display_name']);
  const preparationMs = parseDuration(details.prep_time_duration ?? 'PT0S', `${path}.prep_time_duration`);
  for (const name of ['pickup_window_duration', 'auto_complete_duration'] as const)
    if (details[name]) parseDuration(details[name], `${path}.${name}`);
  if (details.expires_at) {
    requireFuture(details.expires_at, `${path}.expires_at`, now);
    if (parseTime(details.expires_at, path) > now.getTime() + WEEK_MS)
      throw new SquareRefusal(
        'INVALID_TIME',
        'Expiry is at most 7 days in the future.',
        `${path}.expires_at`,
      );
  }
  if (details.curbside_pickup_details && !details.is_curbside_pickup)
    throw new SquareRefusal(
      'INVALID_VALUE',
      'Only a curbside pickup has curbside details.',
      `${path}.curbside_pickup_details`,
    );
  if (details.schedule_type === 'ASAP')
    return { ...details, pickup_at: new Date(now.getTime() + preparationMs).toISOString() };
  // The schedule type defaults to SCHEDULED, which needs a time.
  if (!details.pickup_at) throw missing(`${path}.pickup_at`);
  requireFuture(details.pickup_at, `${path}.pickup_at`, now);
  return { ...details, schedule_type: 'SCHEDULED' as const };
}

function toDelivery(details: FulfillmentDraft['delivery_details'], path: string, now: Date) {
  if (!details) throw missing(path);
  requireRecipient(details.recipient, `${path}.recipient`, ['display_name', 'phone_number', 'address']);
  if (details.schedule_type === 'ASAP') {
    if (!details.prep_time_duration) throw missing(`${path}.prep_time_duration`);
    const preparationMs = parseDuration(details.prep_time_duration, `${path}.prep_time_duration`);
    return { ...details, deliver_at: new Date(now.getTime() + preparationMs).toISOString() };
  }
  if (!details.deliver_at) throw missing(`${path}.deliver_at`);
  requireFuture(details.deliver_at, `${path}.deliver_at`, now);
  return { ...details, schedule_type: 'SCHEDULED' as const };
}

/**
 * The rules of https://developer.squareup.com/docs/orders-api/fulfillments, read 2026-11-24: one fulfilment at most, the
 * details of its type and no others, a recipient with a name, and a time in the future unless it is as soon as possible.
 */
export function toFulfillments(drafts: FulfillmentDraft[], now: Date): FulfillmentDraft[] {
  if (drafts.length > 1)
    throw new SquareRefusal(
      'BAD_REQUEST',
      'An order can have at most one fulfillment.',
      'order.fulfillments',
    );
  return drafts.map((draft) => {
    const path = 'order.fulfillments[0]';
    if (!draft.type) throw missing(`${path}.type`);
    for (const type of ['pickup', 'shipment', 'delivery'] as const)
      if (type.toUpperCase() !== draft.type && draft[`${type}_details`])
        throw new SquareRefusal(
          'CONFLICTING_PARAMETERS',
          `A ${draft.type} has no such details.`,
          `${path}.${type}_details`,
        );
    const state = draft.state ?? 'PROPOSED';
    if (draft.type === 'PICKUP')
      return {
        ...draft,
        state,
        pickup_details: toPickup(draft.pickup_details, `${path}.pickup_details`, now),
      };
    if (draft.type === 'DELIVERY')
      return {
        ...draft,
        state,
        delivery_details: toDelivery(draft.delivery_details, `${path}.delivery_details`, now),
      };
    requireRecipient(draft.shipment_details?.recipient, `${path}.shipment_details.recipient`, [
      'display_name',
      'address',
    ]);
    return { ...draft, state };
  });
}
