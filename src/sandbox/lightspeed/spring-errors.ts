import type { HttpResponse } from '../../http';
import { jsonReply } from '../replies';
import type { Problem } from '../shape';
import type { SimulatorRequest } from '../simulator';

const REASONS: Record<number, string> = { 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found' };
const CODES: Record<Problem['kind'], string> = {
  missing: 'NotNull',
  length: 'Size',
  range: 'Min',
  format: 'Pattern',
  type: 'typeMismatch',
  unknown: 'UnrecognizedField',
};

export type SpringError = {
  request: SimulatorRequest;
  now: Date;
  status: number;
  message: string;
  errors?: unknown[];
};

/** The error body of Spring, the framework that K-Series answers with. */
export function springError({ request, now, status, message, errors }: SpringError): HttpResponse {
  return jsonReply(status, {
    timestamp: now.toISOString(),
    status,
    error: REASONS[status] ?? 'Error',
    message,
    ...(errors && { errors }),
    path: request.path,
  });
}

/** A refused body: one entry in `errors` for each field. */
export function validationError(
  { request, now }: { request: SimulatorRequest; now: Date },
  objectName: string,
  problems: Problem[],
): HttpResponse {
  const errors = problems.map(({ path, kind, text }) => {
    const code = CODES[kind];
    return {
      codes: [`${code}.${objectName}.${path}`, `${code}.${path}`, code],
      arguments: [{ codes: [`${objectName}.${path}`, path], defaultMessage: path, code: path }],
      defaultMessage: kind === 'missing' ? 'must not be null' : text,
      objectName,
      field: path,
      bindingFailure: kind === 'type' || kind === 'unknown',
      code,
    };
  });
  const message = `Validation failed for object='${objectName}'. Error count: ${errors.length}`;
  return springError({ request, now, status: 400, message, errors });
}
