import type { HttpResponse } from '../../http';
import { jsonReply } from '../replies';
import { PAYMENT } from './bodies';
import { findOrder } from './custom-orders';
import { badRequest } from './errors';
import { addPayment } from './order-book';
import { toWirePayment } from './order-view';
import { readInteger, readReference, readText } from './read';
import type { Call } from './world';

/** `POST orders/{id}/payments` writes down money taken elsewhere: a positive amount and a tender that is no card. */
export function recordPayment(call: Call): HttpResponse {
  const order = findOrder(call);
  const body = call.body(PAYMENT);
  const amount = readInteger(body, 'amount') ?? 0;
  const tenderId = readReference(body, 'tender') ?? '';
  const tender = call.merchant.tenders.find(({ id }) => id === tenderId);
  if (amount <= 0) throw badRequest('Bad Request', 'amount must be positive');
  if (!tender) throw badRequest('Bad Request', `Unknown tender ${tenderId}`);
  if (tender.isCard) throw badRequest('Bad Request', `${tender.name} payments cannot be recorded here`);
  const payment = {
    id: call.world.makeId('PAY'),
    tenderId,
    amount,
    tipAmount: readInteger(body, 'tipAmount') ?? 0,
    externalPaymentId: readText(body, 'externalPaymentId'),
    note: readText(body, 'note'),
    createdAt: call.now,
  };
  addPayment(call.world, order, payment);
  return jsonReply(200, { ...toWirePayment(payment), order: { id: order.id } });
}
