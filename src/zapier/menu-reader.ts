import type { Bundle, ZObject } from 'zapier-platform-core';
import { type Match, matchItem } from '../menu/match';
import { buildMenuIndex } from '../menu/menu-index';
import { type Parsed, parseOrderText } from '../menu/parse';
import type { Menu } from '../menu/schema';
import { InputProblems } from '../order/problems';
import { asList, asObject } from '../pos/json';
import type { Vendor } from '../pos/vendor';
import { requireComplete } from './connection-needs';
import { readDictionary, readText } from './input-text';
import { createOrderApi, type OrderApi } from './order-api';
import { toPosSession } from './pos-session';
import { type Reading, withSpokenTime } from './spoken-time';
import { createStepCache } from './step-cache';
import { createZapierHttp } from './zapier-http';

/** Words held against a menu, whichever system has it: the POS itself, or the Order API. */
export type MenuReader = {
  parse(words: string): Promise<{ menu: Menu; parsed: Reading }>;
  find(words: string): Promise<{ menu: Menu; match: Match }>;
};
type Asked = { z: ZObject; bundle: Bundle<Record<string, unknown>> };

/** The menu of a connection. Refuses in words a connection that has none. */
export function openMenuReader({ z, bundle }: Asked): MenuReader {
  const vendor = requireComplete(bundle.authData);
  return vendor ? posReader(vendor, { z, bundle }) : apiReader({ z, bundle });
}

function posReader(vendor: Vendor, { z, bundle: { authData, inputData } }: Asked): MenuReader {
  const session = toPosSession({ vendor, authData, http: createZapierHttp(z) });
  const cache = createStepCache(z.cache, vendor, session);
  const aliases = readDictionary(inputData.aliases);
  const read = async <T>(take: (menu: Menu) => T, lacks: (taken: T) => boolean) => {
    const menu = (await cache.menu()) ?? refuseWithoutMenu(vendor);
    const taken = take(menu);
    const newer = lacks(taken) ? await cache.newerMenu() : null;
    return newer ? { menu: newer, taken: take(newer) } : { menu, taken };
  };
  return {
    async parse(words) {
      const take = (menu: Menu) => parseOrderText(words, buildMenuIndex(menu, { aliases }));
      const [{ menu, taken }, { timezone }] = await Promise.all([read(take, lacksWords), cache.shop()]);
      return { menu, parsed: withSpokenTime(taken, { timezone, now: new Date() }) };
    },
    async find(words) {
      const said = { name: words, menu_item_id: null, variation_id: null };
      const take = (menu: Menu) => matchItem(buildMenuIndex(menu, { aliases }), said);
      const { menu, taken } = await read(take, ({ status }) => status === 'none');
      return { menu, match: taken };
    },
  };
}

/** Whether a menu says nothing about some of the words. */
export function lacksWords({ items, leftover }: Parsed): boolean {
  return items.length === 0 || leftover.length > 0 || items.some(({ match }) => match.status === 'none');
}

/** The server knows the words that its restaurant taught it. */
function apiReader({ z, bundle: { authData, inputData } }: Asked): MenuReader {
  const api = createOrderApi(createZapierHttp(z), authData);
  const location_id = readText(inputData.location_id);
  const fetchMenu = async () =>
    (await api.fetchOne(`/v1/menu${location_id ? `?location_id=${location_id}` : ''}`)) as unknown as Menu;
  return {
    async parse(words) {
      const [menu, parsed] = await Promise.all([fetchMenu(), parseAtApi(api, { words, location_id })]);
      return { menu, parsed };
    },
    async find(words) {
      const ask = { method: 'POST', path: '/v1/menu/match', writes: false } as const;
      const body = { phrases: [words], location_id };
      const [menu, answer] = await Promise.all([fetchMenu(), api.send({ ...ask, body })]);
      return { menu, match: asObject(asList(answer.body.matches)[0]).match as Match };
    },
  };
}

type Words = { words: string; location_id: string | undefined };

/** What the Order API understands of a guest's words. */
export async function parseAtApi(api: OrderApi, { words, location_id }: Words): Promise<Reading> {
  const body = { text: words, location_id };
  const answer = await api.send({ method: 'POST', path: '/v1/orders/parse', body, writes: false });
  return answer.body as unknown as Reading;
}

function refuseWithoutMenu({ name }: Vendor): never {
  const message = `${name} has no menu that can be read, so there is nothing to hold words against.`;
  throw new InputProblems([{ path: '', message }]);
}
