import type { FastifyRequest } from 'fastify';
import { isSignedByTwilio } from '../intake/twilio/signature';
import { ApiProblem } from './problem';
import { publicUrl } from './public-url';
import type { App, Services } from './services';

/** The fields of a call that Twilio signed; refuses all others. */
export function readTwilioCall(request: FastifyRequest, app: App, { config }: Services): URLSearchParams {
  const body = typeof request.body === 'string' ? request.body : '';
  const contentType = request.headers['content-type'] ?? '';
  const call = {
    url: publicUrl(app, config) + request.url,
    contentType,
    body,
    signature: headerOf(request, 'x-twilio-signature'),
  };
  const { authTokens } = config.twilio;
  if (isSignedByTwilio(call, authTokens)) return fieldsOf(contentType, body);
  const hint =
    authTokens.length === 0
      ? 'TWILIO_AUTH_TOKEN is not set'
      : 'check TWILIO_AUTH_TOKEN, and that Twilio calls the address in PUBLIC_BASE_URL';
  request.log.warn(`A call to ${request.url.split('?')[0]} is not signed by Twilio: ${hint}.`);
  throw new ApiProblem('wrong-signature', 'This call is not signed as Twilio signs.');
}

/** What a repeat of this very request carries again. */
export function retryToken(request: FastifyRequest): string | undefined {
  return headerOf(request, 'i-twilio-idempotency-token')?.slice(0, 200) || undefined;
}

function headerOf({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** Twilio posts forms; some of its products post the same fields as JSON. */
function fieldsOf(contentType: string, body: string): URLSearchParams {
  if (!/^application\/json\b/i.test(contentType)) return new URLSearchParams(body);
  try {
    const fields = Object.entries(JSON.parse(body) as object);
    return new URLSearchParams(fields.map(([name, value]): [string, string] => [name, String(value)]));
  } catch {
    throw new ApiProblem('malformed-request', 'The body is not valid JSON.');
  }
}
