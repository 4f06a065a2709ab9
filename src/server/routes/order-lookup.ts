import { Type } from 'typebox';
import { rungSuffix } from '../../delivery/rungs';
import { PosError } from '../../pos/errors';
import type { PosOrder } from '../../pos/pos-order';
import type { Receipt } from '../../pos/receipt';
import type { Session, Vendor } from '../../pos/vendor';
import type { DeliveryRecord } from '../../store/delivery-records';
import { accessOf } from '../access';
import { connectionFor } from '../connection-for';
import { answers } from '../documentation';
import { toApiProblem } from '../pos-failure';
import { ApiProblem, notFound } from '../problem';
import type { App, Services } from '../services';
import { shopIn } from '../shop-of';
import { ConnectionBody } from './deliveries';
import { OrderParams } from './orders';

const receipt = Type.Union([Type.Object({}, { additionalProperties: true }), Type.Null()]);
const schema = {
  tags: ['Deliveries'],
  summary: 'Ask the POS whether it has this order, by its reference; nothing is sent or changed',
  params: OrderParams,
  body: ConnectionBody,
  response: answers({ 200: Type.Object({ found: Type.Boolean(), receipt }) }, [400, 404, 409, 413, 415]),
};

export function orderLookupRoutes(app: App, services: Services): void {
  const { store, directory } = services;
  app.post('/v1/orders/:id/lookup', { schema, config: { scope: 'read' } }, async (request) => {
    const access = accessOf(request);
    const record = await store.order(access.scope, request.params.id);
    if (!record) throw notFound('order');
    const connection = await connectionFor(request.body.connection_id, record, { access, services });
    const rows = await store.deliveriesOf(access.scope, [record.id]);
    const row = rows.find(({ target, purpose }) => target === connection.id && purpose === 'order');
    const { timezone, country } = shopIn(await store.shops(access.scope), record);
    try {
      const opened = await directory.open(connection);
      const found = await lookUp({ ...record.order, timezone, country }, { ...opened, row });
      return { found: found !== undefined, receipt: found ?? null };
    } catch (error) {
      throw error instanceof PosError ? toApiProblem(error) : error;
    }
  });
}

type Where = { vendor: Vendor; session: Session; row: DeliveryRecord | undefined };

/** Under every reference that it was, or would be, sent with. A POS without such a look-up is asked for the ticket it once named. */
async function lookUp(order: PosOrder, { vendor, session, row }: Where): Promise<Receipt | undefined> {
  if (!vendor.findOrder) return askForTicket(vendor, session, row);
  for (let rung = 0; rung <= (row?.rung ?? 0); rung++) {
    const found = await vendor.findOrder({ ...order, reference_suffix: rungSuffix(rung) }, session);
    if (found) return found;
  }
  return undefined;
}

async function askForTicket(
  { name, fetchPosOrder }: Vendor,
  session: Session,
  row: DeliveryRecord | undefined,
): Promise<Receipt | undefined> {
  const told = row?.receipt as Receipt | null | undefined;
  if (told?.pos_order_id && fetchPosOrder) {
    const seen = await fetchPosOrder(told.pos_order_id, session);
    return seen && { ...told, replayed: true, pos_total: seen.pos_total ?? told.pos_total };
  }
  const detail = `${name} cannot be asked for an order by its reference; sent again it makes no second ticket.`;
  throw new ApiProblem('not-now', detail);
}
