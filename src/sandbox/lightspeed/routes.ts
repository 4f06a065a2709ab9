import type { HttpResponse } from '../../http';
import { parseJsonObject } from '../json-body';
import { jsonReply } from '../replies';
import type { SimulatorRequest } from '../simulator';
import { ACCOUNT, ORDER_PROFILES, TABLES } from './account';
import { toSnapshot } from './check';
import {
  listBusinesses,
  listFinancialBusinesses,
  listFloorplans,
  listOrderProfiles,
  readiness,
} from './location';
import { itemAvailability, listDiscounts, listInstructions, loadMenu, menuList } from './menu';
import { isOpen, type OrderBook } from './order-book';
import { placeOrder } from './orders';
import type { PaymentDesk } from './payments';
import { springError } from './spring-errors';
import type { WebhookDesk } from './webhooks';

export type Call = { request: SimulatorRequest; now: Date; parts: string[] };
export type State = {
  book: OrderBook;
  webhooks: WebhookDesk;
  payments: PaymentDesk;
  /** Messages that `printMsg` put on the register, oldest first. */
  messages: string[];
};
type Route = {
  on: `${'GET' | 'PUT' | 'POST' | 'DELETE'} ${string}`;
  scope?: string;
  /** Whether `businessLocationId` must stand in the query. */
  atLocation?: true;
  run(call: Call, state: State): HttpResponse;
};

const accountNotFound = (call: Call): HttpResponse =>
  springError({ ...call, status: 404, message: `account not found for BL ${ACCOUNT.businessLocationId}` });

/** Every documented call that the simulator answers; `{}` stands for one part of the path. */
export const ROUTES: Route[] = [
  { on: 'GET /o/op/data/businesses', run: () => listBusinesses() },
  { on: 'GET /f/data/businesses', scope: 'financial-api', run: () => listFinancialBusinesses() },
  { on: 'GET /o/op/data/account-profiles', atLocation: true, run: () => listOrderProfiles() },
  {
    on: 'GET /o/op/data/{}/floorplans',
    run: (call) =>
      elsewhere(call, call.parts[0]) ?? listFloorplans(call.request.query.get('expandTables') !== 'false'),
  },
  {
    on: 'GET /o/op/data/{}/floorplans/{}/tables',
    run: (call) => elsewhere(call, call.parts[0]) ?? jsonReply(200, TABLES),
  },
  {
    on: 'GET /o/op/data/{}/account-profiles/tagcode/{}',
    run(call) {
      const profile = ORDER_PROFILES.find((each) => each.code === call.parts[1]);
      const unknown = { ...call, status: 404, message: `order profile not found ${call.parts[1]}` };
      return elsewhere(call, call.parts[0]) ?? (profile ? jsonReply(200, profile) : springError(unknown));
    },
  },
  { on: 'GET /o/op/1/menu/list', atLocation: true, run: () => menuList() },
  {
    on: 'GET /o/op/2/menu/load/{}',
    atLocation: true,
    run: ({ request, now, parts }) => loadMenu(request, parts[0] ?? '', now),
  },
  { on: 'GET /o/op/1/menu/modifiers', atLocation: true, run: () => listInstructions() },
  { on: 'GET /o/op/1/menu/discounts', atLocation: true, run: () => listDiscounts() },
  {
    on: 'GET /o/op/1/itemAvailability',
    atLocation: true,
    run: ({ request, now }) => itemAvailability(request, now),
  },
  {
    on: 'POST /o/op/1/itemAvailability',
    atLocation: true,
    run: ({ request, now }) => itemAvailability(request, now),
  },
  {
    on: 'GET /o/op/1/onlineOrderReadiness',
    atLocation: true,
    run: ({ now }, { book }) => readiness(book.posRunning, now),
  },
  {
    on: 'POST /o/op/1/order/toGo',
    run: (call, { book, webhooks }) => placeOrder(call, 'toGo', book, webhooks),
  },
  {
    on: 'POST /o/op/1/order/local',
    run: (call, { book, webhooks }) => placeOrder(call, 'local', book, webhooks),
  },
  {
    on: 'GET /o/op/1/order/table/getCheck',
    atLocation: true,
    run: (_, { book }) => jsonReply(200, book.checks().filter(isOpen).map(toSnapshot)),
  },
  {
    on: 'GET /o/op/1/order/table/{}/getCheck',
    atLocation: true,
    run(call, { book }) {
      const check = book.checks().find((each) => String(each.tableNumber) === call.parts[0] && isOpen(each));
      return check ? jsonReply(200, toSnapshot(check)) : accountNotFound(call);
    },
  },
  {
    on: 'GET /o/op/1/order/accounts/{}',
    atLocation: true,
    run(call, { book }) {
      const id = call.parts[0] ?? '';
      if (!/^A\d+\.\d+$/.test(id))
        return springError({ ...call, status: 400, message: 'Invalid account identifier' });
      const check = book.findCheck(id);
      return check ? jsonReply(200, toSnapshot(check)) : accountNotFound(call);
    },
  },
  { on: 'POST /o/op/1/pay', run: (call, { payments }) => payments.pay(call) },
  { on: 'POST /o/op/1/printMsg', atLocation: true, run: printMessage },
  { on: 'PUT /o/wh/1/webhook', run: (call, { webhooks }) => webhooks.save(call) },
  { on: 'POST /o/wh/1/webhook', run: (call, { webhooks }) => webhooks.save(call) },
  { on: 'GET /o/wh/1/webhook/{}', run: (call, { webhooks }) => webhooks.show(call, call.parts[0] ?? '') },
  {
    on: 'DELETE /o/wh/1/webhook/{}',
    run: (call, { webhooks }) => webhooks.remove(call, call.parts[0] ?? ''),
  },
  {
    on: 'GET /o/wh/1/webhook/{}/business-locations',
    run: (call, { webhooks }) => webhooks.atLocations(call, call.parts[0] ?? ''),
  },
  ...(['PUT', 'DELETE'] as const).map(
    (method): Route => ({
      on: `${method} /o/wh/1/webhook/{}/business-locations/{}`,
      run: (call, { webhooks }) =>
        elsewhere(call, call.parts[1]) ??
        webhooks.atLocations(call, call.parts[0] ?? '', Number(call.parts[1])),
    }),
  ),
];

/** Refuses a business location that the token's user does not have. */
export function elsewhere(call: Call, location: string | null | undefined): HttpResponse | undefined {
  if (location === String(ACCOUNT.businessLocationId)) return undefined;
  return springError({ ...call, status: 403, message: `no access to business location ${location}` });
}

function printMessage(call: Call, { messages }: State): HttpResponse {
  const message = parseJsonObject(call.request.body)?.message;
  if (typeof message !== 'string' || message === '')
    return springError({ ...call, status: 400, message: 'message must not be empty' });
  messages.push(message);
  return jsonReply(200, { status: 'ok' });
}
