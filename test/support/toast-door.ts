import type { HttpClient, HttpRequest } from '../../src/http';
import { buildMenuIndex } from '../../src/menu/menu-index';
import { parseOrder } from '../../src/order/parse';
import { PosError } from '../../src/pos/errors';
import { placeOrder } from '../../src/pos/place-order';
import { prepareOrder } from '../../src/pos/prepare';
import type { Receipt } from '../../src/pos/receipt';
import { toast } from '../../src/pos/toast';
import type { ToastSession } from '../../src/pos/toast/api';
import type { Token } from '../../src/pos/vendor';
import { type FaultName, FaultySimulator } from '../../src/sandbox/faults';
import { inProcessClient } from '../../src/sandbox/in-process';
import { createToastSimulator } from '../../src/sandbox/toast';
import { SHOP } from './toast-order';

const BASE = 'http://toast.sandbox';

/** The adapter before a Toast of its own: a door that logs in, reads the menu, looks first and sends. */
export async function openToastDoor(options: { autoFire?: boolean } = {}) {
  const target = new FaultySimulator(createToastSimulator(options));
  const clock = { now: new Date('2026-11-24T18:00:00Z') };
  const sent: HttpRequest[] = [];
  const direct = inProcessClient({ base: BASE, clock }, target);
  const http: HttpClient = (request) => {
    sent.push(request);
    return direct(request);
  };
  const fact = (name: string): string => target.simulator.facts[name] ?? '';
  const settings: Record<string, string | undefined> = {
    fallback_item_id: fact('fallback_item'),
    fallback_guest_email: 'orders@marios.example',
    delivery_fee_charge_id: fact('service_charge_delivery_fee'),
    prepaid_payment_type_id: fact('payment_type_phone_prepaid'),
    discount_id: fact('discount_open_amount_off'),
  };
  const credentials = { client_id: fact('client_id'), client_secret: fact('client_secret') };
  const logIn = (known = credentials): Promise<Token> =>
    toast.authenticate(known, undefined, { http, environment: 'sandbox', baseUrl: BASE });
  const token = await logIn();
  const session = (changes: Partial<ToastSession> = {}): ToastSession => ({
    ...{ http, credentials, token, settings, baseUrl: BASE },
    posLocation: fact('restaurant_guid'),
    environment: 'sandbox',
    now: clock.now.toISOString(),
    ...changes,
  });
  const menu = buildMenuIndex(await toast.fetchMenu(session()));
  const prepare = (changes: object = {}) => {
    const order = parseOrder({ ...KNOTS, ...changes }, SHOP);
    return prepareOrder(order, { vendor: toast, settings, menu, shop: SHOP });
  };
  const send = (changes: object = {}, at = session(), lookFirst = true): Promise<Receipt> =>
    placeOrder({ vendor: toast, prepared: prepare(changes), session: at, lookFirst });
  return {
    ...{ target, clock, sent, http, fact, logIn, token, session, menu, prepare, send },
    arm: (fault: FaultName) => target.arm({ fault, times: 1, seconds: 29 }),
    tickets: () => target.simulator.tickets(clock.now),
    paths: () => sent.map((request) => `${request.method} ${request.url.slice(BASE.length).split('?')[0]}`),
  };
}
export type ToastDoor = Awaited<ReturnType<typeof openToastDoor>>;

const KNOTS = {
  external_ref: 'CA0123',
  service: { type: 'pickup' },
  customer: { name: 'Ann Lee', phone: '617 555 0123' },
  items: [{ name: 'garlic knots', quantity: '1' }],
};

/** The error of a call that must fail. */
export async function failure(call: Promise<unknown>): Promise<PosError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof PosError) return error;
  throw new Error(`expected a PosError, got ${String(error)}`);
}
