import { PosError } from '../../../pos/errors';
import type { Session, Setting, Vendor } from '../../../pos/vendor';
import { findVendor } from '../../../pos/vendors';
import { missingFields, settingsOf } from '../../connection-fields';
import { type Check, fault, type Seen, warning, well } from '../finding';
import type { Examined, Premises } from '../premises';
import { setValue } from '../where';

/** What each connection has to be told before its POS prints anything, and whether the POS still knows what was chosen. */
export const connectionSettings: Check = {
  id: 'connection-settings',
  title: 'Settings of',
  look: async (premises) =>
    (await Promise.all(premises.connections.map((examined) => settingsSeen(examined, premises)))).flat(),
};

async function settingsSeen(examined: Examined, premises: Premises): Promise<Seen[]> {
  const { connection } = examined;
  const vendor = findVendor(connection.vendor);
  if (!vendor) return [];
  const seen = [
    ...unanswered(examined, vendor),
    ...strangers(examined, vendor),
    ...(await gone(examined, premises)),
  ];
  return seen.length > 0 ? seen : [well('complete, and known to the POS', connection.id)];
}

/** Required and not said: Square's sandbox alone decides about unpaid orders by itself. */
function unanswered(examined: Examined, vendor: Vendor): Seen[] {
  const { id, settings, environment } = examined.connection;
  if (vendor.id === 'square' && environment === 'sandbox') return [];
  const problems: Parameters<typeof missingFields>[1]['problems'] = [];
  missingFields(settings, { fields: settingsOf(vendor), path: 'settings', problems });
  return problems.map(({ path, message }) => {
    const key = path.replace('settings.', '');
    const [choice] = vendor.settings.find((setting) => setting.key === key)?.choices ?? [];
    const fix = setValue(examined, { key, kind: 'settings', value: choice?.value });
    return fault({ about: id, found: `${key} ${message}`, fix });
  });
}

/** Values that no such setting can have: a misspelt one would show on the night. */
function strangers(examined: Examined, vendor: Vendor): Seen[] {
  const { id, settings } = examined.connection;
  return settingsOf(vendor).flatMap(({ key, label, choices }) => {
    const value = settings[key];
    if (!choices || value === undefined || choices.some((choice) => choice.value === value)) return [];
    const known = choices.map((choice) => choice.value);
    const fix = setValue(examined, { key, kind: 'settings', value: known[0] });
    return [fault({ about: id, found: `${label} is "${value}", which is none of ${known.join(', ')}`, fix })];
  });
}

/** Chosen at set-up, and since then deleted or replaced in the POS: order types, dining options, items. */
async function gone(examined: Examined, { visits }: Premises): Promise<Seen[]> {
  const { connection } = examined;
  const visit = await visits.to(connection);
  if (visit.outcome !== 'in') return [];
  const chosen = visit.vendor.settings.filter(
    ({ key, fetchChoices }) => fetchChoices && connection.settings[key],
  );
  const seen = await Promise.all(
    chosen.map((setting) => known(setting, { examined, session: visit.session })),
  );
  return seen.flat();
}

async function known(
  { key, label, fetchChoices }: Setting,
  { examined, session }: { examined: Examined; session: Session },
): Promise<Seen[]> {
  const { id, settings } = examined.connection;
  try {
    const choices = (await fetchChoices?.(session)) ?? [];
    const [first] = choices;
    if (choices.some(({ value }) => value === settings[key])) return [];
    const fix = setValue(examined, { key, kind: 'settings', value: first?.value });
    return [fault({ about: id, found: `${label} names something that this POS no longer has`, fix })];
  } catch (error) {
    if (!(error instanceof PosError)) throw error;
    const found = `${label} could not be looked up: ${error.message}`;
    return [warning({ about: id, found, fix: 'Run the doctor again when the POS answers.' })];
  }
}
