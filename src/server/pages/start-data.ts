import { hasArrived, isTicket } from '../../order/delivery';
import type { Problem } from '../../order/problems';
import type { Shop } from '../../order/shop';
import type { Receipt } from '../../pos/receipt';
import type { ConnectionRecord, Scope } from '../../store/records';
import type { Start } from '../../web/start-page';
import type { FirstTicket, SentTicket } from '../../web/start-ticket';
import { troubleOf } from '../../web/trouble';
import { findSandbox, isInSandbox, readableOnes } from '../found-sandbox';
import { notFound } from '../problem';
import type { PageServices } from './page-services';
import { exampleWords } from './start-reading';

/** The name that a shop has before somebody gives it one. */
const NAMELESS = 'My Restaurant';

export type Tried = Partial<Pick<FirstTicket, 'words' | 'name' | 'phone' | 'once' | 'read'>> & {
  /** Of which form. */
  refused?: { restaurant?: Problem[]; ticket?: Problem[] };
  /** The order that was sent. */
  order?: string;
};

/** All that the page of the first run shows, but who looks at it and its address. */
export async function startDataOf(
  shop: Shop,
  { scope, tried }: { scope: Scope; tried: Tried },
  services: PageServices,
): Promise<Omit<Start, 'viewer' | 'address'>> {
  const { menus, probe } = services;
  const connection = await connectionOf(shop, scope, services);
  const health = await probe.of(connection);
  const index = await menus.of(scope, shop);
  const sandbox = connection ? null : await findSandbox(services);
  const { restaurant = [], ticket = [] } = tried.refused ?? {};
  return {
    shop,
    isNamed: shop.name !== NAMELESS,
    zones: zonesWith(shop.timezone),
    pos: {
      connection: connection && health ? { id: connection.id, name: connection.name, health } : null,
      dishes: index?.menu.items.length ?? 0,
      sandbox: sandbox && readableOnes(sandbox).map(({ vendor, name }) => ({ vendor, name })),
    },
    ticket: {
      words: tried.words ?? (index ? exampleWords(index) : ''),
      name: tried.name ?? 'Ann Lee',
      phone: tried.phone ?? shop.phone ?? '',
      once: tried.once ?? services.newId('first'),
      read: tried.read ?? null,
      sent: tried.order === undefined ? null : await sentOf(tried.order, { scope, connection, services }),
      isReal: connection !== undefined && !isInSandbox(connection.api_url, services),
      problems: ticket,
    },
    problems: restaurant,
  };
}

/** The connection that tickets of this shop go to. */
export async function connectionOf(
  shop: Shop,
  scope: Scope,
  { store }: Pick<PageServices, 'store'>,
): Promise<ConnectionRecord | undefined> {
  const ours = (await store.connections(scope)).filter(({ location_id }) => location_id === shop.id);
  return ours.find(({ is_default }) => is_default) ?? ours[0];
}

type Sent = { scope: Scope; connection: ConnectionRecord | undefined; services: PageServices };

async function sentOf(id: string, { scope, connection, services }: Sent): Promise<SentTicket> {
  const { store, config } = services;
  const record = await store.order(scope, id);
  if (!record) throw notFound('order');
  const rows = await store.deliveriesOf(scope, [id]);
  const row = rows.find(isTicket);
  const receipt = row?.receipt as Receipt | null | undefined;
  const trouble = troubleOf(record, rows);
  const arrived = row !== undefined && hasArrived(row);
  return {
    ...{ id, number: record.number, pos: connection?.name ?? 'POS' },
    ticketNumber: receipt?.ticket_number ?? null,
    state: arrived ? 'arrived' : trouble ? 'stuck' : 'waiting',
    said: trouble?.said ?? null,
    kitchen: isInSandbox(connection?.api_url ?? null, services) ? `${config.sandbox}/` : null,
  };
}

function zonesWith(own: string): string[] {
  return [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort();
}
