import { HELP_PAGE_POLICY, helpPage } from '../../web/help-page';
import { HELP_PAGE } from '../help';
import type { App } from '../services';

/** The page that `help` in every refusal leads to. */
export function helpRoutes(app: App): void {
  const page = helpPage(HELP_PAGE);
  app.get('/help', { schema: { hide: true }, config: { public: true } }, async (_request, reply) =>
    reply.header('content-security-policy', HELP_PAGE_POLICY).type('text/html').send(page),
  );
}
