import type { HttpResponse } from '../../http';
import { jsonReply } from '../replies';
import { SEED_RESTAURANT } from '../seed-menu';
import { ACCOUNT, ORDER_PROFILES, TABLES } from './account';

const name = SEED_RESTAURANT.name;

/** `GET /o/op/data/businesses` */
export function listBusinesses(): HttpResponse {
  const businessLocations = [{ id: ACCOUNT.businessLocationId, name }];
  return jsonReply(200, [{ id: ACCOUNT.businessId, name, businessLocations }]);
}

/** `GET /f/data/businesses`: the only place that tells currency, country and time zone. */
export function listFinancialBusinesses(): HttpResponse {
  const { currency, country, timezone } = SEED_RESTAURANT;
  const businessLocations = [{ blName: name, blID: ACCOUNT.businessLocationId, country, timezone }];
  const business = {
    businessName: name,
    businessId: ACCOUNT.businessId,
    currencyCode: currency,
    businessLocations,
  };
  return jsonReply(200, {
    _embedded: { businessList: [business] },
    _links: { self: { href: '/f/data/businesses' } },
  });
}

/** `GET /o/op/data/account-profiles` */
export function listOrderProfiles(): HttpResponse {
  return jsonReply(200, {
    businessLocationId: ACCOUNT.businessLocationId,
    accountProfileList: ORDER_PROFILES,
  });
}

/** `GET /o/op/data/{businessLocationId}/floorplans`; tables are left out with `expandTables=false`. */
export function listFloorplans(expandTables: boolean): HttpResponse {
  const plan = { id: ACCOUNT.floorplanId, name: 'Dining Room' };
  return jsonReply(200, [expandTables ? { ...plan, tables: TABLES } : plan]);
}

/** `GET /o/op/1/onlineOrderReadiness`: READY only when the API is enabled and a POS is running and accepts online orders. */
export function readiness(posRunning: boolean, now: Date): HttpResponse {
  return jsonReply(200, {
    status: posRunning ? 'READY' : 'NOT_READY',
    lastUpdatedAt: now.toISOString(),
    onlineOrderingApiConfiguration: {
      enabled: true,
      orderProfileId: ORDER_PROFILES[0].id,
      staffId: ACCOUNT.staffId,
    },
    posStatus: { salesPeriod: 'OPENED', acceptingOnlineOrders: posRunning, availableDevices: posRunning },
  });
}
