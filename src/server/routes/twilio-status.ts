import { keepGoing, toChange } from '../../delivery/change';
import { scopeOf } from '../../delivery/subject';
import type { DeliveryChange, DeliveryRecord } from '../../store/delivery-records';
import type { App, Services } from '../services';
import { readTwilioCall } from '../twilio-call';
import { noteEndOfCall } from '../twilio-hang-up';

/** What will not change any more (https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks, read 2026-11-24); news may come in any order. */
const LAST = new Set(['delivered', 'undelivered', 'failed', 'read']);
const LOST = new Set(['undelivered', 'failed']);

type Query = { restaurant?: string; delivery?: string };

/** Where Twilio tells what became of a text message of ours, and that a call has ended. */
export function twilioStatusRoutes(app: App, services: Services): void {
  const { store, now } = services;
  const route = { schema: { hide: true }, config: { public: true } } as const;
  app.register(async (raw) => {
    // Signatures are made over the very bytes.
    raw.removeAllContentTypeParsers();
    raw.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    raw.post<{ Querystring: Query }>('/twilio/status', route, async (request, reply) => {
      const form = readTwilioCall(request, app, services);
      const { restaurant, delivery } = request.query;
      const told = {
        sid: form.get('MessageSid'),
        status: form.get('MessageStatus'),
        code: form.get('ErrorCode'),
      };
      if (restaurant && delivery && told.sid && told.status) {
        const act = { key_id: null, at: now() };
        await store.changeDelivery(
          scopeOf({ restaurant_id: restaurant }),
          delivery,
          (row) => learn(row, told),
          act,
        );
      }
      await noteEndOfCall({ sid: form.get('CallSid'), status: form.get('CallStatus') }, services);
      return reply.code(204).send();
    });
  });
}

type Told = { sid: string | null; status: string | null; code: string | null };

function learn(row: DeliveryRecord, { sid, status, code }: Told): DeliveryChange | null {
  const known = String(row.receipt?.status);
  if (row.kind !== 'sms' || row.receipt?.message_sid !== sid || known === status || LAST.has(known))
    return null;
  const receipt = { ...row.receipt, status, ...(code && { error_code: code }) };
  if (!LOST.has(status ?? '')) return keepGoing(row, 'message_status', { receipt });
  const message = `Twilio could not deliver the message: see https://www.twilio.com/docs/api/errors/${code ?? ''}.`;
  return toChange(row, 'revoked', { receipt, reason: { kind: 'rejected', vendor_code: code, message } });
}
