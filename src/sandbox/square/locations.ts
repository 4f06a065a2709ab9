import { SEED_RESTAURANT } from '../seed-menu';
import { SquareRefusal } from './errors';

export const MERCHANT_ID = 'MLSANDBOXMARIO';
/** The shop that sells, and one that has closed: a list of locations holds both. */
export const LOCATION_ID = 'LSANDBOX1';
export const CLOSED_LOCATION_ID = 'LSANDBOX2';

const { address, country, currency, name, phone, timezone } = SEED_RESTAURANT;
const toLocation = (id: string, title: string, status: 'ACTIVE' | 'INACTIVE') => ({
  id,
  name: title,
  address: {
    address_line_1: address.line1,
    locality: address.city,
    administrative_district_level_1: address.region,
    postal_code: address.postalCode,
    country,
  },
  timezone,
  capabilities: status === 'ACTIVE' ? ['CREDIT_CARD_PROCESSING'] : [],
  status,
  created_at: '2025-01-01T00:00:00.000Z',
  merchant_id: MERCHANT_ID,
  country,
  language_code: 'en-US',
  currency,
  phone_number: phone,
  business_name: name,
  type: 'PHYSICAL',
});

const LOCATIONS = [
  toLocation(LOCATION_ID, name, 'ACTIVE'),
  toLocation(CLOSED_LOCATION_ID, `${name} (closed)`, 'INACTIVE'),
];

/** GET /v2/locations: there is no paging. */
export const listLocations = () => ({ locations: LOCATIONS });

/** GET /v2/locations/{id}; `main` stands for the first one. */
export function retrieveLocation(id: string) {
  const location = LOCATIONS.find((candidate) => candidate.id === (id === 'main' ? LOCATION_ID : id));
  if (!location) throw new SquareRefusal('NOT_FOUND', `Location with ID \`${id}\` not found.`);
  return { location };
}

/** Refuses a location that is not the merchant's. */
export function requireLocation(id: string, field: string): void {
  if (LOCATIONS.some((location) => location.id === id)) return;
  throw new SquareRefusal('INVALID_LOCATION', `Location \`${id}\` is not this merchant's.`, field);
}

/** Refuses a location that is not the merchant's or has closed. */
export function requireOpenLocation(id: string, field: string): void {
  if (LOCATIONS.some((location) => location.id === id && location.status === 'ACTIVE')) return;
  throw new SquareRefusal(
    'INVALID_LOCATION',
    `Location \`${id}\` cannot take orders for this merchant.`,
    field,
  );
}
