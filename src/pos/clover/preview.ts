import { serviceTitle } from '../../order/ticket-text';
import type { PosOrder } from '../pos-order';
import { previewOf } from '../preview';
import type { Preview, PreviewRequest } from '../vendor';
import { type Call, type CloverContext, LENGTHS, regionOf, toClover } from './api';
import { type Draft, externalReference, toCart, toDraft } from './order';

const ORDER = '{order.id}';

/** Every request that would be sent, in order; what Clover answers in between stands in braces. */
export function preview(order: PosOrder, context: CloverContext): Preview {
  const chosen = context.settings.order_type_id;
  const draft = toDraft(order, {
    ...context,
    orderTypeId: chosen ?? `{order type for ${serviceTitle(order)}}`,
  });
  const find = `/orders?filter=${encodeURIComponent(`externalReferenceId=${externalReference(draft.reference)}`)}&expand=lineItems&limit=${LENGTHS.page}&offset=0`;
  const calls: [PreviewRequest['step'], Call][] = [
    ['find', { method: 'GET', path: find }],
    ...(regionOf(context.settings) === 'us' ? atomic(draft) : custom(draft)),
  ];
  if (context.settings.print_ticket !== 'no') {
    calls.push(['print', { method: 'POST', path: '/print_event', body: { orderRef: { id: ORDER } } }]);
  }
  return {
    requests: calls.map(([step, call]) => previewOf(step, toClover(context, call))),
    unmatched: [],
    warnings: draft.warnings,
  };
}

function atomic(draft: Draft): ['submit', Call][] {
  return [['submit', { method: 'POST', path: '/atomic_order/orders', body: toCart(draft) }]];
}

function custom({ head, lines, discounts }: Draft): ['submit', Call][] {
  const post = (path: string, body: unknown): ['submit', Call] => ['submit', { method: 'POST', path, body }];
  const items = lines.map(({ modifications: _, ...line }) => line);
  const modifications = lines.flatMap(({ modifications: all = [] }, index) =>
    all.map((one) => post(`/orders/${ORDER}/line_items/{line ${index + 1}.id}/modifications`, one)),
  );
  return [
    post('/orders', head),
    post(`/orders/${ORDER}/bulk_line_items`, { items }),
    ...modifications,
    ...discounts.map((discount) => post(`/orders/${ORDER}/discounts`, discount)),
    post(`/orders/${ORDER}`, { total: '{sum of the lines}', state: 'open' }),
  ];
}
