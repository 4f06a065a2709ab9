import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Sandbox } from '../sandbox/sandbox';
import { type CallInput, DIAL_OUTCOMES } from '../sandbox/twilio/call-input';
import { Phone } from '../sandbox/twilio/phone';
import { PhoneProblem } from '../sandbox/twilio/phone-problem';
import { toCallView, toNoticeView, toPhoneView, toTextView } from '../sandbox/twilio/phone-view';
import { createHttpClient } from './http-client';
import { readPhoneBody, refusePhone, showPhone } from './sandbox-phone-answers';
import { addStudioRoute } from './sandbox-studio';

const strict = { additionalProperties: false };
const Line = { from: Type.String(), to: Type.String() };
const TextBody = Type.Object(
  { ...Line, body: Type.String({ default: '' }), media: Type.Optional(Type.Array(Type.String())) },
  strict,
);
const CallBody = Type.Object(Line, strict);
/** A form has only text. */
const Yes = Type.Union([Type.Literal(true), Type.Literal('true')]);
const InputBody = Type.Partial(
  Type.Object({
    speech: Type.String({ minLength: 1 }),
    confidence: Type.Number({ minimum: 0, maximum: 1 }),
    digits: Type.String({ pattern: '^[0-9#*]+$' }),
    silence: Yes,
    other_phone: Type.Enum([...DIAL_OUTCOMES], { type: 'string' }),
    hang_up: Yes,
  }),
  strict,
);
type CallParams = { Params: { sid: string } };

/** Guests' phones under `/_sandbox/phone`, for the page and for programs: they text and call, and Studio's widget is played. */
export function addPhoneRoutes(app: FastifyInstance, parts: { sandbox: Sandbox; now: () => Date }): void {
  const { twilio } = parts.sandbox;
  const phone = new Phone({ twilio, http: createHttpClient(), now: parts.now });
  app.setErrorHandler(refusePhone);
  app.addHook('preValidation', async (request) => {
    if (request.method === 'POST') request.body = readPhoneBody(request);
  });
  addTextRoutes(app, { twilio, phone, now: parts.now });
  addCallRoutes(app, phone);
  addStudioRoute(app, phone);
}

type Desk = { twilio: Sandbox['twilio']; phone: Phone; now: () => Date };

function addTextRoutes(app: FastifyInstance, { twilio, phone, now }: Desk): void {
  app.get<{ Querystring: { guest: string } }>(
    '/_sandbox/phone',
    { schema: { querystring: Type.Object({ guest: Type.String() }) } },
    async ({ query }) => toPhoneView(twilio.world(), { guest: query.guest, now: now() }),
  );
  app.post<{ Body: Static<typeof TextBody> }>(
    '/_sandbox/phone/texts',
    { schema: { body: TextBody } },
    async (request, reply) => {
      const { messages, notices } = twilio.world();
      const [texted, noticed] = [messages.length, notices.length];
      const message = await phone.text(request.body);
      const view = {
        message: toTextView(message, now()),
        replies: messages
          .slice(texted)
          .filter(({ to }) => to === message.from)
          .map((one) => toTextView(one, now())),
        notices: notices
          .slice(noticed)
          .filter(({ guest }) => guest === message.from)
          .map(toNoticeView),
      };
      return showPhone(request, reply.code(201), { line: message, view });
    },
  );
}

function addCallRoutes(app: FastifyInstance, phone: Phone): void {
  app.get<CallParams>('/_sandbox/phone/calls/:sid', async ({ params }) => toCallView(phone.find(params.sid)));
  app.post<{ Body: Static<typeof CallBody> }>(
    '/_sandbox/phone/calls',
    { schema: { body: CallBody } },
    async (request, reply) => {
      const call = await phone.call(request.body);
      return showPhone(request, reply.code(201), { line: call, view: toCallView(call) });
    },
  );
  app.post<CallParams & { Body: Static<typeof InputBody> }>(
    '/_sandbox/phone/calls/:sid/input',
    { schema: { body: InputBody } },
    async (request, reply) => {
      const { sid } = request.params;
      const input = toInput(request.body);
      const call = input === 'hang_up' ? phone.hangUp(sid) : await phone.input(sid, input);
      return showPhone(request, reply, { line: call, view: toCallView(call) });
    },
  );
}

function toInput({ confidence, ...body }: Static<typeof InputBody>): CallInput | 'hang_up' {
  const { speech, digits, other_phone } = body;
  if (Object.keys(body).length !== 1)
    throw new PhoneProblem(400, 'Give one of speech, digits, silence, other_phone and hang_up.');
  if (speech !== undefined) return { speech, confidence };
  if (digits !== undefined) return { digits };
  if (other_phone !== undefined) return { other_phone };
  return body.silence ? { silence: true } : 'hang_up';
}
