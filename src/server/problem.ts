import type { Problem } from '../order/problems';
import { helpFor } from './help';

/** Every kind of problem an answer can have. The type of an answer is `urn:orderwire:problem:<kind>`. */
export const PROBLEM_KINDS = {
  'malformed-request': { status: 400, title: 'The request cannot be read' },
  'refused-fields': { status: 400, title: 'Some fields were refused' },
  'wrong-signature': { status: 401, title: 'Not signed as expected' },
  'wrong-key': { status: 401, title: 'No valid API key' },
  'missing-scope': { status: 403, title: 'This key may not do that' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'Wrong method' },
  'reference-used': { status: 409, title: 'Another order has this reference' },
  'not-now': { status: 409, title: 'Not possible in this state' },
  'too-large': { status: 413, title: 'The body is too large' },
  'unknown-content-type': { status: 415, title: 'Unknown content type' },
  'key-reused': { status: 422, title: 'Idempotency-Key was used with another body' },
  'too-fast': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'OrderWire failed' },
  unavailable: { status: 503, title: 'Not available right now' },
} as const;
export type ProblemKind = keyof typeof PROBLEM_KINDS;

const PASSES_SECONDS = 30;
type Extra = { errors?: Problem[]; retryAfterSeconds?: number; headers?: Record<string, string> };

/** A refusal as RFC 9457 has it. `detail` is one sentence that tells its reader the next step; it holds no secret and no guest's data. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  constructor(
    readonly kind: ProblemKind,
    detail: string,
    readonly extra: Extra = {},
  ) {
    super(detail);
    this.status = PROBLEM_KINDS[kind].status;
  }

  /** What passes by itself says when to come again: automators repeat nothing else. */
  get headers(): Record<string, string> {
    const { headers } = this.extra;
    const passes = this.status === 429 || this.status === 503;
    const retryAfterSeconds = this.extra.retryAfterSeconds ?? (passes ? PASSES_SECONDS : undefined);
    return {
      ...headers,
      ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
    };
  }

  /** The body of the answer. `message` repeats `detail` for tools that look for it. */
  toBody() {
    const { kind, status, message } = this;
    const { title } = PROBLEM_KINDS[kind];
    const { errors } = this.extra;
    return {
      type: `urn:orderwire:problem:${kind}`,
      title,
      status,
      detail: message,
      message,
      help: helpFor(kind),
      ...(errors && { errors }),
    };
  }
}

/** Refused fields as one problem: the sentence is the first, `errors` has them all. */
export function refusedFields(errors: Problem[]): ApiProblem {
  const [first] = errors;
  const more = errors.length > 1 ? ` And ${errors.length - 1} more, under errors.` : '';
  const sentence = first ? `${first.path ? `${first.path}: ` : ''}${first.message}${more}` : 'Refused.';
  return new ApiProblem('refused-fields', sentence, { errors });
}

/** The same words for what is not there and for what belongs to another restaurant. */
export function notFound(what: string): ApiProblem {
  return new ApiProblem('not-found', `There is no such ${what}.`);
}
