import type { HttpRequest } from '../../http';
import { PosError } from '../errors';
import { exchange } from '../exchange';
import { asText } from '../json';
import { maskGuest, maskSecret } from '../mask';
import { type PosOrder, referenceOf } from '../pos-order';
import { previewOf } from '../preview';
import { type Receipt, toReceipt } from '../receipt';
import { toErrorBy } from './errors';
import { findIn, pick } from './field-map';
import { nameOnly, type TouchBistroSession, type Way } from './modes';
import { keyHeader, responseOf, toPartnerRequest, toSubmit } from './partner-request';

/** Said wherever this way is shown: nobody but the partner can tell what becomes of an order there. */
export const HONEST_NAME = 'unverified partner endpoint';
const NAME = 'The partner endpoint for TouchBistro';

/** Sends a request; a reply whose status is among `keep` is handed back like a success. */
async function call(session: TouchBistroSession, request: HttpRequest, keep: number[] = []) {
  const paths = responseOf(session);
  const read = (json: unknown) => ({
    code: asText(pick(json, paths.error_code)),
    said: asText(pick(json, paths.error_message)),
  });
  let kept: unknown;
  const toError = toErrorBy({ name: NAME, read });
  const json = await exchange(session.http, request, {
    vendor: 'touchbistro',
    name: 'The partner endpoint',
    writes: request.method === 'POST',
    toError: (response, reply) => {
      kept = reply;
      return toError(response, reply);
    },
  }).catch((error: unknown) => {
    if (error instanceof PosError && keep.includes(error.details.httpStatus ?? 0)) return undefined;
    throw error;
  });
  return { json: json === undefined ? kept : json, isKept: json === undefined, paths, read };
}

const codes = (list: string): number[] => list.split(/[\s,]+/).map(Number);

function receiptOf(
  order: PosOrder,
  at: { reference: string; id?: string; number?: string; replayed: boolean; warnings: string[] },
): Receipt {
  return toReceipt(order, {
    vendor: 'touchbistro',
    vendorName: NAME,
    reference: at.reference,
    pos_order_id: at.id ?? null,
    ticket_number: at.number ?? null,
    state: 'accepted',
    completed: ['order'],
    replayed: at.replayed,
    warnings: at.warnings,
  });
}

/** A partner's own endpoint, by field map. TouchBistro publishes no API, so nothing here was checked against TouchBistro. */
export const partner: Way = {
  async submitOrder(order, session) {
    const { request, reference, warnings } = toSubmit(order, session);
    const reply = await call(session, request, codes(session.settings.duplicate_codes || '409'));
    const { paths, json } = reply;
    if (!reply.isKept && pick(json, paths.ok) === false) {
      const { code, said } = reply.read(json);
      const message = `${NAME} refused the order${said ? `: ${maskGuest(said)}` : ''}. Correct it and send the order again.`;
      throw new PosError('rejected', 'touchbistro', message, { code });
    }
    const [id, number] = [asText(pick(json, paths.id)), asText(pick(json, paths.number))];
    return receiptOf(order, { reference, id, number, replayed: reply.isKept, warnings });
  },

  async findOrder(order, session) {
    const path = session.settings.find_path;
    if (!path) return undefined;
    const reference = referenceOf(order, { vendor: 'touchbistro', posLocation: session.posLocation });
    const request = toPartnerRequest(
      session,
      'GET',
      path.replaceAll('{reference}', encodeURIComponent(reference)),
    );
    const { json, isKept, paths } = await call(session, request, [404]);
    const found = isKept ? undefined : findIn(json, { ...paths, reference });
    if (!found) return undefined;
    const [id, number] = [asText(pick(found, paths.id)), asText(pick(found, paths.number))];
    return receiptOf(order, { reference, id, number, replayed: true, warnings: [] });
  },

  async checkConnection(session) {
    const path = session.settings.check_path;
    const request = toPartnerRequest(session, 'GET', path || '/ping');
    const { json, paths } = await call(session, request, path ? [] : [404, 405]);
    if (pick(json, paths.can_create) === false) {
      const message = `${NAME} may be read with this key, but it takes no orders. Ask the partner for a key that may create orders.`;
      throw new PosError('credentials', 'touchbistro', message, { code: 'READ_ONLY' });
    }
    return nameOnly(`${new URL(request.url).host} (${HONEST_NAME})`);
  },

  preview(order, context) {
    const { request, warnings } = toSubmit(order, context);
    const shown = previewOf('submit', request);
    const header = keyHeader(context.settings);
    const masked = header in shown.headers && { [header]: maskSecret(request.headers[header] ?? '') };
    return { requests: [{ ...shown, headers: { ...shown.headers, ...masked } }], unmatched: [], warnings };
  },
};
