import { setTimeout as wait } from 'node:timers/promises';
import type { App } from './services';

/** As long as a caller who sends order after order takes from one answer to the next request. */
const LAST_CALL_MS = 100;

/**
 * Once stopping, each answer closes its connection, and the door stays open a moment longer: a caller who keeps a connection is told
 * by an answer, not by a connection that breaks under the next order.
 */
export function letGoWhenStopping(app: App): void {
  let stopping = false;
  app.addHook('preClose', async () => {
    stopping = true;
    if (app.server.listening) await wait(LAST_CALL_MS);
  });
  app.addHook('onSend', async (_request, reply) => {
    if (stopping) reply.header('connection', 'close');
  });
}
