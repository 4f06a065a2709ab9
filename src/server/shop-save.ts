import type { Static } from 'typebox';
import { InputProblems } from '../order/problems';
import { type Shop, type ShopSettings, ShopSettingsSchema, shopProblems } from '../order/shop';
import { isTimeZone } from '../order/time';
import type { Access } from './access';
import { asPatch } from './documentation';
import { notFound } from './problem';
import { readInput } from './read-request';
import type { Services } from './services';

export const ShopPatchSchema = asPatch(ShopSettingsSchema);
export type ShopPatch = Static<typeof ShopPatchSchema>;

type Saving = { access: Access; services: Pick<Services, 'store' | 'now'> };

/** Changes a shop's settings; what is left out stays. Throws `InputProblems`. */
export async function changeShop(id: string, body: unknown, { access, services }: Saving): Promise<Shop> {
  const { scope, key } = access;
  const change = (current: Shop) => mergeShop(current, readShopPatch(body, current));
  const shop = await services.store.updateShop(scope, id, change, { key_id: key.id, at: services.now() });
  if (!shop) throw notFound('shop');
  return shop;
}

/** Times without an offset are meant on the shop's clock, on the new one where the zone changes too. */
export function readShopPatch(
  body: unknown,
  current: ShopSettings,
  schema: typeof ShopPatchSchema = ShopPatchSchema,
): ShopPatch {
  const { timezone = current.timezone } = (body ?? {}) as { timezone?: unknown };
  const known = typeof timezone === 'string' && isTimeZone(timezone) ? timezone : current.timezone;
  const patch = readInput(schema, body, { ...current, timezone: known });
  const problems = shopProblems(patch as Partial<ShopSettings>);
  if (problems.length > 0) throw new InputProblems(problems);
  return patch;
}

/** Groups of settings (delivery, fallback) are refined, lists are replaced. */
export function mergeShop<T extends ShopSettings>(current: T, patch: ShopPatch): T {
  return {
    ...current,
    ...patch,
    delivery: { ...current.delivery, ...patch.delivery },
    fallback: { ...current.fallback, ...patch.fallback },
  };
}
