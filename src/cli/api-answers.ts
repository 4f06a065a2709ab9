import type { DeliveryState } from '../order/delivery';
import { isTicket } from '../order/delivery';
import type { OrderStatus } from '../order/status';

/** What the API answers, as far as commands read it. */
export type DeliveryAnswer = {
  id: string;
  destination: { kind: string; purpose: string; connection_id?: string; vendor?: string };
  state: DeliveryState;
  reason: { kind: string; message: string; help: string } | null;
  receipt: ReceiptAnswer | null;
};
export type ReceiptAnswer = {
  reference?: string;
  ticket_number?: string | null;
  pos_order_id?: string | null;
  pos_total?: number | null;
  currency?: string;
  kitchen_confirmed?: boolean | null;
  status_text?: string;
};
/** Whether the POS has an order; `asked` false: it cannot be asked by a reference. */
export type LookupAnswer = { found: boolean; receipt: ReceiptAnswer | null; asked: boolean };
export type OrderAnswer = {
  id: string;
  number: string;
  external_ref: string;
  location_id: string;
  status: OrderStatus;
  test: boolean;
  currency: string;
  customer: { name: string | null };
  items_text: string;
  pickup_local: string | null;
  total: string | null;
  totals: { computed: number | null };
  deliveries: DeliveryAnswer[];
  created_at: string;
};
export type ShopAnswer = {
  id: string;
  name: string;
  timezone: string;
  country: string;
  phone: string | null;
  prep_minutes: number;
  delivery: { lead_minutes: number };
  hours: { day: number; open: string; close: string }[];
};
export type ConnectionAnswer = {
  id: string;
  name: string;
  vendor: string;
  location_id: string;
  default: boolean;
};
export type EventAnswer = { type: string; at: string; key_id: string | null; data: Record<string, unknown> };
export type Page<T> = { data: T[]; next_cursor: string | null };

/** The delivery that brings an order to a POS: of this connection, where one is named. */
export function ticketOf({ deliveries }: OrderAnswer, connection_id?: string): DeliveryAnswer | undefined {
  return deliveries.find(
    ({ destination }) =>
      isTicket(destination) && (connection_id === undefined || destination.connection_id === connection_id),
  );
}
