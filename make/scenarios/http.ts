import type { Filter, Module } from './blueprint';

type Rows = Record<string, string>;
/** A request; every text may hold mappings. */
export type Request = {
  id: number;
  name: string;
  method: 'get' | 'post';
  url: string;
  headers?: Rows;
  query?: Rows;
  /** JSON text, or the fields of a form. */
  json?: string;
  form?: Rows;
  timeoutSeconds?: number;
  /** A refusal is an answer like any other: only silence fails the module. */
  takesRefusals?: true;
  filter?: Filter;
  onerror?: Module[];
};
/** How a request becomes a module of Make's; the two generations of its HTTP app differ in every field. */
export type HttpGeneration = (request: Request) => Module;

const FORM = 'application/x-www-form-urlencoded';
const LONGEST_SECONDS = 40;

const rows = (fields: Rows = {}) => Object.entries(fields).map(([name, value]) => ({ name, value }));

/** A form as text: what is written is encoded here, what is mapped by Make. */
function formText(form: Rows): string {
  const fields = Object.entries(form).map(([name, value]) => {
    const pieces = value.split(/\{\{(.+?)\}\}/s);
    const encoded = pieces.map((piece, index) =>
      index % 2 === 0 ? encodeURIComponent(piece) : `{{encodeURL(${piece})}}`,
    );
    return `${name}=${encoded.join('')}`;
  });
  return fields.join('&');
}

function bodyOfV4({ json, form }: Request): object {
  if (json !== undefined) {
    return { contentType: 'json', inputMethod: 'jsonString', jsonStringBodyContent: json };
  }
  return form ? { contentType: 'custom', contentTypeValue: FORM, rawBodyContent: formText(form) } : {};
}

/** The HTTP app's current module, "Make a request". */
export const httpV4: HttpGeneration = (request) => {
  const { id, name, filter, onerror, timeoutSeconds = LONGEST_SECONDS } = request;
  return {
    id,
    name,
    module: 'http:MakeRequest',
    version: 4,
    parameters: { tlsType: '', proxyKeychain: '', authenticationType: 'noAuth' },
    mapper: {
      url: request.url,
      method: request.method,
      headers: rows(request.headers),
      queryParameters: rows(request.query),
      ...bodyOfV4(request),
      timeout: timeoutSeconds,
      parseResponse: true,
      stopOnHttpError: !request.takesRefusals,
      allowRedirects: true,
      shareCookies: false,
      requestCompressedContent: true,
    },
    filter,
    onerror,
  };
};

function bodyOfV3({ json, form }: Request): object {
  if (json !== undefined) return { bodyType: 'raw', contentType: 'application/json', data: json };
  if (!form) return { bodyType: '', contentType: '', data: '' };
  const formFields = Object.entries(form).map(([key, value]) => ({ key, value }));
  return { bodyType: 'x_www_form_urlencoded', formFields };
}

/** The legacy module, for accounts and templates that still have it. */
export const httpV3: HttpGeneration = (request) => {
  const { id, name, filter, onerror, timeoutSeconds = LONGEST_SECONDS } = request;
  return {
    id,
    name,
    module: 'http:ActionSendData',
    version: 3,
    parameters: { handleErrors: !request.takesRefusals, useNewZLibDeCompress: true },
    mapper: {
      ca: '',
      qs: rows(request.query),
      url: request.url,
      gzip: true,
      method: request.method,
      headers: rows(request.headers),
      timeout: String(timeoutSeconds),
      useMtls: false,
      authPass: '',
      authUser: '',
      ...bodyOfV3(request),
      serializeUrl: false,
      shareCookies: false,
      parseResponse: true,
      followRedirect: true,
      useQuerystring: false,
      followAllRedirects: false,
      rejectUnauthorized: true,
    },
    filter,
    onerror,
  };
};
