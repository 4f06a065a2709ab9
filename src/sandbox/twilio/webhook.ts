import { type HttpClient, type HttpRequest, type HttpResponse, NoResponse } from '../../http';
import { type Failing, readOverrides } from './overrides';
import type { Parameters } from './signature';
import { type Address, toWebhookRequest } from './webhook-request';

/** How Twilio reaches the restaurant's server; every request it means to make has a token of its own. */
export type Wire = { http: HttpClient; now: () => Date; makeToken: () => string };

/** A call to a webhook, with its answer or with Twilio's code for what went wrong. `url` is where it ended after redirects. */
export type WebhookCall = Address & { attempts: number } & (
    | { response: HttpResponse }
    | { failure: { code: number; text: string } }
  );

const MOST_REDIRECTS = 10;
/** TwiML that is larger is refused: https://www.twilio.com/docs/api/errors/11750, read 2026-11-24. */
const MOST_BYTES = 64 * 1024;

/** Calls an address and reads its answer, as patiently as its overrides say. */
export async function callWebhook(
  wire: Wire,
  address: Address,
  parameters: Parameters,
): Promise<WebhookCall> {
  if (!URL.canParse(address.url))
    return { ...address, attempts: 0, failure: { code: 11100, text: `${address.url} is no address.` } };
  const { readMs, totalMs, retries, policy } = readOverrides(address.url);
  const started = wire.now().getTime();
  const token = wire.makeToken();
  for (let attempts = 1; ; attempts += 1) {
    const left = totalMs - (wire.now().getTime() - started);
    const tried = await follow(wire, {
      address,
      parameters,
      token,
      timeoutMs: Math.max(Math.min(readMs, left), 1),
    });
    const failing = failingOf(tried);
    if (failing && policy.has(failing) && attempts <= retries && wire.now().getTime() - started < totalMs)
      continue;
    return { ...judge(tried), ...tried.address, attempts };
  }
}

type Try = { address: Address; parameters: Parameters; token: string; timeoutMs: number };
type Tried = { address: Address; result: HttpResponse | NoResponse | 'redirects' };

/** One attempt; redirects are followed as a browser would, and each step is signed for its own address. */
async function follow(wire: Wire, { address, parameters, token, timeoutMs }: Try): Promise<Tried> {
  let current = address;
  for (let steps = 0; steps <= MOST_REDIRECTS; steps += 1) {
    const result = await requestWithCredentials(wire, {
      ...toWebhookRequest(current, parameters, token),
      timeoutMs,
    });
    const location = result instanceof NoResponse ? undefined : result.headers.location;
    if (result instanceof NoResponse || !location || result.status < 300 || result.status > 399)
      return { address: current, result };
    const keepsMethod = result.status === 307 || result.status === 308;
    current = { url: new URL(location, current.url).href, method: keepsMethod ? current.method : 'GET' };
  }
  return { address: current, result: 'redirects' };
}

/** With a user and password in the address, the first request goes without them and is repeated after a 401, as Twilio does. */
export async function requestWithCredentials(
  { http }: Pick<Wire, 'http'>,
  request: HttpRequest,
): Promise<HttpResponse | NoResponse> {
  const url = new URL(request.url);
  const credentials = url.username ? decodeURIComponent(`${url.username}:${url.password}`) : null;
  url.username = url.password = '';
  const bare = credentials ? { ...request, url: url.href } : request;
  try {
    const response = await http(bare);
    if (response.status !== 401 || !credentials || !response.headers['www-authenticate']) return response;
    const authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
    return await http({ ...bare, headers: { ...bare.headers, authorization } });
  } catch (error) {
    if (error instanceof NoResponse) return error;
    throw error;
  }
}

function failingOf({ result }: Tried): Failing | null {
  if (result === 'redirects') return null;
  if (result instanceof NoResponse) return result.sent === 'no' ? 'ct' : 'rt';
  if (result.status >= 500) return '5xx';
  return result.status >= 400 ? '4xx' : null;
}

function judge({ result }: Tried): { response: HttpResponse } | { failure: { code: number; text: string } } {
  const failure = (code: number, text: string) => ({ failure: { code, text } });
  if (result === 'redirects') return failure(11215, `More than ${MOST_REDIRECTS} redirects.`);
  if (result instanceof NoResponse)
    return failure(result.sent === 'no' ? 11205 : 11200, `No answer: ${result.message}.`);
  if (result.status < 200 || result.status > 299)
    return failure(11200, `The answer was status ${result.status}.`);
  if (Buffer.byteLength(result.body) > MOST_BYTES) return failure(11750, 'The answer is larger than 64 kB.');
  return { response: result };
}
