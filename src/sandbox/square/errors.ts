import type { HttpResponse } from '../../http';
import { jsonReply } from '../replies';

/** Square's answers by code; every code not listed is an INVALID_REQUEST_ERROR with status 400. */
const ANSWERS: Record<string, { status: number; category?: string }> = {
  UNAUTHORIZED: { status: 401, category: 'AUTHENTICATION_ERROR' },
  ACCESS_TOKEN_EXPIRED: { status: 401, category: 'AUTHENTICATION_ERROR' },
  INSUFFICIENT_SCOPES: { status: 403, category: 'AUTHENTICATION_ERROR' },
  NOT_FOUND: { status: 404 },
  METHOD_NOT_ALLOWED: { status: 405 },
  REFUND_AMOUNT_INVALID: { status: 400, category: 'REFUND_ERROR' },
  // What Square can do and this sandbox does not play: said openly, as Square's own list of codes allows.
  NOT_IMPLEMENTED: { status: 501, category: 'API_ERROR' },
};

/** A request that Square refuses, in the code and words of its API. */
export class SquareRefusal extends Error {
  override readonly name = 'SquareRefusal';
  constructor(
    readonly code: string,
    readonly detail: string,
    readonly field?: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

/** The reply for a refusal: always `{errors: [{category, code, detail, field?}]}`. */
export function toErrorReply({ code, detail, field }: SquareRefusal, version: string): HttpResponse {
  const { status, category = 'INVALID_REQUEST_ERROR' } = ANSWERS[code] ?? { status: 400 };
  const error = { category, code, detail, ...(field === undefined ? {} : { field }) };
  return jsonReply(status, { errors: [error] }, { 'square-version': version });
}
