import { InputProblems, shown } from '../order/problems';
import { ticketReference } from '../order/reference';
import { asText, type Json } from '../pos/json';
import type { OrderApi } from './order-api';
import { type SendOutput, toSendPreview } from './send-output';

/** The requests that sending this order would make, as the server shows them. Nothing is sent. */
export async function previewSending(
  api: OrderApi,
  order: Json,
  connection_id: string | undefined,
): Promise<SendOutput> {
  const connection = await fetchConnection(api, order, connection_id);
  const vendor = asText(connection.vendor) ?? '';
  const path = `/v1/pos/${encodeURIComponent(vendor)}/preview`;
  const body = { order_id: order.id };
  const { body: requests } = await api.send({ method: 'POST', path, body, writes: false });
  const reference = ticketReference({
    pos_location: asText(connection.pos_location) ?? '',
    external_ref: asText(order.external_ref) ?? asText(order.id) ?? '',
  });
  return toSendPreview(order, { vendor, reference }, requests);
}

/** The server's choice where none was made: the default of the order's shop. */
async function fetchConnection(api: OrderApi, order: Json, chosen: string | undefined): Promise<Json> {
  const connections = await api.fetchList('/v1/connections', {});
  const ours = connections.filter(({ location_id }) => location_id === order.location_id);
  const connection = chosen
    ? ours.find(({ id }) => id === chosen)
    : (ours.find((one) => one.default) ?? ours[0]);
  if (connection) return connection;
  const message = chosen
    ? `${shown(chosen)} is no connection of this order's shop; choose one from the list.`
    : "This order's shop has no connection to a POS; make one on your server.";
  throw new InputProblems([{ path: 'POS Connection', message }]);
}
