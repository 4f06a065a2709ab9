import type { HttpClient } from '../../http';
import { PosError } from '../../pos/errors';
import type { Location, Vendor } from '../../pos/vendor';
import { Sessions } from '../../server/sessions';
import type { Prompt } from '../prompt';
import type { Flags } from './flags';
import { choose } from './questions';

type Parts = {
  vendor: Vendor;
  flags: Flags;
  http: HttpClient;
  prompt: Prompt | null;
  say: (line: string) => void;
};
type Listed = { locations: Location[]; credentials: Flags['credentials'] };

/** The POS's own id of the shop: from the POS's list where it has one, else from the person. */
export async function withLocation(parts: Parts): Promise<Flags> {
  const { vendor, flags, prompt, say } = parts;
  if (flags.basics.pos_location || flags.id) return flags;
  const { locations, credentials } = await list(parts);
  const known = locations.map(({ id, name }) => ({ value: id, label: name }));
  const [only] = known.length === 1 ? known : [];
  if (only) say(`${vendor.name} has one location for these credentials: ${only.label} (${only.value}).`);
  const chosen = only?.value ?? (prompt && (await ask(vendor, known, prompt)));
  if (!chosen) {
    const names = known.map(({ label, value }) => `${value} (${label})`).join(', ');
    throw new Error(
      `--pos_location is missing: ${vendor.name}'s own id of the shop${names && `, one of ${names}`}.`,
    );
  }
  return { ...flags, basics: { ...flags.basics, pos_location: chosen }, credentials };
}

function ask(vendor: Vendor, known: { value: string; label: string }[], prompt: Prompt): Promise<string> {
  return known.length > 0
    ? choose(`\nWhich location of ${vendor.name} is this shop?`, known, prompt)
    : prompt.text(`\n${vendor.name}'s own id of the shop\n> `);
}

/**
 * What these credentials may see; nothing where there is no such list. Logging in for it may spend a refresh token that works once:
 * then the one that followed is what must be stored.
 */
async function list({ vendor, flags, http }: Parts): Promise<Listed> {
  const { credentials, settings, basics } = flags;
  if (!vendor.listLocations) return { locations: [], credentials };
  try {
    const { session } = await new Sessions(http).open({
      ...{
        id: 'new',
        vendor: vendor.id,
        name: vendor.name,
        location_id: '',
        pos_location: '',
        default: false,
      },
      environment: basics.environment === 'sandbox' ? 'sandbox' : 'production',
      api_url: basics.api_url ?? null,
      ...{ credentials, settings },
    });
    const refresh_token = session.token?.refresh_token;
    const kept = refresh_token ? { ...credentials, refresh_token } : credentials;
    return { locations: await locationsOf(vendor, session), credentials: kept };
  } catch (error) {
    if (error instanceof PosError) return { locations: [], credentials };
    throw error;
  }
}

async function locationsOf(vendor: Vendor, session: Parameters<NonNullable<Vendor['listLocations']>>[0]) {
  try {
    return (await vendor.listLocations?.(session)) ?? [];
  } catch (error) {
    if (error instanceof PosError) return [];
    throw error;
  }
}
