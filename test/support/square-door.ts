import type { HttpClient, HttpRequest, HttpResponse } from '../../src/http';
import { buildMenuIndex } from '../../src/menu/menu-index';
import { PosError } from '../../src/pos/errors';
import { placeOrder } from '../../src/pos/place-order';
import { prepareOrder } from '../../src/pos/prepare';
import type { Receipt } from '../../src/pos/receipt';
import { square } from '../../src/pos/square';
import type { Session } from '../../src/pos/vendor';
import type { StaffedSimulator } from '../../src/sandbox/notification';
import { directClient, openStage, sample, shop } from './vendor-doors';

type Hook = (request: HttpRequest, send: HttpClient) => Promise<HttpResponse>;

/** A door to the Square sandbox that writes down its requests, and where one of them can be made to go wrong. */
export async function openDoor(changes: Partial<Session> = {}) {
  const stage = await openStage('square', directClient);
  const requests: string[] = [];
  const hooks: { path: RegExp; times: number; hook: Hook }[] = [];
  const direct = (await stage.open()).http;
  const http: HttpClient = async (request) => {
    const path = new URL(request.url).pathname;
    requests.push(`${request.method} ${path}`);
    const struck = hooks.find((one) => one.times > 0 && one.path.test(path));
    if (!struck) return direct(request);
    struck.times -= 1;
    return struck.hook(request, direct);
  };
  const session = await stage.open({ http, ...changes });
  const menu = buildMenuIndex(await square.fetchMenu(await stage.open()));

  const place = (
    order = sample(),
    { lookFirst = true, settings = session.settings } = {},
  ): Promise<Receipt> => {
    const prepared = prepareOrder(order, { vendor: square, settings, menu, shop });
    return placeOrder({ vendor: square, prepared, session: { ...session, settings }, lookFirst });
  };
  const call = async (method: HttpRequest['method'], path: string, body?: unknown) => {
    const headers = {
      authorization: `Bearer ${session.credentials.access_token}`,
      'content-type': 'application/json',
    };
    const url = `${session.baseUrl}${path}`;
    const { body: text } = await direct({
      method,
      url,
      headers,
      body: body && JSON.stringify(body),
    } as HttpRequest);
    return JSON.parse(text);
  };
  return {
    session,
    requests,
    place,
    call,
    stage,
    /** What happens to the next requests on a path, instead of reaching Square. */
    when: (path: RegExp, hook: Hook, times = 1) => hooks.push({ path, times, hook }),
    tickets: () => stage.target.simulator.tickets(stage.clock.now),
    /** Staff at this POS. */
    staff: stage.target.simulator as StaffedSimulator,
    /** How many payments Square has booked for an order. */
    payments: async (id: string | null) => (await call('GET', `/v2/orders/${id}`)).order.tenders?.length ?? 0,
    writes: () => requests.filter((line) => /POST .*\/(orders|payments|pay)$/.test(line)),
  };
}
export type Door = Awaited<ReturnType<typeof openDoor>>;

/** The error that a call ends in. */
export async function failure(call: Promise<unknown>): Promise<PosError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof PosError) return error;
  throw new Error(`expected a PosError, got ${String(error)}`);
}

/** Ready-made answers. */
export const answer = (status: number, body: unknown): HttpResponse => ({
  status,
  headers: {},
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
