import { type Static, Type } from 'typebox';
import { rungSuffix } from '../../delivery/rungs';
import { isTicket } from '../../order/delivery';
import { PosError } from '../../pos/errors';
import type { PosOrder } from '../../pos/pos-order';
import type { Receipt } from '../../pos/receipt';
import type { Session, Vendor } from '../../pos/vendor';
import type { DeliveryRecord } from '../../store/delivery-records';
import { type Access, accessOf } from '../access';
import { connectionFor } from '../connection-for';
import { answers } from '../documentation';
import { toApiProblem } from '../pos-failure';
import { notFound } from '../problem';
import type { App, Services } from '../services';
import { shopIn } from '../shop-of';
import { ConnectionBody } from './deliveries';
import { OrderParams } from './orders';

const receipt = Type.Union([Type.Object({}, { additionalProperties: true }), Type.Null()]);
const Answer = Type.Object({
  found: Type.Boolean(),
  receipt,
  asked: Type.Boolean({
    description:
      'false: this POS cannot be asked by a reference; sent again, the order makes no second ticket.',
  }),
});
const schema = {
  tags: ['Deliveries'],
  summary: 'Ask the POS whether it has this order, by its reference; nothing is sent or changed',
  params: OrderParams,
  body: ConnectionBody,
  response: answers({ 200: Answer }, [400, 404, 409, 413, 415]),
};

export function orderLookupRoutes(app: App, services: Services): void {
  app.post('/v1/orders/:id/lookup', { schema, config: { scope: 'read' } }, (request) =>
    lookUpOrder(request.params.id, request.body.connection_id, { access: accessOf(request), services }),
  );
}

type Asking = { access: Access; services: Services };

/** Asks the POS whether it has this order; throws an `ApiProblem` where it cannot be asked now. */
export async function lookUpOrder(id: string, connection_id: Connected, asking: Asking) {
  const { store, directory } = asking.services;
  const { scope } = asking.access;
  const record = await store.order(scope, id);
  if (!record) throw notFound('order');
  const connection = await connectionFor(connection_id, record, asking);
  const rows = await store.deliveriesOf(scope, [record.id]);
  const row = rows.find((one) => isTicket(one) && one.target === connection.id);
  const { timezone, country } = shopIn(await store.shops(scope), record);
  try {
    const opened = await directory.open(connection);
    return await lookUp({ ...record.order, timezone, country }, { ...opened, row });
  } catch (error) {
    throw error instanceof PosError ? toApiProblem(error) : error;
  }
}

type Connected = Static<typeof ConnectionBody>['connection_id'];
type Where = { vendor: Vendor; session: Session; row: DeliveryRecord | undefined };

/** Under every reference that it was, or would be, sent with. A POS without such a look-up is asked for the ticket it once named. */
async function lookUp(order: PosOrder, { vendor, session, row }: Where) {
  const canFind = vendor.canFind?.(session.settings) ?? true;
  if (!vendor.findOrder || !canFind) return askForTicket(vendor, session, row);
  for (let rung = 0; rung <= (row?.rung ?? 0); rung++) {
    const found = await vendor.findOrder({ ...order, reference_suffix: rungSuffix(rung) }, session);
    if (found) return { found: true, receipt: found, asked: true };
  }
  return { found: false, receipt: null, asked: true };
}

async function askForTicket(
  { fetchPosOrder }: Vendor,
  session: Session,
  row: DeliveryRecord | undefined,
): Promise<Static<typeof Answer>> {
  const told = row?.receipt as Receipt | null | undefined;
  if (!told?.pos_order_id || !fetchPosOrder) return { found: false, receipt: null, asked: false };
  const seen = await fetchPosOrder(told.pos_order_id, session);
  const receipt = seen ? { ...told, replayed: true, pos_total: seen.pos_total ?? told.pos_total } : null;
  return { found: receipt !== null, receipt, asked: true };
}
