import { parseJsonObject } from '../json-body';
import { checkShape } from '../shape';
import type { SimulatorRequest } from '../simulator';
import { badRequest, CloverRefusal } from './errors';
import type { Call } from './world';

/** Reads a request's body when a handler asks for it: JSON only, and only the fields of the given shape. */
export function bodyReader(request: SimulatorRequest): Call['body'] {
  return (shape, message = 'Bad Request') => {
    if (!request.headers['content-type']?.includes('application/json'))
      throw new CloverRefusal(415, 'Unsupported Media Type', 'Content-Type must be application/json');
    const body = parseJsonObject(request.body);
    if (!body) throw badRequest(message, 'The body is not a JSON object');
    const [problem] = checkShape(body, shape);
    if (problem) throw badRequest(message, `${problem.path} ${problem.text}`.trim());
    return body;
  };
}
