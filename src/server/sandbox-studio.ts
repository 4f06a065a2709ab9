import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Phone } from '../sandbox/twilio/phone';

const StudioBody = Type.Object(
  {
    url: Type.String({ pattern: '^https?://' }),
    method: Type.Enum(['GET', 'POST'], { type: 'string', default: 'POST' }),
    content_type: Type.Enum(['application/x-www-form-urlencoded', 'application/json'], {
      type: 'string',
      default: 'application/x-www-form-urlencoded',
    }),
    parameters: Type.Record(Type.String(), Type.String(), { default: {} }),
    body: Type.String({ default: '' }),
  },
  { additionalProperties: false },
);

/** `POST /_sandbox/phone/studio`: Studio's Make HTTP Request widget, with `parameters` for a form or `body` for JSON. */
export function addStudioRoute(app: FastifyInstance, phone: Phone): void {
  app.post<{ Body: Static<typeof StudioBody> }>(
    '/_sandbox/phone/studio',
    { schema: { body: StudioBody } },
    async ({ body }) => phone.studio(body),
  );
}
