import type { SimulatorRequest } from '../simulator';
import { CONFIG_LISTS } from './config';
import { invalid, notFound } from './errors';
import { optionalArray, readObject } from './fields';
import type { Grant } from './login';
import { menus, menusMetadata } from './menus';
import type { Orders } from './orders';
import {
  connectedRestaurants,
  inventory,
  MANAGEMENT_GROUP_GUID,
  RESTAURANT_GUID,
  restaurantInfo,
} from './restaurant';

export type Call = {
  /** What the path's placeholder stands for, decoded. */
  id: string;
  query: URLSearchParams;
  body: unknown;
  grant: Grant;
  now: Date;
  orders: Orders;
};
export type Route = {
  method: 'GET' | 'POST';
  path: RegExp;
  /** Every scope it takes; '' for none. */
  scope: string;
  /** False for the partners API, which is about all restaurants. */
  forRestaurant?: false;
  answer: (call: Call) => unknown;
};

const configList = ({ id }: Call) => CONFIG_LISTS[id] ?? [];
const LISTS = Object.keys(CONFIG_LISTS).join('|');

/** Every endpoint that this Toast has, with the scope it asks for. */
export const ROUTES: Route[] = [
  { method: 'GET', path: /^\/menus\/v2\/metadata$/, scope: 'menus:read', answer: menusMetadata },
  { method: 'GET', path: /^\/menus\/v2\/menus$/, scope: 'menus:read', answer: () => menus('v2') },
  { method: 'GET', path: /^\/menus\/v3\/metadata$/, scope: 'menus.channel:read', answer: menusMetadata },
  { method: 'GET', path: /^\/menus\/v3\/menus$/, scope: 'menus.channel:read', answer: () => menus('v3') },
  { method: 'GET', path: new RegExp(`^/config/v2/(${LISTS})$`), scope: 'config:read', answer: configList },
  {
    method: 'GET',
    path: /^\/restaurants\/v1\/restaurants\/([^/]+)$/,
    scope: 'restaurants:read',
    answer: ({ id }) => {
      if (id !== RESTAURANT_GUID) throw notFound('Restaurant', id);
      return restaurantInfo();
    },
  },
  {
    method: 'GET',
    path: /^\/restaurants\/v1\/groups\/([^/]+)\/restaurants$/,
    scope: 'restaurants:read',
    answer: ({ id }) => {
      if (id !== MANAGEMENT_GROUP_GUID) throw notFound('ManagementGroup', id);
      return [{ guid: RESTAURANT_GUID }];
    },
  },
  {
    method: 'GET',
    path: /^\/partners\/v1\/restaurants$/,
    scope: '',
    forRestaurant: false,
    answer: connectedRestaurants,
  },
  {
    method: 'GET',
    path: /^\/stock\/v1\/inventory$/,
    scope: 'stock:read',
    answer: ({ query }) => inventory(query.get('status')),
  },
  { method: 'POST', path: /^\/stock\/v1\/inventory\/search$/, scope: 'stock:read', answer: searchInventory },
  {
    method: 'POST',
    path: /^\/orders\/v2\/prices$/,
    scope: 'orders.orders:write',
    answer: (call) => call.orders.price(call.body, call),
  },
  {
    method: 'POST',
    path: /^\/orders\/v2\/orders$/,
    scope: 'orders.orders:write',
    answer: (call) => call.orders.submit(call.body, call),
  },
  {
    method: 'GET',
    path: /^\/orders\/v2\/orders\/([^/]+)$/,
    scope: 'orders:read',
    answer: (call) => call.orders.read(call.id, call),
  },
  {
    method: 'GET',
    path: /^\/orders\/v2\/ordersBulk$/,
    scope: 'orders:read',
    answer: (call) => call.orders.list(call.query, call),
  },
  {
    method: 'POST',
    path: /^\/orders\/v2\/orders\/([^/]+)\/void$/,
    scope: 'orders.channel:void',
    answer: (call) => call.orders.void(call.id, call.body, call),
  },
];

/** The route of a request, and what its placeholder stands for. */
export function findRoute({ method, path }: SimulatorRequest): { route: Route; id: string } | undefined {
  for (const route of ROUTES) {
    const match = route.method === method ? route.path.exec(path) : null;
    if (match) return { route, id: decode(match[1] ?? '') };
  }
  return undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid('The path is not well-formed');
  }
}

function searchInventory({ body }: Call) {
  const fields = readObject(body, 'body', ['guids', 'multiLocationIds', 'versionIds']);
  const guids = optionalArray(fields.guids, 'guids');
  const multiLocationIds = optionalArray(fields.multiLocationIds, 'multiLocationIds');
  if (guids.length + multiLocationIds.length === 0) throw invalid('guids or multiLocationIds is required');
  return inventory(null).filter(
    (one) => guids.includes(one.guid) || multiLocationIds.includes(one.multiLocationId),
  );
}
