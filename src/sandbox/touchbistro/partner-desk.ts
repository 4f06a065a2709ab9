import type { HttpResponse } from '../../http';
import { parseJson, parseJsonObject, withoutNulls } from '../json-body';
import { jsonReply } from '../replies';
import { checkShape } from '../shape';
import type { KitchenTicket, SimulatorContext, SimulatorRequest } from '../simulator';
import { HONEST_NAME, KEYS, ORDER_SHAPE, type PartnerOrder } from './account';
import { readForwardedOrder } from './forwarded-order';
import { lineTotal, orderTotal, toTicket } from './partner-tickets';
import { signatureProblem } from './standard-webhooks';

const refuse = (status: number, code: string, message: string, more: object = {}): HttpResponse =>
  jsonReply(status, { error: { code, message }, ...more });

/** The partner's orders and the calls that make and find them. */
export class PartnerDesk {
  readonly tickets: KitchenTicket[] = [];
  /** Ids of signed webhooks that made an order, so that a repeated one makes no second. */
  private readonly deliveries = new Map<string, string>();

  handle(request: SimulatorRequest, context: SimulatorContext): HttpResponse {
    const on = `${request.method} ${request.path}`;
    if (on === 'POST /webhook') return this.receiveWebhook(request, context);
    if (request.headers['x-api-key'] !== KEYS.apiKey)
      return refuse(401, 'invalid_key', 'X-API-Key is missing or wrong.');
    if (context.expiredToken)
      return refuse(401, 'expired_key', 'This key has expired. Ask the partner for a new one.');
    if (on === 'GET /ping')
      return jsonReply(200, { ok: true, partner: HONEST_NAME, can_create_orders: !context.readOnly });
    if (on === 'POST /orders') return this.postOrder(request, context);
    if (on === 'GET /orders') return this.listOrders(request);
    return refuse(404, 'not_found', `There is no ${on}.`);
  }

  private postOrder(request: SimulatorRequest, { now, readOnly }: SimulatorContext): HttpResponse {
    if (readOnly)
      return refuse(403, 'forbidden', 'This key may not create orders. Ask the partner for write access.');
    if (!request.headers['content-type']?.startsWith('application/json'))
      return refuse(415, 'unsupported_media_type', 'Send the order as application/json.');
    const body = withoutNulls(parseJson(request.body));
    if (body === undefined) return refuse(400, 'invalid_json', 'The body is not valid JSON.');
    const problem = problemOf(body);
    if (problem) return refuse(400, 'invalid_order', problem);
    const order = body as PartnerOrder;
    const first = this.find(order.order_ref);
    if (first) {
      const { id, ticket_number } = first;
      const message = `order_ref ${order.order_ref} was already used by order ${id}`;
      return refuse(409, 'duplicate_order_ref', message, { id, number: ticket_number });
    }
    const { id, ticket_number } = this.make(order, now);
    return jsonReply(201, { id, number: ticket_number, status: 'received' });
  }

  private listOrders(request: SimulatorRequest): HttpResponse {
    const reference = request.query.get('ref');
    if (!reference) return refuse(400, 'missing_ref', 'Say which order you look for: /orders?ref=…');
    const orders = this.tickets
      .filter((ticket) => ticket.reference === reference)
      .map(({ id, ticket_number }) => ({
        id,
        number: ticket_number,
        order_ref: reference,
        status: 'received',
      }));
    return jsonReply(200, { orders });
  }

  private receiveWebhook(request: SimulatorRequest, context: SimulatorContext): HttpResponse {
    const { now, readOnly, expiredToken } = context;
    const problem = expiredToken
      ? 'the secret has been replaced'
      : signatureProblem({ headers: request.headers, body: request.body, now }, KEYS.webhookSecret);
    if (problem) return refuse(401, 'invalid_signature', problem);
    if (readOnly) return refuse(403, 'forbidden', 'This sender may not create orders.');
    const event = parseJsonObject(request.body);
    const delivery = request.headers['webhook-id'] ?? '';
    const known = this.deliveries.get(delivery);
    if (known) return jsonReply(200, { id: known });
    // Updates are acknowledged; only a new order makes a ticket.
    if (event?.type !== 'order.created') return jsonReply(200, { id: null });
    const order = readForwardedOrder(event.data);
    if (!order) return refuse(400, 'invalid_order', 'data must be an order with a reference and items');
    const { id } = this.find(order.order_ref) ?? this.make(order, now);
    this.deliveries.set(delivery, id);
    return jsonReply(200, { id });
  }

  private find(reference: string): KitchenTicket | undefined {
    return this.tickets.find((ticket) => ticket.reference === reference);
  }

  private make(order: PartnerOrder, at: Date): KitchenTicket {
    const sequence = this.tickets.length + 1;
    const ticket = toTicket(order, { id: `tbp_${1000 + sequence}`, number: String(sequence), at });
    this.tickets.push(ticket);
    return ticket;
  }
}

function problemOf(body: unknown): string | undefined {
  const problems = checkShape(body, ORDER_SHAPE).map(({ path, text }) => `${path || 'the body'} ${text}`);
  if (problems.length > 0) return problems.join('; ');
  const order = body as PartnerOrder;
  if (order.type === 'delivery' && !order.delivery_address)
    return 'delivery_address is required when type is delivery';
  const lines = order.items.map(lineTotal);
  if (lines.some((total) => total === null)) return undefined;
  const subtotal = lines.reduce<number>((sum, total) => sum + (total ?? 0), 0);
  if (order.subtotal !== undefined && order.subtotal !== subtotal)
    return `subtotal is ${order.subtotal} but the items come to ${subtotal}`;
  if (order.total !== undefined && order.total !== orderTotal(order))
    return `total is ${order.total} but the order comes to ${orderTotal(order)}`;
  return undefined;
}
