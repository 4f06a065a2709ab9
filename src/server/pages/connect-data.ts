import { hasArrived, isTicket } from '../../order/delivery';
import type { Shop } from '../../order/shop';
import { PosError } from '../../pos/errors';
import type { Location } from '../../pos/vendor';
import { findVendor } from '../../pos/vendors';
import type { ConnectionRecord, Scope } from '../../store/records';
import type { ConnectionView, Printed } from '../../web/connection-page';
import { troublesOf } from '../doctor/look-at-connection';
import { notFound } from '../problem';
import type { PageServices } from './page-services';

/** Stands for the POS's own id of the shop until somebody has chosen it: no POS has such an id. */
export const NOT_CHOSEN = '?';
const DAY_MS = 24 * 3_600_000;

type Asked = { scope: Scope; test?: string; printed?: Printed };

/** All that the page of one connection shows, but who looks at it. It asks the POS now. */
export async function connectionViewOf(
  record: ConnectionRecord,
  shop: Shop,
  { asked, services }: { asked: Asked; services: PageServices },
): Promise<Omit<ConnectionView, 'viewer'>> {
  const { probe, menus, store, now } = services;
  const health = await probe.of(record);
  if (health === null) throw notFound('connection');
  const index = await menus.of(asked.scope, shop);
  const token = await store.token(record.id);
  return {
    ...{
      shop,
      id: record.id,
      name: record.name,
      health,
      posLocation: record.pos_location === NOT_CHOSEN ? '' : record.pos_location,
    },
    locations: await locationsOf(record, services),
    dishes: index?.menu.items.length ?? 0,
    givesMenu: findVendor(record.vendor)?.fetchMenu !== undefined,
    test: asked.test === undefined ? null : await testOf(asked.test, record, { asked, services }),
    printed: asked.printed ?? null,
    mode: record.mode === 'rehearsal' ? 'rehearsal' : record.is_default ? 'live' : 'off',
    troubles: health.state === 'ok' ? await troublesOf(record, shop, services) : [],
    tokenDays: token ? Math.max(0, Math.floor((token.expires_at - now()) / DAY_MS)) : null,
  };
}

/** What the POS lists for these credentials; nothing where it has no list, or does not let us in. */
export async function locationsOf(
  record: ConnectionRecord,
  { directory }: Pick<PageServices, 'directory'>,
): Promise<Location[]> {
  try {
    const { vendor, session } = await directory.open(record);
    return (await vendor.listLocations?.(session)) ?? [];
  } catch (error) {
    if (error instanceof PosError) return [];
    throw error;
  }
}

async function testOf(
  order: string,
  { id }: ConnectionRecord,
  { asked, services }: { asked: Asked; services: PageServices },
): Promise<ConnectionView['test']> {
  const rows = await services.store.deliveriesOf(asked.scope, [order]);
  const row = rows.find((one) => isTicket(one) && one.target === id);
  if (!row) return null;
  return { order, arrived: hasArrived(row), said: row.reason?.message ?? null };
}
