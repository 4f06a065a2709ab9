import { OrderSchema } from '../order/schema';
import { fromText } from './form-body';
import { ApiProblem } from './problem';

/** The flat names that no-code tools show, and the fields of the order that they mean. */
const FLAT_FIELDS: Record<string, readonly string[]> = {
  order_reference: ['external_ref'],
  source_channel: ['source', 'channel'],
  call_sid: ['source', 'call_sid'],
  recording_url: ['source', 'recording_url'],
  service_type: ['service', 'type'],
  requested_time: ['timing', 'requested_at'],
  placed_at: ['timing', 'placed_at'],
  customer_name: ['customer', 'name'],
  customer_phone: ['customer', 'phone'],
  customer_email: ['customer', 'email'],
  delivery_address: ['delivery', 'text'],
  delivery_instructions: ['delivery', 'instructions'],
  kitchen_note: ['notes'],
  payment_state: ['payment', 'state'],
  payment_method: ['payment', 'method'],
};

type Fields = Record<string, unknown>;

/**
 * A form to what `parseOrder` takes: flat names go to their places, `order_data` is a whole order as JSON text that the other
 * fields refine. Money is minor units, as in JSON: a form does not change what a number means.
 */
export function formToOrder({ order_data, ...form }: Fields): Fields {
  const base = typeof order_data === 'string' ? readOrderData(order_data) : {};
  const order: Fields = { ...base };
  for (const [name, value] of Object.entries(form)) {
    const path = Object.hasOwn(FLAT_FIELDS, name) ? FLAT_FIELDS[name] : undefined;
    const [field = name, inner] = path ?? [];
    const given = inner ? { [inner]: value } : value;
    order[field] = isFields(given) && isFields(order[field]) ? { ...order[field], ...given } : given;
  }
  return fromText(OrderSchema, order) as Fields;
}

function readOrderData(text: string): Fields {
  try {
    const data: unknown = JSON.parse(text);
    if (isFields(data)) return data;
  } catch {
    // The sentence below says what is needed.
  }
  throw new ApiProblem(
    'malformed-request',
    'order_data is not an order as JSON text; map the field Order Data.',
  );
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
