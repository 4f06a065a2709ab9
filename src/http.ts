/** A request as every adapter writes it; the client that sends it is an argument, never an import. */
export type HttpRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  body?: string;
  /** Milliseconds until the client gives up: the vendor's longest answer time. */
  timeoutMs?: number;
  /** Milliseconds the client waits before it sends: for vendors whose reads lag behind their writes. Adapters never sleep. */
  delayMs?: number;
};

/** Header names are lower case; the body is the text as received. */
export type HttpResponse = { status: number; headers: Record<string, string>; body: string };

/** Resolves for every status; rejects only with `NoResponse`. */
export type HttpClient = (request: HttpRequest) => Promise<HttpResponse>;

/** No reply came. `sent: 'no'` proves that nothing left this machine; `'maybe'` means that the other side may have acted. */
export class NoResponse extends Error {
  override readonly name = 'NoResponse';
  constructor(
    readonly sent: 'no' | 'maybe',
    reason: string,
  ) {
    super(reason);
  }
}
