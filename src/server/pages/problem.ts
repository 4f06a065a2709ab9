import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemPage } from '../../web/problem-page';
import { toProblem } from '../error-handler';
import type { PageServices } from './page-services';
import { showPage, viewerOf } from './show';

/** Whatever goes wrong on a page is a page too: what happened, and the way back. */
export function pageProblem(services: PageServices) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const problem = toProblem(error);
    if (problem.status === 500) request.log.error({ err: error }, 'page failed');
    reply.headers(problem.headers);
    const looking = { request, reply, services };
    const viewer = viewerOf(looking);
    const page = problemPage({ viewer, kind: problem.kind, said: problem.message });
    return showPage(looking, { ...page, viewer }, problem.status);
  };
}
