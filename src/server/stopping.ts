import type { App } from './services';

/** Callers that keep their connection open would hold up the end: once stopping, each answer closes its own. */
export function letGoWhenStopping(app: App): void {
  let stopping = false;
  app.addHook('preClose', async () => {
    stopping = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (stopping) reply.header('connection', 'close');
  });
}
