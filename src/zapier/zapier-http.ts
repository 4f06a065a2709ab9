import { setTimeout as sleep } from 'node:timers/promises';
import { type HttpClient, type HttpRequest, type HttpResponse, NoResponse } from '../http';

type ZapierRequest = {
  method: HttpRequest['method'];
  url: string;
  headers: Record<string, string>;
  body?: Buffer | string;
  timeout: number;
  redirect: 'follow' | 'manual';
  skipThrowForStatus: true;
  throwForThrottlingEarly: false;
};
type ZapierResponse = {
  status: number;
  content: string;
  headers: { forEach(visit: (value: string, name: string) => void): void };
};

/** The one method of `z` that is used, with the flag that its public types lack. */
export type ZapierRequester = { request(options: ZapierRequest): Promise<ZapierResponse> };

/** Zapier ends a step after 30 s; all calls of one step share this much, so that the step can still say what happened. */
const STEP_BUDGET_MS = 25_000;
const DEFAULT_TIMEOUT_MS = 30_000;

/** Causes that prove that nothing left; after any other the vendor may have acted. */
const NOTHING_LEFT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

export type HttpOptions = { budgetMs?: number; wait?: (milliseconds: number) => Promise<unknown> };

/** `z.request` as the adapters' HTTP client: make one for each step, because its time budget starts here. */
export function createZapierHttp(
  z: ZapierRequester,
  { budgetMs = STEP_BUDGET_MS, wait = sleep }: HttpOptions = {},
): HttpClient {
  const deadline = Date.now() + budgetMs;
  let wrote = false;
  return async (request) => {
    const remaining = deadline - Date.now() - (request.delayMs ?? 0);
    if (remaining <= 0) throw outOfTime(budgetMs, wrote);
    if (request.delayMs) await wait(request.delayMs);
    wrote ||= request.method !== 'GET';
    const timeout = Math.max(1, Math.min(request.timeoutMs ?? DEFAULT_TIMEOUT_MS, remaining));
    return z.request(toZapierRequest(request, timeout)).then(toResponse, (error: unknown) => {
      if (nameOf(error) === 'RefreshAuthError') return { status: 401, headers: {}, body: '' };
      throw toNoResponse(error, timeout);
    });
  };
}

/**
 * The body goes as a Buffer: in text, Zapier takes a guest's `{{bundle.…}}` for its own and never sends the order. A form
 * goes as text: Zapier takes a Buffer for the form's fields, and no form holds a bare brace.
 */
function toZapierRequest(request: HttpRequest, timeout: number): ZapierRequest {
  const { method, url, headers, body } = request;
  return {
    method,
    url,
    headers,
    ...(body !== undefined && { body: isForm(request) ? body : Buffer.from(body, 'utf8') }),
    timeout,
    // A redirected POST would arrive as a GET without its body.
    redirect: method === 'GET' ? 'follow' : 'manual',
    skipThrowForStatus: true,
    throwForThrottlingEarly: false,
  };
}

function isForm({ headers }: HttpRequest): boolean {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return type.startsWith('application/x-www-form-urlencoded');
}

function toResponse({ status, content, headers }: ZapierResponse): HttpResponse {
  const lower: Record<string, string> = {};
  headers.forEach((value, name) => {
    lower[name.toLowerCase()] = value;
  });
  return { status, headers: lower, body: content };
}

/** node-fetch's `FetchError`: its code says whether a connection was ever made. Its message is not ours to show. */
function toNoResponse(error: unknown, timeout: number): NoResponse {
  const { code, type } = error as { code?: unknown; type?: unknown };
  const cause = typeof code === 'string' ? code : typeof type === 'string' ? type : nameOf(error);
  if (cause.endsWith('-timeout')) {
    return new NoResponse('maybe', `no reply within ${(timeout / 1000).toFixed(1)} s`);
  }
  return new NoResponse(NOTHING_LEFT.has(cause) ? 'no' : 'maybe', cause);
}

function outOfTime(budgetMs: number, wrote: boolean): NoResponse {
  return new NoResponse(wrote ? 'maybe' : 'no', `the step's ${budgetMs / 1000} s were used up`);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
