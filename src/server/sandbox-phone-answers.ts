import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { PhoneProblem } from '../sandbox/twilio/phone-problem';

/** A form of the page or a program's JSON; what is neither is left to the schema, which names it. */
export function readPhoneBody({ body, headers }: FastifyRequest): unknown {
  if (typeof body !== 'string') return body;
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(body));
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** What was done, as JSON; a browser without JavaScript gets its page back. */
export function showPhone(
  request: FastifyRequest,
  reply: FastifyReply,
  { line, view }: { line: { from: string; to: string }; view: object },
) {
  if (!wantsPage(request)) return reply.send(view);
  return reply.redirect(`/phone?${new URLSearchParams({ guest: line.from, number: line.to })}`, 303);
}

/** Says what a phone cannot do, on the page too. */
export function refusePhone(
  error: FastifyError | PhoneProblem,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const status = error instanceof PhoneProblem ? error.status : (error.statusCode ?? 500);
  if (!wantsPage(request)) return reply.code(status).send({ message: error.message });
  const { referer } = request.headers;
  const shown = new URLSearchParams(referer && URL.canParse(referer) ? new URL(referer).search : '');
  shown.set('said', error.message);
  return reply.redirect(`/phone?${shown}`, 303);
}

const wantsPage = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/html') ?? false;
