import { type HttpResponse, NoResponse } from '../../http';
import { parseJsonObject } from '../json-body';
import { ACCOUNT } from './account';
import { type Parameters, sign, withBodyHash } from './signature';
import { requestWithCredentials, type Wire } from './webhook';

/** Studio's Make HTTP Request widget as somebody set it up: a GET, or by POST a form of `parameters` or the JSON `body`. */
export type StudioRequest = {
  url: string;
  method: 'GET' | 'POST';
  content_type: 'application/x-www-form-urlencoded' | 'application/json';
  parameters: Parameters;
  body: string;
};

/** Which way the flow goes on, and what the widgets after it can read. */
export type StudioResult = {
  transition: 'success' | 'failed';
  status: number | null;
  parsed: Record<string, unknown> | null;
  body: string;
  why: string | null;
};

/** https://www.twilio.com/docs/studio/widget-library/http-request, read 2026-11-24. */
const TIMEOUT_MS = 10_000;
const MOST_BYTES = 64 * 1024;

/** Sends the widget's request and says what becomes of the flow. */
export async function playWidget(wire: Wire, request: StudioRequest): Promise<StudioResult> {
  const sent = { ...toHttp(request, wire.makeToken()), timeoutMs: TIMEOUT_MS };
  const answer = await requestWithCredentials(wire, sent);
  if (answer instanceof NoResponse)
    return {
      transition: 'failed',
      status: null,
      parsed: null,
      body: '',
      why: `No answer: ${answer.message}.`,
    };
  const why = whyFailed(answer);
  return {
    transition: why ? 'failed' : 'success',
    status: answer.status,
    parsed: why ? null : toParsed(answer),
    body: answer.body,
    why,
  };
}

/** Signed as all requests of Twilio are: a JSON body by its hash in the address. */
function toHttp(request: StudioRequest, token: string) {
  const { method, content_type, parameters } = request;
  const isForm = method === 'POST' && content_type === 'application/x-www-form-urlencoded';
  const isJson = method === 'POST' && !isForm;
  const body = isForm ? new URLSearchParams(parameters).toString() : isJson ? request.body : undefined;
  const url = isJson ? withBodyHash(request.url, request.body) : request.url;
  return {
    method,
    url,
    body,
    headers: {
      accept: '*/*',
      ...(method === 'POST' ? { 'content-type': content_type } : {}),
      'x-twilio-signature': sign(url, isForm ? parameters : {}, ACCOUNT.authToken),
      'i-twilio-idempotency-token': token,
    },
  };
}

function whyFailed({ status, body }: HttpResponse): string | null {
  if (status < 200 || status > 299) return `Status ${status}: only 2xx goes on.`;
  return Buffer.byteLength(body) > MOST_BYTES ? 'The answer is larger than 64 kB.' : null;
}

/** Only a JSON object becomes `widgets.NAME.parsed`; a list or a text can be read as the body alone. */
function toParsed({ headers, body }: HttpResponse): Record<string, unknown> | null {
  const isJson = headers['content-type']?.toLowerCase().startsWith('application/json');
  return isJson ? (parseJsonObject(body) ?? null) : null;
}
