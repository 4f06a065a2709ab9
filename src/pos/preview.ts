import type { HttpRequest } from '../http';
import { parseJson } from './json';
import { maskHeaders } from './mask';
import type { PreviewRequest } from './vendor';

/** A request as a preview shows it: exactly what would be sent, credentials masked. */
export function previewOf(step: PreviewRequest['step'], request: HttpRequest): PreviewRequest {
  const { method, url, headers, body } = request;
  return { step, method, url, headers: maskHeaders(headers), body: readBody(body) };
}

function readBody(body: string | undefined): unknown {
  try {
    return parseJson(body ?? 'null');
  } catch {
    return body;
  }
}
