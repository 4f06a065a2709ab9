import { PosError } from '../errors';
import { asList, asObject, asText, type Json } from '../json';
import type { Location } from '../vendor';
import { type LightspeedSession, read } from './api';
import { locationId } from './product';

/** The locations this token may see (https://api-docs.lsk.lightspeed.app/operation/operation-apelookupbusinesses), with what the Financial API adds. */
export async function listLocations(session: LightspeedSession): Promise<Location[]> {
  const businesses = asList(await read(session, '/o/op/data/businesses'));
  const facts = await fetchFacts(session);
  return businesses.flatMap((business) =>
    asList(business.businessLocations).map((location) => {
      const id = asText(location.id) ?? '';
      const unknown = { currency: session.settings.currency || null, timezone: null, country: null };
      return {
        id,
        name: asText(location.name) ?? asText(business.name) ?? id,
        ...(facts.get(id) ?? unknown),
      };
    }),
  );
}

type Facts = Pick<Location, 'currency' | 'timezone' | 'country'>;

/** Currency, zone and country stand in the Financial API, whose scope many tokens lack: then nothing is known, which is no error. */
async function fetchFacts(session: LightspeedSession): Promise<Map<string, Facts>> {
  const reply = await read(session, '/f/data/businesses').catch((error: unknown) => {
    if (error instanceof PosError && (error.kind === 'credentials' || error.kind === 'rejected')) return {};
    throw error;
  });
  const businesses = asList(asObject(asObject(reply)._embedded).businessList);
  return new Map(businesses.flatMap(toFacts));
}

function toFacts(business: Json): [string, Facts][] {
  return asList(business.businessLocations).map((location) => [
    asText(location.blID) ?? '',
    {
      currency: asText(business.currencyCode) ?? null,
      timezone: asText(location.timezone) ?? null,
      country: asText(location.country) ?? null,
    },
  ]);
}

/** The location of this connection; refuses one the token cannot see, naming those it can. */
export async function fetchLocation(session: LightspeedSession): Promise<Location> {
  const id = locationId(session.posLocation);
  const locations = await listLocations(session);
  const here = locations.find((location) => location.id === id);
  if (here) return here;
  const known = locations.map((location) => `${location.name} (${location.id})`).join(', ');
  const message = `Lightspeed has no business location ${id} for this token: it sees what its user may see. Its locations: ${known || 'none'}.`;
  throw new PosError('rejected', 'lightspeed', message, { code: 'INVALID_LOCATION' });
}
