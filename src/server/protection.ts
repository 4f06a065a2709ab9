import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyRequest } from 'fastify';
import type { Config } from './config';
import { sendProblem } from './error-handler';
import { ApiProblem } from './problem';
import type { App } from './services';

/** Security headers, a limit for each key, and a plain "not now" while the process cannot keep up. */
export function registerProtection(app: App, { requestsPerMinute, slowestLoopMs }: Config): void {
  app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
  });
  app.register(underPressure, {
    maxEventLoopDelay: slowestLoopMs,
    pressureHandler: (_request, reply) => {
      const detail = 'OrderWire has more requests than it can answer; send this one again.';
      return void sendProblem(reply, new ApiProblem('unavailable', detail, { retryAfterSeconds: 2 }));
    },
  });
  app.register(rateLimit, {
    // Without a limit for everybody those of single routes hold all the same.
    global: requestsPerMinute > 0,
    max: requestsPerMinute,
    timeWindow: 60_000,
    // After the key is known: a made-up key must not get a limit of its own.
    hook: 'preValidation',
    keyGenerator: (request: FastifyRequest) => request.access?.key.id ?? request.ip,
    errorResponseBuilder: (_request, { max, ttl }) => {
      const retryAfterSeconds = Math.ceil(ttl / 1000);
      const detail = `This key has sent ${max} requests within a minute; wait ${retryAfterSeconds} s.`;
      return new ApiProblem('too-fast', detail, { retryAfterSeconds });
    },
  });
}
