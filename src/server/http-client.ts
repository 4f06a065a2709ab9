import { setTimeout as wait } from 'node:timers/promises';
import axios, { type AxiosInstance, isAxiosError } from 'axios';
import { type HttpClient, NoResponse } from '../http';
import { RefusedAddress } from './public-address';

/** Failures that happen before a byte of the request leaves: only these prove that nothing was sent. */
const NOTHING_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ERR_INVALID_URL',
]);

/** The server's `HttpClient`: every status resolves, redirects are not followed, bodies stay text. */
export function createHttpClient(
  instance: AxiosInstance = axios.create(),
  mostBytes = 20 * 1024 * 1024,
): HttpClient {
  return async ({ method, url, headers, body, timeoutMs = 30_000, delayMs = 0 }) => {
    if (delayMs > 0) await wait(delayMs);
    try {
      const response = await instance.request<string>({
        method,
        url,
        headers,
        data: body,
        signal: AbortSignal.timeout(timeoutMs),
        responseType: 'text',
        transformRequest: [(data) => data],
        transformResponse: [(data) => data],
        maxRedirects: 0,
        maxContentLength: mostBytes,
        validateStatus: () => true,
      });
      return { status: response.status, headers: plainHeaders(response.headers), body: response.data ?? '' };
    } catch (error) {
      throw toNoResponse(error, timeoutMs);
    }
  };
}

function toNoResponse(error: unknown, timeoutMs: number): unknown {
  if (!isAxiosError(error)) return error;
  if (error.cause instanceof RefusedAddress) return new NoResponse('no', `its address ${error.cause.rule}`);
  const code = error.code ?? 'no reply';
  if (code === 'ERR_CANCELED') return new NoResponse('maybe', `no reply within ${timeoutMs / 1000} s`);
  return new NoResponse(NOTHING_SENT.has(code) ? 'no' : 'maybe', code);
}

function plainHeaders(headers: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}
