import type { Bundle, ZObject } from 'zapier-platform-core';
import type { HookEvent } from '../order/hook-events';
import { PosError } from '../pos/errors';
import { asObject, asText, type Json } from '../pos/json';
import { ORDER_API_NAME } from './auth-fields';
import { requireOrderApi } from './connection-needs';
import { explain } from './explain';
import { readText } from './input-text';
import { createOrderApi, type OrderApi } from './order-api';
import type { AuthData } from './pos-session';
import { withShopNames } from './shop-names';
import { createZapierHttp } from './zapier-http';

/** What a REST hook trigger needs beside its outputs: to be called, to be called no more. `what` begins a refusal. */
export function orderHook(events: HookEvent[], what: string) {
  const hooks = <T>(z: ZObject, authData: AuthData, run: (api: OrderApi) => Promise<T>) =>
    explain({ errors: z.errors, authData }, async () => {
      requireOrderApi(authData, what);
      return run(createOrderApi(createZapierHttp(z), authData));
    });
  return {
    /** Zapier keeps what this returns until the Zap is switched off; the hook's secret is not kept, as nothing would read it. */
    performSubscribe: (z: ZObject, { authData, targetUrl }: Bundle) =>
      hooks(z, authData, async (api) => {
        const body = { target_url: targetUrl, events };
        const hook = (await api.send({ method: 'POST', path: '/v1/hooks', body, writes: false })).body;
        const id = asText(hook.id);
        if (id === undefined)
          throw new PosError('unclear', ORDER_API_NAME, "The Order API's reply has no hook id.");
        return { id };
      }),
    performUnsubscribe: (z: ZObject, { authData, subscribeData }: Bundle) =>
      hooks(z, authData, async (api) => {
        const id = readText(subscribeData?.id);
        if (id !== undefined) {
          const path = `/v1/hooks/${encodeURIComponent(id)}`;
          await api.send({ method: 'DELETE', path, writes: false });
        }
        return { id: id ?? null };
      }),
  };
}

/** The orders that a call of these kinds is about: one, or none where Zapier was called about something else. */
export async function readHookOrders(
  z: ZObject,
  { authData, cleanedRequest }: Bundle<Record<string, unknown>>,
  events: HookEvent[],
): Promise<Json[]> {
  const { type, data } = asObject(cleanedRequest);
  if (!events.some((event) => event === type)) return [];
  const orders = [asObject(data)];
  const api = createOrderApi(createZapierHttp(z), authData);
  // The call comes once: an order without its shop's name is better than a lost one.
  return withShopNames(orders, api).catch(() => orders);
}
