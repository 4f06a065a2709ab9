import type { HttpResponse } from '../../src/http';
import type { Simulator } from '../../src/sandbox/simulator';

export type Answer = HttpResponse & { json: unknown };
export type CallOptions = {
  body?: unknown;
  headers?: Record<string, string>;
  now?: Date;
  expiredToken?: boolean;
  readOnly?: boolean;
};

/** Sends one request to a simulator. Objects go as JSON, text goes as it is; the path may carry a query. */
export function call(simulator: Simulator, target: `${string} ${string}`, options: CallOptions = {}): Answer {
  const [method = '', address = ''] = target.split(' ');
  const [path = '', query = ''] = address.split('?');
  const { body = '', headers = {}, now = new Date('2026-11-27T18:00:00Z') } = options;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const reply = simulator.handle(
    { method, path, query: new URLSearchParams(query), headers, body: text },
    { now, expiredToken: options.expiredToken ?? false, readOnly: options.readOnly ?? false },
  );
  return { ...reply, json: reply.body === '' ? undefined : JSON.parse(reply.body) };
}
