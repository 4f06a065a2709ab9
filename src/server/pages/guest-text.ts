import { Type } from 'typebox';
import { GUEST, smsRow } from '../../delivery/sms/rows';
import { accessOf } from '../access';
import { ApiProblem, notFound } from '../problem';
import type { App } from '../services';
import { withDone } from './done';
import { OrderParams } from './order';
import { orderDataOf } from './order-data';
import type { PageServices } from './page-services';

const TextBody = Type.Object({
  words: Type.String({ minLength: 1, maxLength: 300 }),
  /** Tells one form from the next: sent twice, it is one message. */
  once: Type.String({ maxLength: 20 }),
});

/** A text message from the staff to the guest, on its way like every other. */
export function guestTextRoutes(app: App, services: PageServices): void {
  const { store, now, newId } = services;
  const schema = { params: OrderParams, body: TextBody, hide: true };
  app.post('/orders/:id/text', { schema, config: { scope: 'write' } }, async (request, reply) => {
    const { scope, key } = accessOf(request);
    const record = await store.order(scope, request.params.id);
    if (!record) throw notFound('order');
    const { canText } = await orderDataOf(record, scope, services);
    if (!canText)
      throw new ApiProblem('not-now', 'This guest cannot be texted: no phone, or no Twilio account is set.');
    const { words, once } = request.body;
    const at = now();
    const row = smsRow({
      restaurant_id: scope.restaurant_id,
      id: newId('dlv'),
      target: GUEST,
      purpose: 'note',
      suffix: once,
      payload: { words, at },
      next_attempt_at: at,
    });
    const owner = { location_id: record.location_id, order_id: record.id };
    await store.addDelivery(scope, owner, row, { key_id: key.id, at });
    return reply.redirect(withDone(`/orders/${record.id}`, 'texted'), 303);
  });
}
