import { PosError } from '../errors';
import { toInstant } from '../instant';
import { asList, asObject, asText, type Json } from '../json';
import type { SeenOrder, SeenStatus } from '../webhook';
import { type LightspeedSession, read } from './api';
import { toPrice } from './option-groups';
import { locationId } from './product';

/**
 * A check as Lightspeed has it, by the account identifier that its webhooks name ("A17700.3";
 * https://api-docs.lsk.lightspeed.app/operation/operation-apechecklookupwithaccountidentifier, read 2026-11-24). A check holds no
 * reference of ours, and does not say how far the kitchen is: it is open, or it is settled.
 */
export async function fetchPosOrder(id: string, session: LightspeedSession): Promise<SeenOrder | undefined> {
  const at = `businessLocationId=${locationId(session.posLocation)}`;
  const path = `/o/op/1/order/accounts/${encodeURIComponent(id)}?${at}`;
  try {
    return toSeenOrder(asObject(await read(session, path)), session.settings.currency ?? null);
  } catch (error) {
    if (error instanceof PosError && [400, 404].includes(error.details.httpStatus ?? 0)) return undefined;
    throw error;
  }
}

/** A check as an order of any POS; undefined where it names no account or no time. */
export function toSeenOrder(check: Json, currency: string | null): SeenOrder | undefined {
  const pos_order_id = asText(check.ikaccountId);
  const [opened, closed] = [check.openDate, check.closeDate].map(toInstant);
  if (!pos_order_id || !opened) return undefined;
  const lines = linesOf(check);
  return {
    pos_order_id,
    reference: null,
    ticket_number: asText(check.name) ?? null,
    status: statusOf(lines, closed),
    at: closed ?? latest([opened, ...timesIn(check)]),
    pos_total: money(check.currentAmount, currency),
    currency,
    kitchen_confirmed: null,
    placed_at: opened,
    customer_name: null,
    service_type: null,
    items: lines.map((line) => toSeenItem(line, currency)),
  };
}

/** A check names no currency: without the setting its amounts are of unknown worth. */
function money(value: unknown, currency: string | null): number | null {
  return currency === null ? null : toPrice(value, currency);
}

/** Lines that staff took off stay in the check, inactive. */
function linesOf(check: Json): Json[] {
  return asList(check.salesEntries).filter((line) => line.active !== false);
}

/** A settled check from which every line was taken off is an order that nobody makes. */
function statusOf(lines: Json[], closed: string | undefined): SeenStatus {
  if (!closed) return 'accepted';
  return lines.length > 0 ? 'completed' : 'cancelled';
}

function timesIn({ salesEntries, paymentEntries }: Json): string[] {
  const times = [
    ...asList(salesEntries).map((line) => line.timeOfTransactionUtc),
    ...asList(paymentEntries).map((payment) => payment.paymentDate),
  ];
  return times.flatMap((time) => toInstant(time) ?? []);
}

/** Of times in UTC, which sort as text. */
function latest(times: string[]): string {
  return [...times].sort().at(-1) ?? '';
}

function toSeenItem(line: Json, currency: string | null): SeenOrder['items'][number] {
  return {
    name: asText(line.itemName) ?? 'Item',
    quantity: asText(line.quantity) ?? '1',
    unit_price: money(line.unitAmount, currency),
    options: [...asList(line.subLineItems).map(toSub), ...asList(line.modifiers).map(toInstruction)],
    notes: null,
  };
}

const counted = (word: string, quantity: unknown) => {
  const count = asText(quantity) ?? '1';
  return count === '1' ? word : `${word} ×${count}`;
};
const toSub = ({ itemName, quantity }: Json) => counted(asText(itemName) ?? 'option', quantity);
const toInstruction = ({ name, quantity }: Json) => counted(asText(name) ?? 'instruction', quantity);
