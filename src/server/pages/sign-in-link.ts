import { Type } from 'typebox';
import { linkPage } from '../../web/sign-in-page';
import type { App } from '../services';
import { canMailLinks, linkHash, mailLink } from './mail-link';
import type { PageServices } from './page-services';
import { showPage, viewerOf } from './show';
import { FEW_TRIES } from './sign-in';

const LinkBody = Type.Object({ email: Type.Optional(Type.String({ maxLength: 254 })) });
const params = Type.Object({ token: Type.String({ maxLength: 100 }) });

/** Signing in with a link by mail: asked for on one page, used up by the button of another. */
export function signInLinkRoutes(app: App, services: PageServices): void {
  const { store, sessions, now } = services;
  const tried = { config: { public: true, ...FEW_TRIES } } as const;
  app.post('/sign-in/link', { schema: { body: LinkBody, hide: true }, ...tried }, async (request, reply) => {
    const { email = '' } = request.body;
    // Nobody learns from the answer, or from how long it takes, whether there is such a shop.
    if (canMailLinks(services)) {
      mailLink(email.trim(), services).catch((error) =>
        request.log.error({ err: error }, 'a link was not mailed'),
      );
    }
    return reply.redirect('/sign-in?note=linkSent', 303);
  });
  app.get('/sign-in/link/:token', { schema: { params, hide: true }, ...tried }, async (request, reply) => {
    const { token } = request.params;
    if (!(await store.isLink(linkHash(token), now()))) return reply.redirect('/sign-in?note=linkGone', 303);
    const looking = { request, reply, services };
    const viewer = viewerOf(looking);
    return showPage(looking, { ...linkPage({ viewer, action: `/sign-in/link/${token}` }), viewer });
  });
  app.post('/sign-in/link/:token', { schema: { params, hide: true }, ...tried }, async (request, reply) => {
    const key_id = await store.useLink(linkHash(request.params.token), now());
    if (key_id === undefined) return reply.redirect('/sign-in?note=linkGone', 303);
    await sessions.open(request, reply, key_id);
    return reply.redirect('/', 303);
  });
}
