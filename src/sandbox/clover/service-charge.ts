import type { JsonObject } from '../json-body';
import { badRequest } from './errors';
import type { Order } from './order';
import { readBoolean, readInteger, readText } from './read';
import type { Call } from './world';

/** A percentage of the merchant's own service charge: an order cannot invent one, nor carry a fixed amount. */
export function toServiceCharge({ merchant }: Call, body: JsonObject): Order['serviceCharge'] {
  const known = merchant.serviceCharge;
  const id = readText(body, 'id');
  if (id !== known.id) throw badRequest('service_charge_does_not_exist', id ?? undefined);
  if (readBoolean(body, 'enabled') === false) return null;
  const percentage = readInteger(body, 'percentage');
  const percentageDecimal =
    readInteger(body, 'percentageDecimal') ??
    (percentage === null ? known.percentageDecimal : percentage * 10_000);
  return { id: known.id, name: readText(body, 'name') ?? known.name, percentageDecimal };
}
