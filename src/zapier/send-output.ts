import { asObject, asText, type Json } from '../pos/json';
import type { Receipt } from '../pos/receipt';
import { systemName } from './connection-label';
import type { Standing } from './delivery-standing';
import { orderAnswerSample } from './order-sample';
import { createSample } from './receipt-fields';
import { UNSENT_REPLY, unreadReceipt } from './receipt-output';

/** What Send Order to POS returns: the receipt of the POS, and how far the delivery is. */
export type SendOutput = Receipt & {
  delivery_state: string | null;
  delivery_id: string | null;
  order_id: string | null;
  order_reference: string | null;
  request_preview: string | null;
};

/** What is said where the POS gave no receipt. */
const TOLD: Record<Exclude<Standing, 'stopped'>, Partial<Receipt>> = {
  under_way: {
    state: 'queued',
    reply_text: 'We have your order and are passing it to the kitchen.',
  },
  done: {
    state: 'accepted',
    sent_to_kitchen: true,
    status_text: 'Somebody has keyed this order in by hand; nothing more is sent.',
    reply_text: 'Thank you! The kitchen has your order.',
  },
};

/** A delivery that goes on or has arrived, as the step's output. */
export function toSendOutput(
  order: Json,
  delivery: Json,
  standing: Exclude<Standing, 'stopped'>,
): SendOutput {
  const { receipt, reason, destination } = delivery;
  const vendor = asText(asObject(destination).vendor) ?? '';
  if (receipt && standing === 'done') return output(order, delivery, receipt as Partial<Receipt>);
  const why = asText(asObject(reason).message);
  const waits = `The server has the order and goes on by itself: ${systemName(vendor)} has not confirmed it yet.`;
  const status_text = why ? `${waits} ${why}` : waits;
  return output(order, delivery, { vendor, status_text, ...TOLD[standing] });
}

/** A refusal as output, for Zaps that go on to alert someone. */
export function toRefusedOutput(order: Json, delivery: Json, status_text: string): SendOutput {
  const vendor = asText(asObject(delivery.destination).vendor) ?? '';
  return output(order, delivery, { vendor, status_text, reply_text: UNSENT_REPLY });
}

/** What would be sent, as the server's preview has it. */
export function toSendPreview(
  order: Json,
  { vendor, reference }: Pick<Receipt, 'vendor' | 'reference'>,
  preview: Json,
): SendOutput {
  const { requests = [], unmatched = [], warnings = [] } = preview;
  const status_text = `Preview only: nothing was sent to ${systemName(vendor)}.`;
  const receipt = {
    vendor,
    reference,
    state: 'preview' as const,
    unmatched,
    warnings,
    status_text,
  } as Partial<Receipt>;
  return {
    ...output(order, {}, receipt),
    request_preview: JSON.stringify(requests, null, 2),
  };
}

/** What a run returns for the sample order that Square took, made by the code that makes the real ones. */
export function sendSample(): SendOutput {
  const receipt = createSample({ id: 'square', name: 'Square' });
  const delivery = { id: 'dlv_1', state: 'delivered', receipt };
  return { ...toSendOutput(orderAnswerSample(), delivery, 'done'), request_preview: '[]' };
}

/** The same fields whatever happened, so that later steps find every one. */
function output(order: Json, delivery: Json, given: Partial<Receipt>): SendOutput {
  const staff_text = asText(order.ticket_text) ?? '';
  const start = { ...unreadReceipt(''), currency: asText(order.currency) ?? '', staff_text };
  const known = Object.keys(start).map((key) => [
    key,
    given[key as keyof Receipt] ?? start[key as keyof Receipt],
  ]);
  const { status_text, ...receipt } = Object.fromEntries(known) as Receipt;
  return {
    status_text,
    ...receipt,
    delivery_state: asText(delivery.state) ?? null,
    delivery_id: asText(delivery.id) ?? null,
    order_id: asText(order.id) ?? null,
    order_reference: asText(order.external_ref) ?? asText(order.id) ?? null,
    request_preview: null,
  };
}
