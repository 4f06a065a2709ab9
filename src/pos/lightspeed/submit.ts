import { PosError } from '../errors';
import { asObject } from '../json';
import type { PosOrder } from '../pos-order';
import { type Receipt, toReceipt } from '../receipt';
import { type LightspeedContext, type LightspeedSession, toOrderBody, write } from './api';
import { isUsedReference } from './errors';
import { collectionCode, orderPath, toLightspeedOrder } from './order';
import { locationId } from './product';
import { profileCodeFor } from './profile';
import { refuseUnready } from './readiness';

/** The webhook endpoint's name: of the connection, or of the step where that asks for it. */
export function endpointOf(session: LightspeedSession | LightspeedContext): string | undefined {
  return session.credentials.endpoint_id ?? session.settings.endpoint_id;
}

/**
 * Readiness, then the order. "ok" means queued: what became of it is told to the webhook endpoint only
 * (https://api-portal.lsk.lightspeed.app/guides/integration-guides/online-ordering). The first mistakes show before anything is sent.
 */
export async function submitOrder(order: PosOrder, session: LightspeedSession): Promise<Receipt> {
  const endpointId = endpointOf(session);
  if (!endpointId) {
    const message =
      'Lightspeed needs the ID of a registered webhook endpoint with every order. Fill in Webhook Endpoint ID.';
    throw new PosError('rejected', 'lightspeed', message, { code: 'MISSING_ENDPOINT' });
  }
  const id = locationId(session.posLocation);
  const draft = toLightspeedOrder(order, { ...session, endpointId });
  await refuseUnready(session, { heldUntilLater: Boolean(draft.order.scheduledTimeForOrderAsIso8601) });
  const profile = await profileCodeFor(order, session);
  const full = toLightspeedOrder(order, { ...session, endpointId, profileCode: profile.code });
  const replayed = await send(session, orderPath(order), toOrderBody(id, full.order));
  return toReceipt(order, {
    vendor: 'lightspeed',
    vendorName: 'Lightspeed',
    reference: full.order.thirdPartyReference,
    pos_order_id: null,
    ticket_number: collectionCode(full.order.thirdPartyReference),
    state: 'queued',
    completed: ['order'],
    kitchen_confirmed: false,
    replayed,
    warnings: [...profile.warnings, ...full.warnings],
  });
}

/** Whether the order was there already. */
async function send(session: LightspeedSession, path: string, body: string): Promise<boolean> {
  try {
    const { status } = asObject(await write(session, path, body));
    if (status === 'ok') return false;
  } catch (error) {
    if (isUsedReference(error)) return true;
    throw error;
  }
  const message =
    'Lightspeed answered without "ok", so the order may or may not be queued. It is sent again under the same reference, which makes no second ticket.';
  throw new PosError('unclear', 'lightspeed', message);
}
