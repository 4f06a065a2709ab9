import type { Shop } from '../../order/shop';
import type { ReceptionistCall, ReceptionistRow } from '../../store/receptionist/records';
import type { ReadText } from './reading';
import { saidItems } from './said-items';
import { type CallOrder, latestOf, toOrder } from './to-order';

/** A call's order, its sentences understood: by its latest row, unless another is named. */
export async function compose(
  call: ReceptionistCall,
  { shop, read }: { shop: Shop; read: ReadText },
  row: ReceptionistRow = latestOf(call),
): Promise<CallOrder> {
  const said = saidItems(row);
  const readings = [];
  for (const text of said.texts) readings.push(await read(text, shop.id));
  return toOrder(call, { shop, said, readings }, row);
}
