import { Type } from 'typebox';
import { signInPage } from '../../web/sign-in-page';
import type { SignInNote } from '../../web/words/sign-in';
import { hashKey } from '../access';
import type { App } from '../services';
import { innerPath } from './inner-path';
import { canMailLinks } from './mail-link';
import type { PageServices } from './page-services';
import { showPage, viewerOf } from './show';

const NOTES = ['linkSent', 'linkGone', 'expired'] as const satisfies SignInNote[];
const SignInQuery = Type.Object({
  next: Type.Optional(Type.String({ maxLength: 500 })),
  note: Type.Optional(Type.Enum([...NOTES], { type: 'string' })),
});
const SignInBody = Type.Object({
  key: Type.Optional(Type.String({ maxLength: 200 })),
  next: Type.Optional(Type.String({ maxLength: 500 })),
});
/** Somebody who mistypes tries a few times; somebody who guesses, thousands. */
export const FEW_TRIES = { rateLimit: { max: 10, timeWindow: 60_000 } };

/** Signing in with a key, and signing out. */
export function signInRoutes(app: App, services: PageServices): void {
  const { store, sessions } = services;
  const mails = canMailLinks(services);
  const open = { config: { public: true } } as const;
  app.get(
    '/sign-in',
    { schema: { querystring: SignInQuery, hide: true }, ...open },
    async (request, reply) => {
      const { next, note = null } = request.query;
      if (request.signedIn) return reply.redirect(innerPath(next), 303);
      const looking = { request, reply, services };
      const viewer = viewerOf(looking);
      return showPage(looking, { ...signInPage({ viewer, next: innerPath(next), note, mails }), viewer });
    },
  );
  const tried = { config: { public: true, ...FEW_TRIES } } as const;
  app.post('/sign-in', { schema: { body: SignInBody, hide: true }, ...tried }, async (request, reply) => {
    const { key: secret = '', next } = request.body;
    const key = await store.findKey(hashKey(secret.trim()));
    if (key && key.revoked_at === null) {
      await sessions.open(request, reply, key.id);
      return reply.redirect(innerPath(next), 303);
    }
    const looking = { request, reply, services };
    const viewer = viewerOf(looking);
    const page = signInPage({ viewer, next: innerPath(next), note: 'wrongKey', mails });
    return showPage(looking, { ...page, viewer }, 401);
  });
}
