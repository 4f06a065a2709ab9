import type { App } from './services';

/** One line a request: method, route and outcome. No query, body or header, as those hold guests' data and keys. */
export function logRequests(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      key: request.access?.key.id,
    };
    request.log.info(line, 'answered');
  });
}
