import { Type } from 'typebox';
import { findVendor } from '../../pos/vendors';
import type { WebhookReading } from '../../pos/webhook';
import type { ConnectionRecord } from '../../store/records';
import { ApiProblem, notFound } from '../problem';
import { publicUrl, webhookUrl } from '../public-url';
import type { App, Services } from '../services';

const params = Type.Object({
  vendor: Type.String({ maxLength: 40 }),
  connection: Type.String({ maxLength: 64 }),
});

/**
 * Where POS systems tell what became of a ticket. A call is verified, kept and answered at once, and worked off later: vendors wait
 * two seconds and give up after a few tries. Without a secret nothing is believed.
 */
export function posWebhookRoutes(app: App, services: Services): void {
  const { store, now } = services;
  app.register(async (raw) => {
    // Signatures are made over the very bytes.
    raw.removeAllContentTypeParsers();
    raw.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    const route = { schema: { params, hide: true }, config: { public: true } } as const;
    (raw as unknown as App).post('/webhooks/:vendor/:connection', route, async (request, reply) => {
      const connection = await find(request.params, services);
      const headers = Object.entries(request.headers).map(([name, value]) => [
        name,
        [value].flat().join(', '),
      ]);
      const call = {
        url: webhookUrl(publicUrl(app, services.config), connection),
        headers: Object.fromEntries(headers),
        body: typeof request.body === 'string' ? request.body : '',
      };
      const reading = read(connection, call, services);
      if (reading.outcome === 'refused') {
        request.log.warn({ connection: connection.id }, `A webhook call was refused: ${reading.reason}`);
        throw new ApiProblem('wrong-signature', 'This call is not signed as the connection expects.');
      }
      await store.keepNews(connection, reading.events, now());
      const { status, body } = reading.answer ?? { status: 200, body: '{"ok":true}' };
      // Clover's first call brings a code that a person must copy out of it.
      if (reading.answer)
        request.log.info({ connection: connection.id }, `A webhook call is answered: ${body}`);
      return reply.code(status).type('application/json').send(body);
    });
  });
}

async function find({ vendor, connection: id }: { vendor: string; connection: string }, { store }: Services) {
  const connection = await store.connectionAnywhere(id);
  if (connection?.vendor !== vendor || !findVendor(vendor)?.readWebhook) throw notFound('webhook address');
  return connection;
}

type Call = { url: string; headers: Record<string, string>; body: string };

function read(record: ConnectionRecord, call: Call, { directory, now }: Services): WebhookReading {
  const { credentials, settings } = directory.inTheClear(record);
  const secrets = { credentials, settings, now: new Date(now()).toISOString() };
  const reading = findVendor(record.vendor)?.readWebhook?.(call, secrets);
  return reading ?? { outcome: 'refused', reason: 'This POS sends no calls.' };
}
