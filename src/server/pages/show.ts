import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageFor } from '../../web/language';
import { type Page, shell } from '../../web/shell';
import type { Viewer } from '../../web/viewer';
import { scopesOf } from '../access';
import type { PageServices } from './page-services';

/** Nothing but our own files may load or be called, no form leads away, and no other site shows a page inside its own. */
const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
};
export const LANGUAGE_COOKIE = 'orderwire-language';

/** A request for a page. */
export type Looking = { request: FastifyRequest; reply: FastifyReply; services: PageServices };

/** Who looks at a page; `shopLanguage` where the page is about one shop. */
export function viewerOf({ request, reply, services }: Looking, shopLanguage?: string): Viewer {
  const { signedIn, cookies, headers } = request;
  return {
    language: languageFor({
      chosen: cookies?.[LANGUAGE_COOKIE],
      shop: shopLanguage,
      browser: headers['accept-language'],
    }),
    can: signedIn ? scopesOf(signedIn.key.scope) : [],
    name: signedIn?.key.name ?? null,
    formToken: services.sessions.formToken(request, reply),
  };
}

/** Answers with a page. */
export function showPage(
  { reply, services }: Looking,
  page: Page & { viewer: Viewer },
  status = 200,
): FastifyReply {
  return reply
    .code(status)
    .headers(HEADERS)
    .type('text/html; charset=utf-8')
    .send(shell({ ...page, assets: services.assets.urls }));
}
