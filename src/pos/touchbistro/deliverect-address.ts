import type { PosOrder } from '../pos-order';

/** An address as Deliverect takes it: the house number apart, where one leads ("12 Oak Street") or ends ("Hauptstr. 5") the street. */
export function toAddress(delivery: NonNullable<PosOrder['delivery']>): Record<string, string> {
  const { text, street, unit, city, postal_code, country, instructions } = delivery;
  const said = street ?? text ?? '';
  const [, before, after] = street ? (/^(\d+\w?)\s+(.+)$/.exec(said) ?? []) : [];
  const [, name, number] = street && !before ? (/^(.+?)\s+(\d+\w?)$/.exec(said) ?? []) : [];
  const fields = {
    street: after ?? name ?? said,
    streetNumber: before ?? number,
    postalCode: postal_code,
    city,
    country,
    extraAddressInfo: [unit, instructions].filter(Boolean).join(', '),
  };
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => Boolean(field[1])),
  );
}
