import type { ReceptionistCall, ReceptionistRow } from '../../store/receptionist/records';

/** What the receptionist knows of an order, under its own names; it may send all of it as it is. */
export const TOLD = {
  call_sid: "Twilio's Call SID: the same call again changes its order. Without one each request is an order.",
  caller_phone: 'The number that called; `phone` is understood too.',
  business_phone: 'The number that was called: it says whose order it is.',
  customer_name: null,
  items: 'A sentence, or a list.',
  order_type: null,
  delivery_address: null,
  pickup_name: null,
  phone_number: 'The number that the guest said.',
  special_instructions: null,
  payment_method: null,
  total_estimate: '"$21.95"',
} as const;
export type Told = Record<string, unknown>;

/** An order that the receptionist tells by itself, as the call that its database would hold. `id` stands for a call that has none. */
export function toldCall(told: Told, { id, at }: { id: string; at: string }): ReceptionistCall {
  const of = (...names: string[]) =>
    names.map((name) => textOf(told[name])).find((text) => text !== null) ?? null;
  const row: ReceptionistRow = {
    row_id: 1,
    caller_phone: of('caller_phone', 'phone'),
    phone: of('phone_number'),
    name: of('customer_name'),
    pickup_name: of('pickup_name'),
    items: of('items'),
    order_type: of('order_type'),
    address: of('delivery_address'),
    instructions: of('special_instructions'),
    payment_method: of('payment_method'),
    total: of('total_estimate'),
    total_in: 'units',
    wanted: null,
    status: null,
    created_at: at,
    created_in: 'utc',
  };
  const phone = of('business_phone');
  return {
    key: of('call_sid') ?? `row-${id}`,
    rows: [row],
    ended: true,
    ended_at: null,
    business: phone === null ? null : { name: null, phone },
    businesses: 1,
  };
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.trim() || null;
}
