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
    throw new ApiProblem('malformed-request', `The body is not valid JSON: ${whereItBreaks(String(error))}.`);
  }
}

/** V8 tells either the place or what stands around it. */
function whereItBreaks(message: string): string {
  const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(message) ?? [];
  if (line) return `look at line ${line}, column ${column}`;
  const [, around] = /^SyntaxError: Unexpected token .*?, (.*) is not valid JSON$/s.exec(message) ?? [];
  return around ? `look near ${around}` : 'it ends too early';
}
