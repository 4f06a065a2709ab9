import type { HttpRequest } from '../../http';
import { PosError } from '../errors';
import { exchange } from '../exchange';
import { asObject, asText, type Json } from '../json';
import { referenceOf } from '../pos-order';
import { previewOf } from '../preview';
import { type Receipt, toReceipt } from '../receipt';
import { displayId, toDeliverectOrder } from './deliverect-order';
import { CANCEL } from './deliverect-statuses';
import { fetchToken, HOSTS } from './deliverect-token';
import { readDeliverectWebhook } from './deliverect-webhook';
import { refuseSetting, toErrorBy } from './errors';
import { nameOnly, type TouchBistroContext, type TouchBistroSession, type Way } from './modes';

const NAME = 'Deliverect';
const toError = toErrorBy({
  name: NAME,
  read: (json) => {
    const reply = asObject(json);
    const fields = [asObject(reply.orderFieldsErrors), asObject(reply.orderPaymentErrors)].flatMap(toSaid);
    return {
      code: asText(reply.code) ?? asText(asObject(reply.error).code),
      said: fields.join('; ') || asText(reply.description) || asText(reply.message),
    };
  },
  next: {
    credentials:
      'Check the channel name (lower case) and the channel link id: they must be among those Deliverect gave you.',
  },
});

function toSaid(fields: Json): string[] {
  return Object.entries(fields).map(([field, why]) => `${field} ${String(why)}`);
}

/** Orders and cancellations go to the same address. */
function toDeliverect(body: unknown, at: TouchBistroSession | TouchBistroContext): HttpRequest {
  const channel =
    at.settings.channel_name ||
    refuseSetting('Fill in Channel Name: Deliverect gives it to each channel.', 'NO_CHANNEL');
  const link =
    at.posLocation || refuseSetting('Fill in the channel link id as the location.', 'NO_CHANNEL_LINK');
  const token = 'token' in at ? at.token?.access_token : undefined;
  return {
    method: 'POST',
    url: `${at.baseUrl ?? HOSTS[at.environment]}/${encodeURIComponent(channel)}/order/${encodeURIComponent(link)}`,
    headers: {
      authorization: `Bearer ${token ?? ''}`,
      accept: 'application/json',
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
    timeoutMs: 30_000,
  };
}

/** The gateway Deliverect: 201 says that the format is right, not that the POS has the order (https://developers.deliverect.com/reference/order). */
export const deliverect: Way = {
  async submitOrder(order, session) {
    const { order: body, warnings } = toDeliverectOrder(order, session);
    const replayed = await exchange(session.http, toDeliverect(body, session), {
      vendor: 'touchbistro',
      name: 'Deliverect',
      writes: true,
      toError,
    }).then(() => false, whenThereAlready);
    const reference = referenceOf(order, { vendor: 'touchbistro', posLocation: session.posLocation });
    return toReceipt(order, {
      vendor: 'touchbistro',
      vendorName: NAME,
      reference,
      pos_order_id: null,
      ticket_number: displayId(reference),
      state: 'queued',
      completed: ['order'],
      kitchen_confirmed: false,
      replayed,
      warnings,
    });
  },

  async checkConnection(session) {
    const channel = session.settings.channel_name || refuseSetting('Fill in Channel Name.', 'NO_CHANNEL');
    const { scopes } = await fetchToken(session.credentials, session);
    if (scopes.length > 0 && !scopes.includes(`genericChannel:${channel}`)) {
      const message = `Deliverect lets these credentials send no orders for the channel "${channel}" (they may: ${scopes.join(', ')}). Check the channel name, or ask Deliverect for the scope.`;
      throw new PosError('credentials', 'touchbistro', message, { code: 'MISSING_SCOPE' });
    }
    return nameOnly(
      `Deliverect channel ${channel}, link ${session.posLocation} (not tried: an order is the only proof)`,
    );
  },

  preview(order, context) {
    const { order: body, warnings } = toDeliverectOrder(order, context);
    return { requests: [previewOf('submit', toDeliverect(body, context))], unmatched: [], warnings };
  },

  cancel,
  readWebhook: readDeliverectWebhook,
};

/**
 * Asks for the order to be voided: the same address, the same id, status 100 (https://developers.deliverect.com/reference/order, read
 * 2026-11-24). Deliverect passes it on at any time and to any POS; 110 comes by webhook once the POS has done it.
 */
async function cancel({ reference }: Receipt, session: TouchBistroSession): Promise<void> {
  const body = {
    channelOrderId: reference,
    channelOrderDisplayId: displayId(reference),
    cancellationReason: 'CANCELLATION',
    status: CANCEL,
  };
  const how = { vendor: 'touchbistro', name: NAME, writes: true, toError };
  await exchange(session.http, toDeliverect(body, session), how).catch((error: unknown) => {
    throw error instanceof PosError ? notCanceled(error) : error;
  });
}

/** What Deliverect says about orders that are sent is no help for one that is cancelled. */
function notCanceled({ kind, message, details }: PosError): PosError {
  const told: Partial<Record<PosError['kind'], string>> = {
    rejected: `Deliverect does not cancel this order (${details.code ?? details.httpStatus}). Call the restaurant, which cancels on the POS.`,
    unclear: 'Deliverect has not said whether the cancellation is on its way. It is asked again.',
  };
  return new PosError(kind, 'touchbistro', told[kind] ?? message, details);
}

/** A channelOrderId counts once in 48 hours: a refusal for that reason means that the order is there. */
function whenThereAlready(error: unknown): true {
  if (error instanceof PosError && error.details.httpStatus === 409) return true;
  throw error;
}
