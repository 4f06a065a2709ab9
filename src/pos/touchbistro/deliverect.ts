import type { HttpRequest } from '../../http';
import { PosError } from '../errors';
import { exchange } from '../exchange';
import { asObject, asText, type Json } from '../json';
import type { PosOrder } from '../pos-order';
import { referenceOf } from '../pos-order';
import { previewOf } from '../preview';
import { toReceipt } from '../receipt';
import { displayId, toDeliverectOrder } from './deliverect-order';
import { fetchToken, HOSTS } from './deliverect-token';
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

function toRequest(
  order: PosOrder,
  at: TouchBistroSession | TouchBistroContext,
): { request: HttpRequest; warnings: string[] } {
  const channel =
    at.settings.channel_name ||
    refuseSetting('Fill in Channel Name: Deliverect gives it to each channel.', 'NO_CHANNEL');
  const link =
    at.posLocation || refuseSetting('Fill in the channel link id as the location.', 'NO_CHANNEL_LINK');
  const { order: body, warnings } = toDeliverectOrder(order, at);
  const token = 'token' in at ? at.token?.access_token : undefined;
  const request: HttpRequest = {
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
  return { request, warnings };
}

/** The gateway Deliverect: 201 says that the format is right, not that the POS has the order (https://developers.deliverect.com/reference/order). */
export const deliverect: Way = {
  async submitOrder(order, session) {
    const { request, warnings } = toRequest(order, session);
    const replayed = await exchange(session.http, request, {
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
    const { request, warnings } = toRequest(order, context);
    return { requests: [previewOf('submit', request)], unmatched: [], warnings };
  },
};

/** A channelOrderId counts once in 48 hours: a refusal for that reason means that the order is there. */
function whenThereAlready(error: unknown): true {
  if (error instanceof PosError && error.details.httpStatus === 409) return true;
  throw error;
}
