import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Static, Type } from 'typebox';
import { type Sandbox, STAFFED_VENDORS } from '../sandbox/sandbox';
import type { Dispatcher } from './sandbox-dispatcher';

const WebhookBody = Type.Object(
  {
    url: Type.Union([Type.Null(), Type.String({ pattern: '^https?://' })]),
    secret: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);
const FaultBody = Type.Object(
  {
    duplicate: Type.Boolean({ default: false }),
    shuffle: Type.Boolean({ default: false }),
  },
  { additionalProperties: false },
);
type VendorParams = { Params: { vendor: string } };

/** Sets where a vendor's calls go and lets them go wrong, and tells what became of them: `/_sandbox/{vendor}/webhook…`. */
export function addWebhookRoutes(app: FastifyInstance, sandbox: Sandbox, dispatcher: Dispatcher): void {
  app.get<VendorParams>('/_sandbox/:vendor/webhook-calls', async ({ params }, reply) => {
    const lane = dispatcher.find(params.vendor);
    return lane ? { data: lane.calls() } : refuseVendor(sandbox, params.vendor, reply);
  });
  app.register(async (part) => addSwitches(part, sandbox, dispatcher));
}

function addSwitches(app: FastifyInstance, sandbox: Sandbox, dispatcher: Dispatcher): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'));
  app.post<VendorParams & { Body: Static<typeof WebhookBody> }>(
    '/_sandbox/:vendor/webhook',
    { schema: { body: WebhookBody } },
    async ({ params, body: { url, secret } }, reply) => {
      const simulator = sandbox.staffed(params.vendor);
      if (!simulator) return refuseVendor(sandbox, params.vendor, reply);
      if (url !== null && secret === undefined) {
        const message =
          "Give the secret too: the key that this vendor's calls are signed with, for lightspeed user:password.";
        return reply.code(400).send({ message });
      }
      simulator.subscribe(url === null ? null : { url, secret: secret ?? '' });
      return { url };
    },
  );
  app.post<VendorParams & { Body: Static<typeof FaultBody> }>(
    '/_sandbox/:vendor/webhook-faults',
    { schema: { body: FaultBody } },
    async ({ params, body }, reply) => {
      const lane = dispatcher.find(params.vendor);
      if (!lane) return refuseVendor(sandbox, params.vendor, reply);
      lane.faults = body;
      return reply.code(201).send(body);
    },
  );
}

/** 404 for a name that is no vendor, 409 for the one that has neither staff nor calls. */
export function refuseVendor(sandbox: Sandbox, vendor: string, reply: FastifyReply) {
  if (!sandbox.find(vendor)) return reply.callNotFound();
  const message =
    vendor === 'twilio'
      ? 'Twilio has no staff, and each of its numbers has addresses of its own: set SmsUrl, VoiceUrl and StatusCallback by POST /twilio/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{Sid}.json.'
      : `${vendor} has neither staff nor webhooks here. Vendors that have: ${STAFFED_VENDORS.join(', ')}.`;
  return reply.code(409).send({ message });
}
