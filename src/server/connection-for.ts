import type { ConnectionRecord, OrderRecord } from '../store/records';
import type { Access } from './access';
import { notFound, refusedFields } from './problem';
import type { Services } from './services';

type Asking = { access: Access; services: Pick<Services, 'store'> };

/** The connection that is meant for an order: the one named, else its shop's default. */
export async function connectionFor(
  id: string | null | undefined,
  record: OrderRecord,
  { access, services }: Asking,
): Promise<ConnectionRecord> {
  const connections = await services.store.connections(access.scope);
  const ours = connections.filter((one) => one.location_id === record.location_id);
  const found =
    id == null ? (ours.find((one) => one.is_default) ?? ours[0]) : ours.find((one) => one.id === id);
  if (found) return found;
  if (id != null) throw notFound('connection');
  const message = 'is missing, and this shop has no connection to a POS; make one under /v1/connections.';
  throw refusedFields([{ path: 'connection_id', message }]);
}
