import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const TYPES = { css: 'text/css', js: 'text/javascript' } as const;

/** Serves the style and the script of one of the sandbox's pages: `/kitchen.css` and `/kitchen.js`. */
export function serveAssets(app: FastifyInstance, page: string): void {
  for (const [ending, type] of Object.entries(TYPES)) {
    const text = readFileSync(join(__dirname, '../sandbox', `${page}.${ending}`), 'utf8');
    app.get(`/${page}.${ending}`, async (_request, reply) => reply.type(type).send(text));
  }
}

/** Opens a stream of events to a page that is looked at: `send` puts a piece of markup on it. */
export function openEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  onClose: () => void,
): (name: string, markup: string) => void {
  reply.hijack();
  reply.raw
    .writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
    .write(':\n\n');
  request.raw.on('close', onClose);
  return (name, markup) => {
    reply.raw.write(`event: ${name}\ndata: ${JSON.stringify(markup)}\n\n`);
  };
}
