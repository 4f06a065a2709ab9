import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { callPanel, phonePage, textThread } from '../sandbox/phone-screen';
import type { Sandbox } from '../sandbox/sandbox';
import { GUESTS } from '../sandbox/twilio/account';
import { openEvents, serveAssets } from './sandbox-assets';

const PageQuery = Type.Object({
  guest: Type.String({ default: GUESTS.ann }),
  number: Type.Optional(Type.String()),
  said: Type.String({ default: '' }),
});
const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'";
const TICK_MS = 300;

/** The page at `/phone` and what keeps it up to date while it is looked at. */
export function addPhonePage(
  app: FastifyInstance,
  { sandbox, now }: { sandbox: Sandbox; now: () => Date },
): void {
  serveAssets(app, 'phone');
  const open = new Set<NodeJS.Timeout>();
  app.addHook('onClose', async () => {
    for (const ticking of open) clearInterval(ticking);
  });
  const glance = ({ guest, number }: Static<typeof PageQuery>) => {
    const world = sandbox.twilio.world();
    return { guest, number: number ?? world.numbers[0]?.number ?? '', world, now: now() };
  };
  app.get<{ Querystring: Static<typeof PageQuery> }>(
    '/phone',
    { schema: { querystring: PageQuery } },
    async ({ query }, reply) =>
      reply
        .header('content-security-policy', POLICY)
        .type('text/html')
        .send(phonePage(glance(query), { guests: GUESTS, said: query.said })),
  );
  app.get<{ Querystring: Static<typeof PageQuery> }>(
    '/_sandbox/phone/events',
    { schema: { querystring: PageQuery } },
    (request, reply) => {
      const parts = { texts: textThread, call: callPanel };
      const last = new Map<string, string>();
      const send = openEvents(request, reply, () => {
        clearInterval(ticking);
        open.delete(ticking);
      });
      const ticking = setInterval(() => {
        for (const [name, draw] of Object.entries(parts)) {
          const { text } = draw(glance(request.query));
          if (last.get(name) !== text) send(name, text);
          last.set(name, text);
        }
      }, TICK_MS);
      ticking.unref();
      open.add(ticking);
    },
  );
}
