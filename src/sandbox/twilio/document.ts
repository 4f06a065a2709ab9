import type { HttpResponse } from '../../http';
import { checkTwiml } from './check-twiml';
import type { Grammar } from './grammar';
import type { Parameters } from './signature';
import { type Element, parseTwiml, UnreadableTwiml } from './twiml';
import { callWebhook, type WebhookCall, type Wire } from './webhook';
import type { Address } from './webhook-request';

/** TwiML that was fetched, or why there is none; `told` is every request and every warning on the way, for who watches. */
export type Fetched = { url: string; verbs: Element[] | null; told: Told[] };
/** `code` 0 is no fault: a request as it was made. */
export type Told = { code: number; text: string };
type Reading = { verbs: Element[]; warnings: string[] } | { failure: Told };

/** What Twilio takes as TwiML; a plain text is said, or sent back. Its pages also name text/html, its newer ones refuse it (12300). */
const XML_TYPES = new Set(['text/xml', 'application/xml']);

/** Fetches and reads a document; where that fails, asks the fallback address and tells it the code and the address that failed. */
export async function fetchDocument(
  wire: Wire,
  {
    address,
    fallback,
    parameters,
    grammar,
  }: {
    address: Address;
    fallback: Address;
    parameters: Parameters;
    grammar: Grammar;
  },
): Promise<Fetched> {
  const first = await fetchOnce(wire, { address, parameters, grammar });
  if (first.verbs || fallback.url === '') return first;
  const code = first.told.at(-1)?.code ?? 0;
  const why = { ErrorCode: String(code), ErrorUrl: address.url };
  const second = await fetchOnce(wire, { address: fallback, parameters: { ...parameters, ...why }, grammar });
  return { ...second, told: [...first.told, ...second.told] };
}

async function fetchOnce(
  wire: Wire,
  { address, parameters, grammar }: { address: Address; parameters: Parameters; grammar: Grammar },
): Promise<Fetched> {
  const call = await callWebhook(wire, address, parameters);
  const reading = 'failure' in call ? call : read(call.response, grammar);
  const request = { code: 0, text: describe(call) };
  if ('failure' in reading) return { url: call.url, verbs: null, told: [request, reading.failure] };
  const warnings = reading.warnings.map((text) => ({ code: 12200, text }));
  return { url: call.url, verbs: reading.verbs, told: [request, ...warnings] };
}

function read({ status, headers, body }: HttpResponse, grammar: Grammar): Reading {
  if (status === 204) return { verbs: [], warnings: [] };
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? 'none';
  if (type === 'text/plain') return plain(body, grammar);
  if (!XML_TYPES.has(type))
    return {
      failure: { code: 12300, text: `Invalid Content-Type: ${type}. TwiML is text/xml or application/xml.` },
    };
  try {
    return checkTwiml(parseTwiml(body), grammar);
  } catch (error) {
    if (!(error instanceof UnreadableTwiml)) throw error;
    return { failure: { code: 12100, text: `Document parse failure: ${error.message}` } };
  }
}

function plain(body: string, { verbs: [verb = ''] }: Grammar): Reading {
  return {
    verbs: body.trim() === '' ? [] : [{ name: verb, attributes: {}, children: [body] }],
    warnings: [],
  };
}

function describe(call: WebhookCall): string {
  const times = call.attempts > 1 ? `, ${call.attempts} attempts` : '';
  const status = 'response' in call ? call.response.status : 'failed';
  return `${call.method} ${call.url} → ${status}${times}`;
}
