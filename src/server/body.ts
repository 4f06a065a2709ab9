import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { fromText, readForm } from './form-body';
import { ApiProblem } from './problem';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body came as a form: its values are text. */
    isForm: boolean;
  }
}

/** Reads every body in one place: an empty one of any type is `{}`; JSON and forms are understood. */
export function readBodies(app: FastifyInstance): void {
  app.decorateRequest('isForm', false);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (request, text, done) => {
    try {
      done(null, readBody(request, String(text)));
    } catch (error) {
      done(error as Error);
    }
  });
  app.addHook('preValidation', async (request) => {
    request.body ??= {};
    const schema = request.routeOptions.schema?.body;
    if (request.isForm && schema) request.body = fromText(schema as TSchema, request.body);
  });
}

function readBody(request: FastifyRequest, raw: string): unknown {
  const text = raw.replace(/^\uFEFF/, '');
  const [type = ''] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  if (text.trim() === '') return {};
  // JSON under the wrong name is common (curl -d): no form begins like this.
  const isJson = /^\s*[{[]/.test(text);
  if (type.trim() === 'application/x-www-form-urlencoded' && !isJson) {
    request.isForm = true;
    return readForm(text);
  }
  if (!isJson && !/^(|text\/plain|(application|text)\/([\w.-]+\+)?json)$/.test(type.trim())) {
    const detail = `Bodies of type ${type.trim().slice(0, 60)} are not understood; send application/json.`;
    throw new ApiProblem('unknown-content-type', detail);
  }
  return readJson(text);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [, position] = /position (\d+)/.exec(String(error)) ?? [];
    const where = position ? placeOf(text, Number(position)) : 'its end';
    throw new ApiProblem('malformed-request', `The body is not valid JSON: look at ${where}.`);
  }
}

function placeOf(text: string, position: number): string {
  const lines = text.slice(0, position).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
