import type { HttpRequest } from '../../http';
import { type PosOrder, referenceOf } from '../pos-order';
import { refuseSetting } from './errors';
import { fill, readFieldMap, readJsonSetting } from './field-map';
import type { TouchBistroContext, TouchBistroSession } from './modes';
import { type MoneyUnit, toFacts } from './order-facts';

type PartnerAt = TouchBistroSession | TouchBistroContext;
const TIMEOUT_MS = 30_000;

/** Where replies hold what we read; the default fits the sandbox's partner and most plain endpoints. */
const RESPONSE = {
  id: 'id|order_id|order.id',
  number: 'number|ticket_number|order_number|order.number',
  error_code: 'error.code|code',
  error_message: 'error.message|message|error',
  /** false there means a refusal, whatever the status says. */
  ok: 'success|ok',
  /** In the reply to the check. */
  can_create: 'can_create_orders',
  /** In the reply to a look-up. */
  list: 'orders',
  ref: 'order_ref|reference',
};

/** Those paths, with the connection's own. */
export const responseOf = ({ settings }: PartnerAt): typeof RESPONSE => ({
  ...RESPONSE,
  ...(settings.response_map && readJsonSetting('Response Map', settings.response_map)),
});

/** One request to the endpoint, with its key. */
export function toPartnerRequest(
  at: PartnerAt,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): HttpRequest {
  const base = at.baseUrl;
  if (!base)
    refuseSetting(
      `TouchBistro publishes no API. Fill in the address of the partner's endpoint, or choose another way.`,
      'NO_ADDRESS',
    );
  // An address that was pasted whole already ends in the path; "/" means the address itself.
  const url = path === '/' || base.endsWith(path) ? base : `${base}${path}`;
  const headers = { accept: 'application/json', ...authHeaders(at) };
  const request: HttpRequest = { method, url, headers, timeoutMs: TIMEOUT_MS };
  if (body === undefined) return request;
  return {
    ...request,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

/** The header that carries the key where it has one of its own. */
export const keyHeader = (settings: Record<string, string | undefined>): string =>
  (settings.auth_header || 'x-api-key').toLowerCase();

function authHeaders({ credentials, settings }: PartnerAt): Record<string, string> {
  const key = credentials.access_token ?? '';
  const kinds: Record<string, () => Record<string, string>> = {
    header: () => ({ [keyHeader(settings)]: key }),
    bearer: () => ({ authorization: `Bearer ${key}` }),
    basic: () => ({
      authorization: `Basic ${Buffer.from(`${credentials.client_id ?? ''}:${credentials.client_secret ?? ''}`).toString('base64')}`,
    }),
    none: () => ({}),
  };
  const make = kinds[settings.auth_type || 'header'];
  return make
    ? make()
    : refuseSetting('Authentication is one of header, bearer, basic, none.', 'INVALID_SETTING');
}

const moneyUnitOf = ({ settings }: PartnerAt): MoneyUnit =>
  settings.money_unit === 'major' || settings.money_unit === 'text' ? settings.money_unit : 'minor';

/** The order as the field map shapes it, under its reference as idempotency key. */
export function toSubmit(
  order: PosOrder,
  at: PartnerAt,
): { request: HttpRequest; reference: string; warnings: string[] } {
  const reference = referenceOf(order, { vendor: 'touchbistro', posLocation: at.posLocation });
  const { facts, warnings } = toFacts(order, { posLocation: at.posLocation, moneyUnit: moneyUnitOf(at) });
  const body = fill(readFieldMap(at.settings.field_map), facts);
  const request = toPartnerRequest(at, 'POST', at.settings.create_path || '/orders', body);
  const header = (at.settings.idempotency_header ?? 'idempotency-key').toLowerCase();
  const headers = header ? { ...request.headers, [header]: reference } : request.headers;
  return { request: { ...request, headers }, reference, warnings };
}
