import { addressText } from '../../order/ticket-text';
import type { PosOrder } from '../pos-order';
import { refusal } from './errors';

type Address = { address1: string; city: string; state: string; zipCode: string };

/** "12 Oak Street Apt 4, Boston, MA 02215", with or without a country at the end. */
const ONE_LINE =
  /^(?<address1>.+?),\s*(?<city>[^,\d]+),\s*(?<state>[a-z]{2})[\s,]+(?<zipCode>\d{5}(?:-\d{4})?|[a-z]\d[a-z] ?\d[a-z]\d)(?:,?\s*[a-z .]+)?$/i;

/** Where a delivery goes; Toast demands street, city, state (two letters) and ZIP code (https://doc.toasttab.com/openapi/orders/tag/Data-definitions/schema/DeliveryInfo/). */
export function toDeliveryInfo(order: PosOrder): Record<string, string> | undefined {
  if (order.service.type !== 'delivery') return undefined;
  const { unit, country, instructions } = order.delivery ?? {};
  const address = fromParts(order) ?? fromLine(order);
  if (!address) {
    throw refusal(
      'DELIVERY_ADDRESS',
      'Toast needs street, city, state and ZIP code for a delivery. Write the address like "12 Oak Street, Boston, MA 02215", the state as two letters.',
    );
  }
  const { address1, ...rest } = address;
  return {
    address1,
    ...(unit && { address2: unit }),
    ...rest,
    ...(country && { country }),
    ...(instructions && { notes: instructions }),
  };
}

function fromParts({ delivery }: PosOrder): Address | undefined {
  const { street, city, region, postal_code } = delivery ?? {};
  if (!street || !city || !postal_code || !/^[a-z]{2}$/i.test(region ?? '')) return undefined;
  return { address1: street, city, state: (region ?? '').toUpperCase(), zipCode: postal_code };
}

function fromLine(order: PosOrder): Address | undefined {
  const parts = ONE_LINE.exec(addressText(order)?.trim() ?? '')?.groups;
  if (!parts) return undefined;
  const { address1 = '', city = '', state = '', zipCode = '' } = parts;
  return { address1, city: city.trim(), state: state.toUpperCase(), zipCode: zipCode.toUpperCase() };
}
