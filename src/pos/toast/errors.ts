import type { HttpResponse } from '../../http';
import { kindOfStatus, PosError, type PosErrorKind } from '../errors';
import { retryAfterSeconds } from '../exchange';
import { asList, asObject, asText } from '../json';

export const READ_ONLY =
  'These Toast credentials may read but not place orders. Toast gives write access only through its partner or custom integration programme.';

type Known = { status: number; says: RegExp; on?: RegExp; code: string; next: string };

/**
 * What Toast answers, and what to do about it (https://doc.toasttab.com/doc/devguide/apiOrdersErrors.html and apiResponsesAndErrors.html,
 * read 2026-11-24). Toast's numeric codes are not listed anywhere, so the words decide; the first row that fits wins.
 */
const KNOWN: Known[] = [
  {
    status: 400,
    says: /^(?!.*\bnot (?:exist|found)).*external\s?id.*(?:exist|already|unique|duplicate|in use)|(?:duplicate|already).*external\s?id/is,
    code: 'REPEATED_EXTERNAL_ID',
    next: 'The ticket exists: it is looked up.',
  },
  {
    status: 409,
    says: /external\s?id|duplicate|already/i,
    code: 'REPEATED_EXTERNAL_ID',
    next: 'The ticket exists: it is looked up.',
  },
  {
    status: 400,
    says: /external\s?id.*authority/is,
    code: 'NAMING_AUTHORITY',
    next: 'Set "Naming Authority" to the name that Toast has assigned to this integration.',
  },
  {
    status: 400,
    says: /does not belong to the group/i,
    code: 'WRONG_GROUP',
    next: 'The item has moved to another menu group in Toast. Read the menu again.',
  },
  {
    status: 400,
    says: /e-?mail/i,
    code: 'GUEST_EMAIL',
    next: 'Toast takes at most 53 characters: letters, digits and _. Correct it, or set "Fallback Guest Email".',
  },
  {
    status: 400,
    says: /customer/i,
    code: 'GUEST',
    next: 'Toast demands name, phone and e-mail for each pickup and delivery guest.',
  },
  {
    status: 400,
    says: /address|zip|deliveryinfo|delivery info|\bcity\b|\bstate\b/i,
    code: 'DELIVERY_ADDRESS',
    next: 'Give street, city, state (two letters) and ZIP code.',
  },
  {
    status: 400,
    says: /modifier|option ?group|selections?\b.*(minimum|maximum|required)|required/i,
    code: 'OPTIONS',
    next: "Put the missing choice in Options, or correct the modifier group's limits in Toast.",
  },
  {
    status: 400,
    says: /promiseddate|openeddate|promised|in the past/i,
    code: 'WANTED_AT',
    next: 'Correct the wanted time.',
  },
  {
    status: 400,
    says: /referenced entity|does not exist|not found/i,
    code: 'UNKNOWN_ENTITY',
    next: 'Something this order names is not in Toast any more. Read the menu again and check the Toast settings.',
  },
  {
    status: 404,
    says: /./s,
    on: /^\/orders/,
    code: 'UNKNOWN_ENTITY',
    next: 'Something this order names is not in Toast any more. Read the menu again and check the Toast settings.',
  },
  {
    status: 404,
    says: /./s,
    on: /^\/menus/,
    code: 'NO_MENU',
    next: 'No published menu was found. Publish the menus in Toast Web, and check the restaurant GUID.',
  },
  {
    status: 404,
    says: /./s,
    code: 'NOT_FOUND',
    next: 'Check the restaurant GUID of this connection.',
  },
];

const FAILED: Record<PosErrorKind, string> = {
  credentials: 'Toast does not accept these credentials',
  rejected: 'Toast refused the order',
  throttled: 'Toast asks to slow down',
  unreachable: 'Toast could not be reached',
  unclear: 'Toast failed while answering, and the ticket may exist',
};
const NEXT: Record<PosErrorKind, string> = {
  credentials: 'The token has expired or the client secret has changed. Reconnect Toast.',
  rejected: 'Correct it and send the order again.',
  throttled: 'It is sent again by itself.',
  unreachable: 'It is tried again.',
  unclear: 'It is looked up before anything is sent again.',
};

/** A Toast reply that is no success, as one of the five kinds. Toast's words are quoted for refusals only, with guests' data taken out. */
export function toToastError(
  response: HttpResponse,
  json: unknown,
  { path, now }: { path: string; now?: string },
): PosError {
  const { status } = response;
  const error = asObject(json);
  const words = [error, ...asList(error.errors)].map((one) => asText(one.message)).filter(Boolean);
  const said = words.join('; ') || asText(error.developerMessage) || '';
  const kind = kindOfStatus(status);
  const known = KNOWN.find(
    (row) => row.status === status && row.says.test(said || ' ') && (row.on?.test(path) ?? true),
  );
  const code = known?.code ?? asText(error.code) ?? String(status);
  const details = { code, httpStatus: status, retryAfterSeconds: resetSeconds(response, now) };
  if (status === 403) return new PosError('credentials', 'toast', forbidden(path), details);
  const quoted = kind === 'rejected' && said ? `: ${withoutGuest(said).replace(/\.$/, '')}` : '';
  const request = asText(error.requestId);
  const at = [code, request && `request ${request}`].filter(Boolean).join(', ');
  const message = `${FAILED[kind]}${quoted} (${at}). ${known?.next ?? NEXT[kind]}`;
  return new PosError(kind, 'toast', message, details);
}

/** 403 on a write: either the scope is missing or the restaurant is not one of this client's. */
function forbidden(path: string): string {
  return /^\/orders\/v2\/(?:prices|orders)$/.test(path)
    ? `${READ_ONLY} Where they may, check that the restaurant GUID is one they were given for (403).`
    : `These Toast credentials may not read ${path.split('?')[0]} of this restaurant (403). Check the restaurant GUID, and ask Toast for the missing scope.`;
}

function withoutGuest(text: string): string {
  return text
    .replaceAll(/[^\s"'<>()]+@[^\s"'<>()]+/g, '(e-mail)')
    .replaceAll(/\+?\d[\d() .]{8,}\d/g, '(phone)')
    .slice(0, 300);
}

/**
 * Retry-After where Toast sends it, else the seconds until `X-Toast-RateLimit-Reset`, a UNIX time
 * (https://doc.toasttab.com/doc/devguide/apiRateLimiting.html), counted from Toast's own clock or the session's.
 */
function resetSeconds(response: HttpResponse, now: string | undefined): number | undefined {
  const told = retryAfterSeconds(response);
  if (told !== undefined || response.status !== 429) return told;
  const reset = Number(response.headers['x-toast-ratelimit-reset']);
  const clock = Date.parse(response.headers.date ?? now ?? '');
  if (!(reset > 0) || Number.isNaN(clock)) return undefined;
  const milliseconds = reset > 1e11 ? reset : reset * 1000;
  return Math.max(1, Math.ceil((milliseconds - clock) / 1000));
}

/** An order that Toast would refuse, told before anything is sent. */
export function refusal(code: string, message: string): PosError {
  return new PosError('rejected', 'toast', message, { code });
}

/** "This externalId exists" means that the ticket exists: it is found and returned, never refused. */
export function isRepeated(error: unknown): boolean {
  return error instanceof PosError && error.details.code === 'REPEATED_EXTERNAL_ID';
}
