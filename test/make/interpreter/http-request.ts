import { ModuleError } from './module-error';

export type Call = {
  url: string;
  method: string;
  headers: [string, string][];
  body?: string;
  timeoutMs: number;
  parseResponse: boolean;
  /** Whether a status from 400 on is an error of the module. */
  statusIsError: boolean;
};

/** One request of Make's HTTP modules over a real socket, and what is mappable afterwards: `data`, `headers`, `statusCode`. */
export async function makeRequest(
  call: Call,
): Promise<{ statusCode: number; headers: Record<string, string>; data: unknown }> {
  const { method, headers, body } = call;
  const url = readAddress(call.url);
  const response = await fetch(url, {
    method: method.toUpperCase(),
    headers,
    ...(body !== undefined && { body }),
    signal: AbortSignal.timeout(call.timeoutMs),
  }).catch((error: Error) => {
    if (error.name === 'TimeoutError')
      throw new ModuleError('ModuleTimeoutError', 'The request took too long.');
    throw new ModuleError('RuntimeError', `The server did not answer: ${String(error.cause ?? error)}`);
  });
  const text = await response.text();
  if (call.statusIsError && response.status >= 400) throw ModuleError.ofStatus(response.status, text);
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    data: call.parseResponse ? parsed(response, text) : text,
  };
}

/** The current HTTP module speaks https only; tests speak to this machine. */
function readAddress(text: string): URL {
  const url = URL.parse(text);
  if (!url) throw new ModuleError('DataError', `"${text}" is no address.`);
  if (url.protocol === 'https:' || url.hostname === '127.0.0.1') return url;
  throw new ModuleError('DataError', `${url.protocol} is not allowed: only https.`);
}

function parsed(response: Response, text: string): unknown {
  if (text === '') return undefined;
  const isJson = /^[\w.+/-]*json/.test(response.headers.get('content-type') ?? '');
  return isJson ? JSON.parse(text) : text;
}
