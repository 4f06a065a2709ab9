import { makeRequest } from './http-request';
import { toText } from './iml-values';
import { ModuleError } from './module-error';
import type { ModuleKind } from './modules';

const DEFAULT_SECONDS = 40;
type Row = Record<string, unknown>;

function rows(value: unknown, key: 'name' | 'key'): [string, string][] {
  return ((value ?? []) as Row[]).map((row) => {
    if (row[key] === undefined) throw new Error(`A row without "${key}": ${JSON.stringify(row)}`);
    return [toText(row[key]), toText(row.value)];
  });
}

function withQuery(url: unknown, query: [string, string][]): string {
  const search = new URLSearchParams(query).toString();
  return search === '' ? toText(url) : `${toText(url)}?${search}`;
}

function mustBeJson(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch (error) {
    throw new ModuleError('DataError', `The body is not valid JSON: ${String(error)}`);
  }
}

/** The body of the current module with its content type: JSON text, or any text under a type of its own. */
function bodyOfV4(mapper: Row): { type: string; body: string } | null {
  if (mapper.contentType === undefined) return null;
  if (mapper.contentType === 'json' && mapper.inputMethod === 'jsonString') {
    return { type: 'application/json', body: mustBeJson(toText(mapper.jsonStringBodyContent)) };
  }
  if (mapper.contentType === 'custom') {
    return { type: toText(mapper.contentTypeValue), body: toText(mapper.rawBodyContent) };
  }
  throw new Error(`http:MakeRequest: contentType ${String(mapper.contentType)} is not known here.`);
}

/** The body of the legacy module: raw text, or fields of a form. */
function bodyOfV3(mapper: Row): { type: string; body: string } | null {
  if (mapper.bodyType === '' || mapper.bodyType === undefined) return null;
  if (mapper.bodyType === 'raw') return { type: toText(mapper.contentType), body: toText(mapper.data) };
  if (mapper.bodyType === 'x_www_form_urlencoded') {
    const form = new URLSearchParams(rows(mapper.formFields, 'key')).toString();
    return { type: 'application/x-www-form-urlencoded', body: form };
  }
  throw new Error(`http:ActionSendData: bodyType ${String(mapper.bodyType)} is not known here.`);
}

function headersOf(mapper: Row, sent: { type: string } | null): [string, string][] {
  const given = rows(mapper.headers, 'name').filter(([, value]) => value !== '');
  return sent && sent.type !== '' ? [...given, ['content-type', sent.type]] : given;
}

/** Make's two HTTP modules, with the fields that real exports of them have; any other field throws. */
export const HTTP_MODULES: Record<string, ModuleKind> = {
  'http:MakeRequest': {
    version: 4,
    parameters: ['tlsType', 'proxyKeychain', 'authenticationType'],
    mapper: [
      'url',
      'method',
      'headers',
      'queryParameters',
      'contentType',
      'contentTypeValue',
      'rawBodyContent',
      'inputMethod',
      'jsonStringBodyContent',
      'timeout',
      'parseResponse',
      'stopOnHttpError',
      'allowRedirects',
      'shareCookies',
      'requestCompressedContent',
    ],
    async run(mapper, { longestMs }) {
      const sent = bodyOfV4(mapper);
      return makeRequest({
        url: withQuery(mapper.url, rows(mapper.queryParameters, 'name')),
        method: toText(mapper.method),
        headers: headersOf(mapper, sent),
        body: sent?.body,
        timeoutMs: Math.min(longestMs, Number(mapper.timeout ?? DEFAULT_SECONDS) * 1000),
        parseResponse: mapper.parseResponse === true,
        statusIsError: mapper.stopOnHttpError === true,
      });
    },
  },
  'http:ActionSendData': {
    version: 3,
    parameters: ['handleErrors', 'useNewZLibDeCompress'],
    mapper: [
      'ca',
      'qs',
      'url',
      'data',
      'gzip',
      'method',
      'headers',
      'timeout',
      'useMtls',
      'authPass',
      'authUser',
      'bodyType',
      'formFields',
      'contentType',
      'serializeUrl',
      'shareCookies',
      'parseResponse',
      'followRedirect',
      'useQuerystring',
      'followAllRedirects',
      'rejectUnauthorized',
    ],
    async run(mapper, { parameters, longestMs }) {
      const sent = bodyOfV3(mapper);
      const seconds = mapper.timeout === '' ? DEFAULT_SECONDS : Number(mapper.timeout);
      return makeRequest({
        url: withQuery(mapper.url, rows(mapper.qs, 'name')),
        method: toText(mapper.method),
        headers: headersOf(mapper, sent),
        body: sent?.body,
        timeoutMs: Math.min(longestMs, seconds * 1000),
        parseResponse: mapper.parseResponse === true,
        statusIsError: parameters.handleErrors === true,
      });
    },
  },
};
