import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { InputProblems } from '../order/problems';
import { LIMITS } from '../order/schema';
import { StoreUnavailable } from '../store/store';
import { ApiProblem, type ProblemKind, refusedFields } from './problem';
import { CannotOpen } from './secret-box';

/** Fastify's own refusals in our words. */
const FASTIFY_ERRORS: Record<string, { kind: ProblemKind; detail: string }> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    kind: 'too-large',
    detail: `The body is too large; an order may have ${LIMITS.bodyBytes / 1024} KB. Send less.`,
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    kind: 'malformed-request',
    detail: 'The body is not as long as Content-Length says; send it again.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    kind: 'unknown-content-type',
    detail: 'The Content-Type header cannot be read; send application/json.',
  },
  FST_ERR_MAX_PARAM_LENGTH: { kind: 'not-found', detail: 'There is no such id: it is too long to be one.' },
  FST_ERR_BAD_URL: { kind: 'malformed-request', detail: 'The address cannot be read; check its % signs.' },
};

/** Any error to the problem that the caller sees. What we did not foresee stays in the log and is a plain 500. */
export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof InputProblems) return refusedFields(error.problems);
  if (error instanceof StoreUnavailable) {
    return new ApiProblem('unavailable', error.message, { retryAfterSeconds: error.retryAfterSeconds });
  }
  // Only a person can put the right ORDERWIRE_SECRET back: nobody shall repeat the request meanwhile.
  if (error instanceof CannotOpen) return new ApiProblem('not-now', error.message);
  const known = FASTIFY_ERRORS[String((error as FastifyError | null)?.code)];
  if (known) return new ApiProblem(known.kind, known.detail);
  return new ApiProblem('internal', 'OrderWire failed to answer. Send the request again; the log says why.');
}

/** Answers with the problem; logs only what is our own fault. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error);
  if (problem.status === 500) request.log.error({ err: error }, 'request failed');
  return sendProblem(reply, problem);
}

export function sendProblem(reply: FastifyReply, problem: ApiProblem): FastifyReply {
  return reply
    .code(problem.status)
    .headers(problem.headers)
    .type('application/problem+json')
    .send(problem.toBody());
}
