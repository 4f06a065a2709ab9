import { serviceTitle } from '../../order/ticket-text';
import { asText, type Json } from '../json';
import type { PosOrder } from '../pos-order';
import type { Choice } from '../vendor';
import type { CloverSession } from './api';
import { readAll } from './pages';

type ServiceType = NonNullable<PosOrder['service']['type']>;

/** How restaurants label their order types; the first word of a row that is found wins. */
const LABELS: Record<ServiceType, RegExp[]> = {
  pickup: [/pick.?up|collect/i, /take.?(out|away)|carry.?out|to.?go/i],
  delivery: [/deliver/i],
  dine_in: [/dine|eat.?in|for.?here/i, /table/i],
  curbside: [/curb|kerb/i, /pick.?up|collect/i, /take.?(out|away)|carry.?out|to.?go/i],
};

/** The merchant's order types (https://docs.clover.com/docs/working-with-orders): each restaurant has its own. */
export async function fetchOrderTypes(session: CloverSession): Promise<Choice[]> {
  const types = await readAll(session, '/order_types');
  return types
    .filter((type) => type.isDeleted !== true)
    .sort((a, b) => Number(a.isHidden === true) - Number(b.isHidden === true))
    .map((type) => ({ value: asText(type.id) ?? '', label: labelOf(type) }));
}

/** Which service a label means: the narrowest first, as "Curbside Pickup" is a pickup too. */
export function serviceOf(label: string): ServiceType | null {
  const narrow = (['curbside', 'delivery', 'dine_in'] as const).find((one) => LABELS[one][0]?.test(label));
  return narrow ?? (LABELS.pickup.some((pattern) => pattern.test(label)) ? 'pickup' : null);
}

export function labelOf(type: Json): string {
  return asText(type.label) ?? asText(type.labelKey) ?? asText(type.systemOrderTypeId) ?? 'Unnamed';
}

/** The order type for this order: the one set, else the one whose label says so, else none and a warning. */
export async function chooseOrderType(
  order: PosOrder,
  session: CloverSession,
): Promise<{ id?: string; warnings: string[] }> {
  if (session.settings.order_type_id) return { id: session.settings.order_type_id, warnings: [] };
  const types = await fetchOrderTypes(session);
  const [found] = LABELS[order.service.type ?? 'pickup'].flatMap((label) =>
    types.filter((type) => label.test(type.label)),
  );
  if (found) return { id: found.value, warnings: [] };
  const known = types.map((type) => type.label).join(', ') || 'none';
  return {
    warnings: [
      `Clover has no order type for ${serviceTitle(order)} (it has: ${known}); the note says it. Choose the Order Type.`,
    ],
  };
}
