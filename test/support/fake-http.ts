import type { HttpClient, HttpRequest } from '../../src/http';

type Reply = { status?: number; body?: unknown; headers?: Record<string, string> };

/** A vendor that answers by the end of the address; it keeps what it was asked. Text bodies go as they are. */
export function fakeHttp(replies: Record<string, Reply>): { http: HttpClient; asked: HttpRequest[] } {
  const asked: HttpRequest[] = [];
  const http: HttpClient = async (request) => {
    asked.push(request);
    const path = request.url.split('?')[0] ?? '';
    const [, reply] = Object.entries(replies).find(([end]) => path.endsWith(end)) ?? [];
    const { status = 200, body = {}, headers = {} } = reply ?? { status: 404 };
    return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
  };
  return { http, asked };
}
