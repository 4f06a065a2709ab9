import type { HttpResponse } from '../../http';
import { jsonReply } from '../replies';

/** Toast's documented result codes; it publishes no list, so every other refusal carries 0. */
const CODES = { unknown: 0, notFound: 10003, paymentAmountEmpty: 10025 } as const;

/** What Toast does not accept: thrown by the checks, answered as Toast's `ErrorMessage`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly status: number,
    message: string,
    readonly code: number = CODES.unknown,
  ) {
    super(message);
  }
}

/** The request is understood and refused. */
export function invalid(message: string): Refusal {
  return new Refusal(400, message);
}

/** A referenced entity that this restaurant does not have. */
export function notFound(entityType: string, id: string): Refusal {
  return new Refusal(404, `${entityType} (${id}) not found`, CODES.notFound);
}

/** The one refusal whose code Toast's guide shows (API responses and errors, read 2026-11-24). */
export function paymentAmountEmpty(): Refusal {
  return new Refusal(400, 'Payment amount cannot be empty', CODES.paymentAmountEmpty);
}

/** The flat `ErrorMessage` that every Toast API answers with. */
export function errorReply(refusal: Refusal, requestId: string): HttpResponse {
  return jsonReply(refusal.status, {
    status: refusal.status,
    code: refusal.code,
    message: refusal.message,
    messageKey: null,
    fieldName: null,
    link: null,
    requestId,
    developerMessage: null,
    errors: [],
    canRetry: null,
  });
}
