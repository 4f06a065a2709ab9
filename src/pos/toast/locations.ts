import { PosError } from '../errors';
import { asList, asObject, asText } from '../json';
import type { Location } from '../vendor';
import { read, type ToastSession } from './api';

/** The restaurant this connection names (https://doc.toasttab.com/openapi/restaurants/). */
export async function fetchRestaurant(session: ToastSession): Promise<Location> {
  const path = `/restaurants/v1/restaurants/${encodeURIComponent(session.posLocation)}`;
  const info = asObject(await read(session, path));
  const general = asObject(info.general);
  return {
    id: session.posLocation,
    name: placeName(general.name, general.locationName),
    currency: asText(general.currencyCode) ?? null,
    timezone: asText(general.timeZone) ?? null,
    country: asText(asObject(info.location).country) ?? null,
  };
}

/** The restaurants a partner's credentials may use (https://doc.toasttab.com/openapi/partners/); other credentials know one. */
export async function listLocations(session: ToastSession): Promise<Location[]> {
  try {
    const restaurants = asList(await read(session, '/partners/v1/restaurants'));
    return restaurants
      .filter((one) => one.deleted !== true)
      .map((one) => ({
        id: asText(one.restaurantGuid) ?? '',
        name: placeName(one.restaurantName, one.locationName),
        currency: null,
        timezone: null,
        country: null,
      }));
  } catch (error) {
    const status = error instanceof PosError ? error.details.httpStatus : undefined;
    if (status !== 403 && status !== 404) throw error;
    return [await fetchRestaurant(session)];
  }
}

/** "Mario's, Downtown"; a location that the name says already is not said twice. */
function placeName(restaurant: unknown, location: unknown): string {
  const [name = '', place = ''] = [asText(restaurant), asText(location)];
  return place && !name.includes(place) ? `${name}, ${place}` : name;
}
