import type { Shop } from '../../order/shop';
import type { Access } from '../access';
import { createConnection, recheckConnection } from '../connection-save';
import { findSandbox } from '../found-sandbox';
import { syncMenu } from '../menu-sync';
import { ApiProblem, notFound } from '../problem';
import type { Services } from '../services';

type Acting = { access: Access; services: Services };

const GONE =
  'The sandbox no longer runs on this machine. Start it with "npm run sandbox" and press the button again.';

/** Connects a POS of the sandbox, checks it and reads its menu; gives whether it lets us in. */
export async function connectSandbox(vendor: string, shop: Shop, acting: Acting): Promise<boolean> {
  const sandbox = await findSandbox(acting.services);
  if (sandbox === null) throw new ApiProblem('not-now', GONE);
  const known = sandbox.connections.find((one) => one.vendor === vendor);
  if (!known) throw notFound('POS in the sandbox');
  const { id: _, ...connection } = known;
  const made = await createConnection({ ...connection, location_id: shop.id }, acting);
  const { status } = await recheckConnection(made, acting);
  if (status !== 'ok') return false;
  const { access, services } = acting;
  const place = { scope: access.scope, key_id: access.key.id, shop, preview: false };
  await syncMenu(made, place, services);
  return true;
}
