import { type Answer, readAnswer, refusalOf } from './app-answer';
import type { AppRequest, Data, Refusal, Seen } from './app-request';
import { type Call, makeRequest } from './http-request';
import { evaluateIml } from './iml';
import { isEmpty, isTrue, toDate, toText } from './iml-values';
import { type ErrorType, ModuleError } from './module-error';

const MODULE_TIMEOUT_MS = 40_000;
/** Make asks for no more pages than that in one run. */
const MOST_PAGES = 50;

/** What a communication may look at, and what every request of the app starts from. */
export type Setting = { base?: AppRequest; names: Data; now: Date };
/** What came of it. `data` and `metadata` are kept with the webhook or connection. */
export type Gave = { bundles: unknown[]; data: unknown; metadata: unknown; seen: Seen[] };

/** Runs one communication file of a custom app: each request in turn, each page of the last. */
export async function runCommunication(
  communication: AppRequest | AppRequest[],
  setting: Setting,
  isSeen: (seen: Seen) => boolean = () => false,
): Promise<Gave> {
  const names: Data = { ...setting.names, temp: {} };
  let gave: Gave = { bundles: [], data: undefined, metadata: undefined, seen: [] };
  for (const request of [communication].flat()) {
    gave = await new Exchange(withBase(request, setting.base), { ...setting, names }, isSeen).run();
  }
  return gave;
}

/** A request lies over the base part by part. */
function withBase(request: AppRequest, base: AppRequest = {}): AppRequest {
  return {
    ...base,
    ...request,
    headers: { ...base.headers, ...request.headers },
    qs: { ...base.qs, ...request.qs },
    response: { ...base.response, ...request.response },
  };
}

class Exchange {
  constructor(
    private readonly request: AppRequest,
    private readonly setting: Setting,
    private readonly isSeen: (seen: Seen) => boolean,
  ) {}

  private evaluate(value: unknown, more: Data = {}): unknown {
    const { names, now } = this.setting;
    return evaluateIml(value, { dialect: 'app', now, data: { ...names, ...more } });
  }

  async run(): Promise<Gave> {
    const { response = {}, pagination } = this.request;
    const gave: Gave = { bundles: [], data: undefined, metadata: undefined, seen: [] };
    const limit = isEmpty(response.limit) ? Number.POSITIVE_INFINITY : Number(this.evaluate(response.limit));
    let query = this.evaluate(this.request.qs ?? {}) as Data;
    for (let page = 1; page <= MOST_PAGES; page++) {
      const answer = await this.send(query);
      const known = this.take(answer, gave);
      const more = pagination && isTrue(this.evaluate(pagination.condition, answer));
      if (!more || known || (!response.trigger && gave.bundles.length >= limit)) break;
      query = { ...query, ...(this.evaluate(pagination.qs, answer) as Data) };
    }
    // Newest first came in: a trigger gives the oldest, and comes for the others at its next run.
    const cut = <T>(list: T[]) => (response.trigger ? list.reverse() : list).slice(0, limit);
    return { ...gave, bundles: cut(gave.bundles), seen: cut(gave.seen) };
  }

  private async send(query: Data): Promise<Answer> {
    const { url = '', baseUrl = '', method = 'GET', headers, body, type = 'json' } = this.request;
    const path = toText(this.evaluate(url));
    const address = path.startsWith('/') ? toText(this.evaluate(baseUrl)) + path : path;
    const sent = this.evaluate(body);
    const call: Call = {
      url: address + search(query),
      method: toText(this.evaluate(method)),
      headers: [...pairs(this.evaluate(headers) as Data), ['content-type', 'application/json']],
      ...(sent !== undefined && { body: type === 'text' ? toText(sent) : JSON.stringify(sent) }),
      timeoutMs: MODULE_TIMEOUT_MS,
      parseResponse: false,
      statusIsError: false,
    };
    const { response = {} } = this.request;
    const answer = readAnswer(await makeRequest(call), response);
    const refusal = refusalOf(answer, response);
    if (refusal) throw this.failure(refusal, answer);
    const { valid } = response;
    if (valid && !isTrue(this.evaluate(valid.condition, answer))) throw this.failure(valid, answer);
    return answer;
  }

  private failure({ message, type }: Refusal, answer: Answer): ModuleError {
    const kind = (this.evaluate(type, answer) ?? 'RuntimeError') as ErrorType;
    return new ModuleError(kind, toText(this.evaluate(message, answer)));
  }

  /** What an answer adds; whether it reaches back to what was seen in an earlier run. */
  private take(answer: Answer, gave: Gave): boolean {
    const { response = {} } = this.request;
    Object.assign(this.setting.names.temp as Data, this.evaluate(response.temp ?? {}, answer));
    gave.data = this.evaluate(response.data, answer);
    gave.metadata = this.evaluate(response.metadata, answer);
    const { container, condition } = response.iterate ?? {};
    if (container === undefined) {
      gave.bundles.push(this.evaluate(response.output ?? '{{body}}', answer));
      return false;
    }
    for (const item of (this.evaluate(container, answer) ?? []) as unknown[]) {
      const names = { ...answer, item };
      if (condition !== undefined && !isTrue(this.evaluate(condition, names))) continue;
      if (response.trigger) {
        const { id, date } = this.evaluate(response.trigger, names) as Data;
        const seen = { id: toText(id), at: toDate(date).getTime() };
        if (this.isSeen(seen)) return true;
        gave.seen.push(seen);
      }
      gave.bundles.push(this.evaluate(response.output ?? '{{item}}', names));
    }
    return false;
  }
}

/** What is empty is not sent. */
function search(query: Data): string {
  const text = new URLSearchParams(pairs(query)).toString();
  return text === '' ? '' : `?${text}`;
}

function pairs(values: Data): [string, string][] {
  return Object.entries(values).flatMap(([key, value]): [string, string][] =>
    value === undefined ? [] : [[key, toText(value)]],
  );
}
