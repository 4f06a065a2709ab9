import { PROBLEM_KINDS, type ProblemKind } from '../../src/server/problem';

/**
 * Make's kinds of error: https://developers.make.com/custom-apps-documentation/component-blocks/api/making-requests/error-handling, read 2026-11-24.
 * Only RateLimitError and ConnectionError are tried again by themselves.
 */
type MakeError =
  | 'DataError'
  | 'RateLimitError'
  | 'ConnectionError'
  | 'InvalidAccessTokenError'
  | 'InvalidConfigurationError'
  | 'RuntimeError';

/** What each refusal of the API means to a scenario. */
const ERRORS: Record<ProblemKind, MakeError> = {
  'malformed-request': 'DataError',
  'refused-fields': 'DataError',
  'wrong-signature': 'InvalidAccessTokenError',
  'wrong-key': 'InvalidAccessTokenError',
  'missing-scope': 'InvalidConfigurationError',
  'not-found': 'DataError',
  'method-not-allowed': 'DataError',
  // Not DuplicateDataError: Make only warns of that one and goes on, and nobody would cook the meal.
  'reference-used': 'DataError',
  'not-now': 'DataError',
  'too-large': 'DataError',
  'unknown-content-type': 'DataError',
  'key-reused': 'DataError',
  'too-fast': 'RateLimitError',
  internal: 'RuntimeError',
  unavailable: 'ConnectionError',
};
/** What a proxy in front of the API says while the API is away. */
const GATEWAY = [502, 503, 504];

/** The API's sentence with the next step; whatever else came where it has none. */
const message = '[{{statusCode}}] {{ifempty(body.detail, body)}}';

function byStatus(): Record<string, { type: MakeError; message: string }> {
  const kinds = Object.entries(PROBLEM_KINDS) as [ProblemKind, { status: number }][];
  const ours = kinds.map(([kind, { status }]) => [status, { message, type: ERRORS[kind] }] as const);
  const gateway = GATEWAY.map((status) => [status, { message, type: 'ConnectionError' }] as const);
  return Object.fromEntries([...ours, ...gateway]);
}

/** How answers are read, and what each refusal becomes. */
export function reading(): object {
  // A proxy's page is no JSON, and failing to read it must not hide that the call is worth repeating.
  const asText = Object.fromEntries([204, ...GATEWAY].map((status) => [status, 'text']));
  return {
    type: { '*': 'json', ...asText },
    error: { message, type: 'RuntimeError', ...byStatus() },
  };
}
