import { addressText } from '../../order/ticket-text';
import type { PosOrder } from '../pos-order';
import { refuseSetting } from './errors';

type Place = { street: string; city: string; postalCode: string };

/** "12 Oak Street Apt 4, Boston, MA 02215", with or without a country at the end. */
const ONE_LINE =
  /^(?<street>.+?),\s*(?<city>[^,\d]+),\s*[a-z]{2}[\s,]+(?<postalCode>\d{5}(?:-\d{4})?|[a-z]\d[a-z] ?\d[a-z]\d)(?:,?\s*[a-z .]+)?$/i;

/**
 * Where a delivery goes, the house number apart. Deliverect demands street, number, postal code, city and country where the
 * restaurant delivers (https://developers.deliverect.com/page/glossary-channel-orders, read 2026-11-24).
 */
export function toAddress(order: PosOrder): Record<string, string> {
  const { unit, country, instructions } = order.delivery ?? {};
  const place = fromParts(order) ?? fromLine(order);
  if (!place) {
    const message =
      'Deliverect needs street, city and postal code for a delivery. Write the address like "12 Oak Street, Boston, MA 02215".';
    return refuseSetting(message, 'DELIVERY_ADDRESS');
  }
  const extra = [unit, instructions].filter(Boolean).join(', ');
  return {
    ...place,
    ...splitNumber(place.street),
    country: country ?? order.country ?? 'US',
    ...(extra && { extraAddressInfo: extra }),
  };
}

function fromParts({ delivery }: PosOrder): Place | undefined {
  const { street, city, postal_code } = delivery ?? {};
  return street && city && postal_code ? { street, city, postalCode: postal_code } : undefined;
}

function fromLine(order: PosOrder): Place | undefined {
  const { street, city, postalCode } = ONE_LINE.exec(addressText(order)?.trim() ?? '')?.groups ?? {};
  return street && city && postalCode ? { street, city: city.trim(), postalCode } : undefined;
}

/** The number leads ("12 Oak Street") or ends ("Hauptstrasse 5a") the street; a house that has only a name gets a dash. */
function splitNumber(street: string): { street: string; streetNumber: string } {
  const [, before, after] = /^(\d+\w?)\s+(.+)$/.exec(street) ?? [];
  if (before && after) return { street: after, streetNumber: before };
  const [, name, number] = /^(.+?)\s+(\d+\w?)$/.exec(street) ?? [];
  return name && number ? { street: name, streetNumber: number } : { street, streetNumber: '-' };
}
