import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedIn } from '../../store/sign-in';
import { FORM_TOKEN } from '../../web/form';
import { scopesOf } from '../access';
import { ApiProblem } from '../problem';
import type { App } from '../services';
import type { SessionDesk } from './session-desk';

declare module 'fastify' {
  interface FastifyRequest {
    signedIn: SignedIn | null;
  }
}

const FORM_IS_OLD =
  'This form is too old, or it came from another site. Nothing was changed; open the page again.';

/** Nobody sees or does anything on a page without a session whose key may; every form proves that it is ours. */
export function guardPages(app: App, sessions: SessionDesk): void {
  app.decorateRequest('signedIn', null);
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.public !== true && config?.scope === undefined) {
      throw new Error(`${String(method)} ${url} says neither what scope it needs nor that it is public.`);
    }
  });
  app.addHook('onRequest', async (request, reply) => {
    request.signedIn = (await sessions.of(request)) ?? null;
    const { key } = request.signedIn ?? {};
    if (key) {
      request.access = { key, scope: { restaurant_id: key.restaurant_id, location_ids: key.location_ids } };
    }
    return mayPass(request, reply);
  });
  app.addHook('preValidation', async (request) => {
    if (request.method !== 'POST') return;
    const { [FORM_TOKEN]: token, ...fields } = (request.body ?? {}) as Record<string, unknown>;
    if (!sessions.isOurForm(request, token)) throw new ApiProblem('missing-scope', FORM_IS_OLD);
    request.body = fields;
  });
}

/** Whoever is not signed in is led to where that is done, and back. */
function mayPass(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
  const { config } = request.routeOptions;
  if (config.public === true) return undefined;
  const needed = config.scope ?? 'admin';
  if (!request.signedIn) {
    const next = request.method === 'GET' ? request.url : '/';
    return reply.redirect(`/sign-in?${new URLSearchParams({ next })}`, 303);
  }
  if (scopesOf(request.signedIn.key.scope).includes(needed)) return undefined;
  const detail = `You are signed in with a key that may "${request.signedIn.key.scope}"; this needs "${needed}". Sign in with another key.`;
  throw new ApiProblem('missing-scope', detail);
}
