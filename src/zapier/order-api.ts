import type { HttpClient, HttpResponse } from '../http';
import { kindOfStatus, PosError, type PosErrorKind } from '../pos/errors';
import { exchange, retryAfterSeconds } from '../pos/exchange';
import { asList, asObject, asText, type Json } from '../pos/json';
import { readAddress } from './address';
import { ORDER_API_NAME } from './auth-fields';
import { readText } from './input-text';
import type { AuthData } from './pos-session';

export type OrderApi = {
  /** One object by its path. */
  fetchOne(path: string): Promise<Json>;
  /** One page of a list, newest first. */
  fetchList(path: string, query: Record<string, string | undefined>): Promise<Json[]>;
};

/** The Order API at a connection's address, for reading. */
export function createOrderApi(http: HttpClient, authData: AuthData): OrderApi {
  const fetchOne = async (path: string) =>
    asObject(
      await exchange(
        http,
        {
          method: 'GET',
          url: `${requireAddress(authData)}${path}`,
          headers: {
            authorization: `Bearer ${readText(authData.api_key) ?? ''}`,
            accept: 'application/json',
          },
        },
        { vendor: ORDER_API_NAME, name: 'The Order API', writes: false, toError: toOrderApiError },
      ),
    );
  return {
    fetchOne,
    async fetchList(path, query) {
      const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
      return asList((await fetchOne(`${path}?${new URLSearchParams(given)}`)).data);
    },
  };
}

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

/** Our own server says in `detail` what is wrong, in words for the reader. */
function toOrderApiError(response: HttpResponse, json: unknown): PosError {
  const kind = response.status === 404 ? 'rejected' : kindOfStatus(response.status);
  const said = asText(asObject(json).detail) ?? `The Order API answered ${response.status}.`;
  return new PosError(kind, ORDER_API_NAME, `${said} ${NEXT_STEPS[kind]}`, {
    httpStatus: response.status,
    retryAfterSeconds: retryAfterSeconds(response),
  });
}
