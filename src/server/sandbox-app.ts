import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { FAULTS } from '../sandbox/faults';
import { kitchenBoard, kitchenPage } from '../sandbox/kitchen-screen';
import { SANDBOX_VENDORS, type Sandbox } from '../sandbox/sandbox';
import { openEvents, serveAssets } from './sandbox-assets';
import { Dispatcher } from './sandbox-dispatcher';
import { addMailPages } from './sandbox-mail-pages';
import { addPhoneRoutes } from './sandbox-phone';
import { addPhonePage } from './sandbox-phone-page';
import { addStaffRoutes } from './sandbox-staff';
import { addWebhookRoutes } from './sandbox-webhooks';

const FaultBody = Type.Object(
  {
    fault: Type.Enum([...FAULTS], { type: 'string' }),
    times: Type.Integer({ minimum: 1, maximum: 1000, default: 1 }),
    seconds: Type.Number({ minimum: 0, maximum: 120, default: 29 }),
  },
  { additionalProperties: false },
);
type VendorParams = { Params: { vendor: string } };

/** Serves every simulator under its vendor's name, the kitchen screen at `/`, and the switches under `/_sandbox`; posts the vendors' calls. */
export function buildSandboxApp(sandbox: Sandbox, now = () => new Date()): FastifyInstance {
  // Fastify would otherwise drop fields that it does not know, and turn text into numbers.
  const ajv = { customOptions: { coerceTypes: false, removeAdditional: false } } as const;
  const app = Fastify({ forceCloseConnections: true, ajv });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  const watchers = new Set<(name: string, markup: string) => void>();
  let last = '';
  const announce = () => {
    if (watchers.size === 0) return;
    const board = kitchenBoard(sandbox.tickets(now())).text;
    if (board !== last) for (const send of watchers) send('board', board);
    last = board;
  };
  // Some POS decide after their answer: the board moves with the clock too.
  const ticking = setInterval(announce, 1000);
  ticking.unref();
  const dispatcher = new Dispatcher({ sandbox, now });
  app.addHook('onClose', async () => {
    clearInterval(ticking);
    dispatcher.stop();
  });
  app.addHook('onResponse', async () => announce());

  app.get('/', async (_request, reply) => reply.type('text/html').send(kitchenPage(sandbox.tickets(now()))));
  serveAssets(app, 'kitchen');
  app.get('/_sandbox/events', (request, reply) => {
    const watcher = openEvents(request, reply, () => watchers.delete(watcher));
    watchers.add(watcher);
  });
  app.get('/_sandbox', async () => ({ vendors: sandbox.facts() }));
  app.delete('/_sandbox', async (_request, reply) => {
    sandbox.reset();
    dispatcher.reset();
    return reply.code(204).send();
  });
  addMailPages(app, sandbox.mailbox);
  addPhonePage(app, { sandbox, now });
  app.register(async (part) => addPhoneRoutes(part, { sandbox, now }));
  addStaffRoutes(app, { sandbox, now });
  addWebhookRoutes(app, sandbox, dispatcher);
  switches(app, sandbox, now);
  app.all('/:vendor/*', (request: FastifyRequest<VendorParams>, reply) =>
    answer(sandbox, now(), request, reply),
  );
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send({ message: `Nothing is at ${request.url}. Vendors: ${SANDBOX_VENDORS.join(', ')}.` }),
  );
  return app;
}

function switches(app: FastifyInstance, sandbox: Sandbox, now: () => Date): void {
  app.get<VendorParams>('/_sandbox/:vendor/tickets', async (request, reply) => {
    const target = sandbox.find(request.params.vendor);
    return target ? { data: target.simulator.tickets(now()) } : reply.callNotFound();
  });
  const schema = { body: FaultBody };
  const preValidation = async (request: FastifyRequest) => {
    request.body = readJson(request.body);
  };
  app.post<VendorParams & { Body: Static<typeof FaultBody> }>(
    '/_sandbox/:vendor/faults',
    { schema, preValidation },
    async (request, reply) => {
      const target = sandbox.find(request.params.vendor);
      if (!target) return reply.callNotFound();
      target.arm(request.body);
      return reply.code(201).send(request.body);
    },
  );
}

/** JSON whatever the content type says; what is no JSON is left to the schema, which names it. */
function readJson(body: unknown): unknown {
  try {
    return typeof body === 'string' ? JSON.parse(body) : body;
  } catch {
    return body;
  }
}

async function answer(
  sandbox: Sandbox,
  now: Date,
  request: FastifyRequest<VendorParams>,
  reply: FastifyReply,
) {
  const { vendor } = request.params;
  const target = sandbox.find(vendor);
  if (!target) return reply.callNotFound();
  const url = new URL(request.url, 'http://sandbox');
  const headers = Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
  const outcome = target.handle(
    {
      method: request.method,
      path: url.pathname.slice(vendor.length + 1),
      query: url.searchParams,
      headers: Object.fromEntries(headers),
      body: typeof request.body === 'string' ? request.body : '',
    },
    now,
  );
  if ('dropped' in outcome) {
    reply.hijack();
    request.raw.socket.destroy();
    return;
  }
  await new Promise((resolve) => setTimeout(resolve, outcome.afterSeconds * 1000));
  return reply.code(outcome.reply.status).headers(outcome.reply.headers).send(outcome.reply.body);
}
