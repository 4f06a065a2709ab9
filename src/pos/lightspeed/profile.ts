import type { ServiceType } from '../../order/schema';
import { asList, asObject, asText } from '../json';
import type { PosOrder } from '../pos-order';
import { type LightspeedSession, read } from './api';
import { locationId } from './product';

type DeliveryMode = 'TAKE_AWAY' | 'DELIVERY' | 'NONE';
type Profile = { code: string; name: string; deliveryMode: string };

const MODES: Record<ServiceType, DeliveryMode> = {
  pickup: 'TAKE_AWAY',
  curbside: 'TAKE_AWAY',
  delivery: 'DELIVERY',
  dine_in: 'NONE',
};

/** The delivery mode of the order profile that fits an order. */
export function deliveryModeOf(order: PosOrder): DeliveryMode {
  return MODES[order.service.type ?? 'pickup'];
}

/** The location's active order profiles (https://api-docs.lsk.lightspeed.app/operation/operation-apeaccountprofiles). */
export async function fetchProfiles(session: LightspeedSession): Promise<Profile[]> {
  const id = locationId(session.posLocation);
  const reply = asObject(await read(session, `/o/op/data/account-profiles?businessLocationId=${id}`));
  return asList(reply.accountProfileList).flatMap((profile) => {
    const code = asText(profile.code);
    return code
      ? [{ code, name: asText(profile.name) ?? code, deliveryMode: asText(profile.deliveryMode) ?? 'NONE' }]
      : [];
  });
}

/** The code to send: as set, else the profile whose delivery mode fits. Dining in needs none. */
export async function profileCodeFor(
  order: PosOrder,
  session: LightspeedSession,
): Promise<{ code?: string; warnings: string[] }> {
  const set = session.settings.order_profile_code;
  const mode = deliveryModeOf(order);
  if (set || mode === 'NONE') return { code: set || undefined, warnings: [] };
  const fitting = (await fetchProfiles(session)).filter((profile) => profile.deliveryMode === mode);
  const [first] = fitting;
  if (!first)
    return {
      warnings: [`Lightspeed has no order profile for ${mode}; its default profile sets the prices.`],
    };
  if (fitting.length === 1) return { code: first.code, warnings: [] };
  const names = fitting.map(({ code }) => code).join(', ');
  return {
    code: first.code,
    warnings: [`Several order profiles fit (${names}); ${first.code} was used. Set Order Profile.`],
  };
}
