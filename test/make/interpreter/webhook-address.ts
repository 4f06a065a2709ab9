import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Outcome, Scenario } from './scenario';

/**
 * A scenario's custom webhook on a real socket. Make answers "Accepted" at once, unless a Webhook response module answers;
 * what arrives runs one after the other.
 */
export async function openWebhook(scenario: Scenario) {
  const outcomes: Outcome[] = [];
  const answers = JSON.stringify(scenario.blueprint.flow).includes('gateway:WebhookRespond');
  let line: Promise<unknown> = Promise.resolve();
  const server = createServer(async (request, response) => {
    const bundle = await readBundle(request);
    const turn = line.then(async () => {
      const outcome = await scenario.run(bundle);
      outcomes.push(outcome);
      return outcome;
    });
    line = turn.catch(() => {});
    if (!answers) {
      response.writeHead(200).end('Accepted');
      return;
    }
    const { reply } = await turn.catch((): Pick<Outcome, 'reply'> => ({}));
    if (reply) response.writeHead(reply.status, Object.fromEntries(reply.headers)).end(reply.body);
    else response.writeHead(500).end('Scenario failed to complete.');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    outcomes,
    /** Until everything that has arrived so far is done. */
    settled: () => line,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The query's and the body's fields side by side, as Make shows them. */
async function readBundle(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const type = request.headers['content-type'] ?? '';
  const body = type.includes('json')
    ? (JSON.parse(text) as Record<string, unknown>)
    : Object.fromEntries(new URLSearchParams(text));
  return { ...Object.fromEntries(searchParams), ...body };
}
