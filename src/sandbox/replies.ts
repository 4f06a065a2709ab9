import type { HttpResponse } from '../http';

/** A reply with a JSON body, as every POS API sends it. */
export function jsonReply(status: number, body: unknown, headers: Record<string, string> = {}): HttpResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

/** A reply that has no body. */
export function emptyReply(status: number): HttpResponse {
  return { status, headers: {}, body: '' };
}
