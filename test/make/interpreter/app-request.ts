export type Data = Record<string, unknown>;
/** An entry that a trigger has given. */
export type Seen = { id: string; at: number };
export type Refusal = { message: unknown; type?: unknown };

/** A request of a communication file, as far as ours use Make's directives; another one throws when it is read. */
export type AppRequest = {
  url?: string;
  baseUrl?: string;
  method?: string;
  headers?: Data;
  qs?: Data;
  body?: unknown;
  type?: 'json' | 'text';
  condition?: unknown;
  output?: unknown;
  respond?: Data;
  pagination?: { qs: Data; condition: unknown };
  log?: { sanitize: string[] };
  response?: AppResponse;
};
export type AppResponse = {
  type?: Record<string, 'json' | 'text'>;
  error?: Refusal & Record<string, Refusal>;
  valid?: { condition: unknown; message: unknown; type: unknown };
  limit?: unknown;
  iterate?: { container: unknown; condition?: unknown };
  trigger?: Data;
  temp?: Data;
  data?: unknown;
  metadata?: unknown;
  output?: unknown;
};

const REQUEST =
  'url baseUrl method headers qs body type condition output respond pagination log response'.split(' ');
const RESPONSE = 'type error valid limit iterate trigger temp data metadata output'.split(' ');

/** The requests of a communication file. */
export function readCommunication(text: string): AppRequest | AppRequest[] {
  const parsed = JSON.parse(text) as AppRequest | AppRequest[];
  return Array.isArray(parsed) ? parsed.map(readRequest) : readRequest(parsed);
}

export function readRequest(request: AppRequest): AppRequest {
  const { response = {} } = request;
  mustBeKnown(request, REQUEST);
  mustBeKnown(response, RESPONSE);
  const iterate = typeof response.iterate === 'string' ? { container: response.iterate } : response.iterate;
  return { ...request, ...(request.response && { response: { ...response, ...(iterate && { iterate }) } }) };
}

function mustBeKnown(value: object, known: string[]): void {
  const unknown = Object.keys(value).filter((key) => !known.includes(key));
  if (unknown.length > 0)
    throw new Error(`A communication uses ${unknown.join(', ')}, which is not known here.`);
}
