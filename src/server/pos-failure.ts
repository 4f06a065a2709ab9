import type { PosError, PosErrorKind } from '../pos/errors';
import { ApiProblem, type ProblemKind } from './problem';

/** What a POS's failure is to whoever asked us to look something up there. */
const PROBLEM_OF: Record<PosErrorKind, ProblemKind> = {
  credentials: 'not-now',
  rejected: 'not-now',
  throttled: 'unavailable',
  unreachable: 'unavailable',
  unclear: 'unavailable',
};

export function toApiProblem({ kind, message, details }: PosError): ApiProblem {
  return new ApiProblem(PROBLEM_OF[kind], message, { retryAfterSeconds: details.retryAfterSeconds });
}
