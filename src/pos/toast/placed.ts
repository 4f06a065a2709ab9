import { isTicketReference } from '../../order/reference';
import { asList, asObject, asText, type Json } from '../json';
import { toMinor } from './api';

/** `POST /orders` is documented to answer `{orders: [order]}` and shown to answer a bare order: both are read. */
export function orderOf(reply: unknown): Json {
  const [first] = asList(asObject(reply).orders);
  return first ?? asObject(reply);
}

/** Toast's total of all checks, tax and charges included, minor units. */
export function totalOf(placed: Json, currency: string): number | null {
  const totals = asList(placed.checks).map((check) => toMinor(check.totalAmount, currency));
  return totals.reduce((sum: number | null, one) => (sum === null || one === null ? null : sum + one), 0);
}

export function linesOf(placed: Json): Json[] {
  return asList(placed.checks).flatMap((check) => asList(check.selections));
}

/** Nobody makes it. An order that is only `deleted` was joined to another one, where its lines live on. */
export function isVoided(placed: Json): boolean {
  return placed.voided === true;
}

export function isJoined(placed: Json): boolean {
  return placed.deleted === true && !isVoided(placed);
}

/** Fired lines prove that the kitchen has it, a void or a refused approval disproves it, all else is no signal. */
export function isInKitchen(placed: Json): boolean | null {
  if (isVoided(placed)) return false;
  if (linesOf(placed).some(({ fulfillmentStatus: status }) => status === 'SENT' || status === 'READY'))
    return true;
  return placed.approvalStatus === 'NOT_APPROVED' ? false : null;
}

/** Our reference, behind its naming authority or without one; another program's orders carry its own words there. */
export function referenceIn({ externalId }: Json): string | null {
  const word = asText(externalId)?.replace(/^[^:]*:/, '') ?? '';
  return isTicketReference(word) ? word : null;
}
