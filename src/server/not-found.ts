import { sendProblem } from './error-handler';
import { ApiProblem } from './problem';
import type { App } from './services';

/** Unknown addresses are 404, known ones with another method 405; both as problems. */
export function answerUnknownRoutes(app: App): void {
  const known: { pattern: RegExp; method: string }[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    const pattern = new RegExp(`^${url.replaceAll(/:\w+/g, '[^/]+').replace('*', '.*')}/?$`);
    for (const one of [method].flat()) known.push({ pattern, method: one });
  });
  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?');
    const methods = known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    if (methods.length === 0) {
      const detail = `There is nothing at ${path.slice(0, 100)}; every address is listed at /docs.`;
      return sendProblem(reply, new ApiProblem('not-found', detail));
    }
    const allow = [...new Set(methods)].join(', ');
    const detail = `${request.method} is not possible here; use ${allow}.`;
    return sendProblem(reply, new ApiProblem('method-not-allowed', detail, { headers: { allow } }));
  });
}
