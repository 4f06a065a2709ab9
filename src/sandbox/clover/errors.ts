import type { HttpResponse } from '../../http';
import { jsonReply } from '../replies';

/**
 * A refusal in Clover's words. The body is `message` and, where Clover can name the culprit, `details`
 * (https://docs.clover.com/docs/working-with-orders, "Handle 400 Bad Request errors", read 2026-11-24).
 */
export class CloverRefusal extends Error {
  override readonly name = 'CloverRefusal';
  constructor(
    readonly status: number,
    message: string,
    readonly details?: string,
  ) {
    super(message);
  }
}

export function badRequest(message: string, details?: string): CloverRefusal {
  return new CloverRefusal(400, message, details);
}

/**
 * Wrong token, missing permission, another merchant and wrong region all read alike; Clover has no 403
 * (https://docs.clover.com/docs/401-unauthorized, read 2026-11-24).
 */
export function unauthorized(message = '401 Unauthorized'): CloverRefusal {
  return new CloverRefusal(401, message);
}

export function notFound(details = 'The requested resource could not be found.'): CloverRefusal {
  return new CloverRefusal(404, 'Not Found', details);
}

export function toReply({ status, message, details }: CloverRefusal): HttpResponse {
  return jsonReply(status, { message, details });
}
