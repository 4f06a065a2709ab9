import { Type } from 'typebox';
import { LANGUAGES } from '../../web/language';
import type { App } from '../services';
import { innerPath } from './inner-path';
import type { PageServices } from './page-services';
import { LANGUAGE_COOKIE } from './show';

const SignOutBody = Type.Object({ everywhere: Type.Optional(Type.Enum(['yes'], { type: 'string' })) });
const LanguageBody = Type.Object({ language: Type.Enum([...LANGUAGES], { type: 'string' }) });
const A_YEAR = 365 * 24 * 3_600;

/** The foot of every page: signing out, and the other language. */
export function footRoutes(app: App, { sessions }: PageServices): void {
  const open = { config: { public: true } } as const;
  app.post('/sign-out', { schema: { body: SignOutBody, hide: true }, ...open }, async (request, reply) => {
    await sessions.end(request, reply, request.body.everywhere === 'yes');
    return reply.redirect('/sign-in', 303);
  });
  app.post('/language', { schema: { body: LanguageBody, hide: true }, ...open }, async (request, reply) => {
    const { language } = request.body;
    reply.setCookie(LANGUAGE_COOKIE, language, {
      path: '/',
      sameSite: 'lax',
      httpOnly: true,
      maxAge: A_YEAR,
    });
    return reply.redirect(pathOf(request.headers.referer), 303);
  });
}

/** The page that it was pressed on. */
function pathOf(referer: string | undefined): string {
  if (referer === undefined || !URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  return innerPath(`${pathname}${search}`);
}
