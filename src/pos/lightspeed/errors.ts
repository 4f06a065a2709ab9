import type { HttpResponse } from '../../http';
import { kindOfStatus, PosError, type PosErrorKind } from '../errors';
import { retryAfterSeconds } from '../exchange';
import { asList, asObject, asText, type Json } from '../json';

const FAILED: Record<PosErrorKind, string> = {
  credentials: 'Lightspeed does not accept these credentials',
  rejected: 'Lightspeed refused the order',
  throttled: 'Lightspeed asks to slow down',
  unreachable: 'Lightspeed could not be reached',
  unclear: 'Lightspeed failed while answering, and the ticket may exist',
};

const NEXT: Record<PosErrorKind, string> = {
  credentials:
    'Connect Lightspeed Restaurant K-Series again, as a user who may see this location, for the same environment (live or trial).',
  rejected: 'Correct it and send the order again.',
  throttled: 'It is sent again by itself.',
  unreachable: 'It is tried again.',
  unclear: 'It is sent again under the same reference, which makes no second ticket.',
};

const NEXT_BY_STATUS: Record<number, string> = {
  403: 'The token needs the scope orders-api, and the account the Online Ordering API, a paid add-on that a Lightspeed account manager switches on.',
  404: 'Check the business location id of the connection.',
};

/** Spring's name of the rule that was broken. */
const NEXT_BY_CODE: Record<string, string> = {
  Future: 'The wanted time has passed. Send the order with a later one, or with none.',
};

/** A Lightspeed reply that is no success (Spring's error shape, https://api-docs.lsk.lightspeed.app), as one of the five kinds. */
export function toLightspeedError(response: HttpResponse, json: unknown): PosError {
  const reply = asObject(json);
  const kind = kindOfStatus(response.status);
  const problems = asList(reply.errors).map(toSaid);
  const said = kind === 'rejected' ? problems.join('; ') || withoutValues(reply) : '';
  const code = asText(asList(reply.errors)[0]?.code) ?? asText(reply.error) ?? String(response.status);
  const next = NEXT_BY_CODE[code] ?? NEXT_BY_STATUS[response.status] ?? NEXT[kind];
  const message = `${FAILED[kind]}${said && `: ${said.slice(0, 250)}`} (${code}). ${next}`;
  return new PosError(kind, 'lightspeed', message, {
    code,
    httpStatus: response.status,
    retryAfterSeconds: retryAfterSeconds(response),
  });
}

function toSaid(problem: Json): string {
  return [asText(problem.field), asText(problem.defaultMessage)].filter(Boolean).join(' ');
}

/** Spring quotes the refused value, which may be the guest's. */
function withoutValues(reply: Json): string {
  const message = asText(reply.message) ?? asText(reply.msg) ?? '';
  return message.replaceAll(/"[^"]*"/g, '"…"').replace(/\.$/, '');
}

/** 409 "reference has already been used" means that the order is there already: success, never a refusal. */
export function isUsedReference(error: unknown): boolean {
  return (
    error instanceof PosError && error.details.httpStatus === 409 && /already been used/.test(error.message)
  );
}
