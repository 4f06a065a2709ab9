import type { HttpClient, HttpResponse } from '../http';
import { InputProblems } from '../order/problems';
import { kindOfStatus, PosError, type PosErrorKind } from '../pos/errors';
import { exchange, retryAfterSeconds } from '../pos/exchange';
import { asList, asObject, asText, type Json } from '../pos/json';
import { readAddress } from './address';
import { ORDER_API_NAME } from './auth-fields';
import { readText } from './input-text';
import type { AuthData } from './pos-session';

type Sending = {
  method: 'POST' | 'DELETE';
  path: string;
  body?: object;
  /** Whether an order can come of it: then silence is `unclear`, else `unreachable`. */
  writes: boolean;
};

export type OrderApi = {
  /** One object by its path. */
  fetchOne(path: string): Promise<Json>;
  /** One page of a list, newest first. */
  fetchList(path: string, query: Record<string, string | undefined>): Promise<Json[]>;
  /** One change; the status tells what is new from what was there. */
  send(sending: Sending): Promise<{ status: number; body: Json }>;
};

/** The Order API at a connection's address. */
export function createOrderApi(http: HttpClient, authData: AuthData): OrderApi {
  const call = async ({
    method,
    path,
    body,
    writes,
  }: Omit<Sending, 'method'> & { method: 'GET' | Method }) => {
    let status = 0;
    const watched: HttpClient = async (request) => {
      const response = await http(request);
      status = response.status;
      return response;
    };
    const headers = {
      authorization: `Bearer ${readText(authData.api_key) ?? ''}`,
      accept: 'application/json',
      ...(body && { 'content-type': 'application/json' }),
    };
    const url = `${requireAddress(authData)}${path}`;
    const request = { method, url, headers, ...(body && { body: JSON.stringify(body) }) };
    const how = { vendor: ORDER_API_NAME, name: `The ${ORDER_API_NAME}`, writes, toError: toOrderApiError };
    return { body: asObject(await exchange(watched, request, how)), status };
  };
  const fetchOne = async (path: string) => (await call({ method: 'GET', path, writes: false })).body;
  return {
    fetchOne,
    async fetchList(path, query) {
      const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
      return asList((await fetchOne(`${path}?${new URLSearchParams(given)}`)).data);
    },
    send: call,
  };
}
type Method = Sending['method'];

function requireAddress(authData: AuthData): string {
  const address = readAddress(authData.api_url);
  if (address) return address;
  throw new PosError(
    'rejected',
    ORDER_API_NAME,
    'The Order API needs an Address. Fill it in, in the connection.',
  );
}

const NEXT_STEPS: Record<PosErrorKind, string> = {
  credentials: 'Copy a key of this server again into the connection.',
  rejected: 'Check the address in the connection.',
  throttled: 'It is asked again by itself.',
  unreachable: 'It is asked again by itself.',
  unclear: 'It is asked again by itself.',
};

/** Our own server says in `detail` what is wrong and what to do; only a refusal without words is somebody else's. */
function toOrderApiError(response: HttpResponse, json: unknown): PosError {
  const kind = response.status === 404 ? 'rejected' : kindOfStatus(response.status);
  const said = problemText(response.status, asObject(json));
  const message =
    kind === 'rejected' && said
      ? said
      : `${said ?? `The Order API answered ${response.status}.`} ${NEXT_STEPS[kind]}`;
  return new PosError(kind, ORDER_API_NAME, message, {
    httpStatus: response.status,
    retryAfterSeconds: retryAfterSeconds(response),
  });
}

/** Refused fields are all named: the server's sentence has only the first. */
function problemText(status: number, problem: Json): string | undefined {
  const refused = status === 400 ? asList(problem.errors) : [];
  const named = refused.map(({ path, message }) => ({
    path: asText(path) ?? '',
    message: asText(message) ?? '',
  }));
  return named.length > 0 ? new InputProblems(named).message : asText(problem.detail);
}
