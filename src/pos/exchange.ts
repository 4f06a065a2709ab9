import { type HttpRequest, type HttpResponse, NoResponse } from '../http';
import { PosError } from './errors';
import { parseJson } from './json';
import type { Session } from './vendor';

type Exchange = {
  /** The vendor's id. */
  vendor: string;
  /** The vendor's name, for messages. */
  name: string;
  /** Whether the request may make or change something: then silence is `unclear`, else `unreachable`. */
  writes: boolean;
  /** The vendor's table: a reply that is not a success, as an error. */
  toError: (response: HttpResponse, json: unknown) => PosError;
};

/** Sends one request and reads its JSON; every way this can fail becomes a `PosError`. */
export async function exchange(http: Session['http'], request: HttpRequest, how: Exchange): Promise<unknown> {
  const response = await http(request).catch((error: unknown) => {
    throw error instanceof NoResponse ? noReply(error, request, how) : error;
  });
  const json = readJson(response.body);
  if (response.status >= 200 && response.status < 300 && json !== UNREADABLE) return json;
  if (response.status >= 200 && response.status < 300) throw unreadable(how, response);
  const error = how.toError(response, json === UNREADABLE ? null : json);
  throw !how.writes && error.kind === 'unclear' ? unanswered(error, how) : error;
}

/** A vendor that fails while it is only asked has made nothing: the error must not speak of a ticket. */
function unanswered({ details }: PosError, { vendor, name }: Exchange): PosError {
  const code = details.code ?? details.httpStatus;
  const message = `${name} failed while answering (${code}). No order was sent; try again.`;
  return new PosError('unreachable', vendor, message, details);
}

const UNREADABLE = Symbol('not JSON');

/** JSON text to a value; an empty body is null. */
function readJson(body: string): unknown {
  if (body.trim() === '') return null;
  try {
    return parseJson(body);
  } catch {
    return UNREADABLE;
  }
}

function noReply(error: NoResponse, request: HttpRequest, { vendor, writes, name }: Exchange): PosError {
  const host = new URL(request.url).host;
  if (error.sent === 'no') {
    return new PosError(
      'unreachable',
      vendor,
      `${name} could not be reached at ${host} (${error.message}). Nothing was sent; try again.`,
    );
  }
  return writes
    ? new PosError(
        'unclear',
        vendor,
        `${name} gave no reply (${error.message}). The ticket may exist: it is looked up before anything is sent again.`,
      )
    : new PosError(
        'unreachable',
        vendor,
        `${name} gave no reply (${error.message}). No order was sent; try again.`,
      );
}

function unreadable({ vendor, writes, name }: Exchange, response: HttpResponse): PosError {
  const details = { httpStatus: response.status };
  return writes
    ? new PosError(
        'unclear',
        vendor,
        `${name} answered ${response.status} with a reply that cannot be read. The ticket may exist: look it up before sending again.`,
        details,
      )
    : new PosError(
        'unreachable',
        vendor,
        `${name} answered ${response.status} with a reply that cannot be read. No order was sent; try again.`,
        details,
      );
}

/** The longest wait that anybody may ask of us: what is longer is a mistake, or too large to count with. */
const LONGEST_WAIT_SECONDS = 24 * 3_600;

/** Seconds from a Retry-After header, a day at most, where it gives seconds; undefined otherwise. */
export function retryAfterSeconds(response: HttpResponse): number | undefined {
  const seconds = /^\s*(\d+)\s*$/.exec(response.headers['retry-after'] ?? '')?.[1];
  return seconds === undefined ? undefined : Math.min(Number(seconds), LONGEST_WAIT_SECONDS);
}
