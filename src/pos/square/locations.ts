import { PosError } from '../errors';
import { asList, asObject, asText } from '../json';
import type { Location } from '../vendor';
import { read, type SquareSession } from './api';

/** The seller's active locations (https://developer.squareup.com/docs/locations-api). */
export async function listLocations(session: SquareSession): Promise<Location[]> {
  const reply = asObject(await read(session, 'GET', '/v2/locations'));
  return asList(reply.locations)
    .filter((location) => location.status === 'ACTIVE')
    .map((location) => ({
      id: asText(location.id) ?? '',
      name: asText(location.name) ?? '',
      currency: asText(location.currency) ?? null,
      timezone: asText(location.timezone) ?? null,
      country: asText(location.country) ?? null,
    }));
}

/** The location this connection names; refuses one the token cannot see, naming those it can. */
export async function fetchLocation(session: SquareSession): Promise<Location> {
  const locations = await listLocations(session);
  const here = locations.find((location) => location.id === session.posLocation);
  if (here) return here;
  const known = locations.map((location) => `${location.name} (${location.id})`).join(', ');
  throw new PosError(
    'rejected',
    'square',
    `Square has no active location "${session.posLocation}" for this token. Its locations: ${known || 'none'}.`,
    { code: 'INVALID_LOCATION' },
  );
}
