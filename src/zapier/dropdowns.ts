import type { Bundle, ZObject } from 'zapier-platform-core';
import type { Choice, Session, Vendor } from '../pos/vendor';
import { explain } from './explain';
import { toPosSession } from './pos-session';
import { createStepCache } from './step-cache';
import { choicesKey, menuItemsKey, readSettings } from './vendor-fields';
import { createZapierHttp } from './zapier-http';

type Entry = { id: string; name: string };
type DropdownBundle = Bundle<Record<string, unknown>>;
type FetchEntries = (session: Session, cache: ReturnType<typeof createStepCache>) => Promise<Entry[]>;

/** The hidden triggers that fill a vendor's dropdowns: its menu, and each setting that lists what this merchant has. */
export function vendorDropdowns(vendor: Vendor) {
  const settings = vendor.settings.flatMap((setting) =>
    setting.fetchChoices ? [{ setting, fetchChoices: setting.fetchChoices }] : [],
  );
  const lists = settings.map(({ setting, fetchChoices }) =>
    dropdown(vendor, { key: choicesKey(vendor.id, setting.key), of: setting.label }, async (session) =>
      (await fetchChoices(session)).map(toEntry),
    ),
  );
  const menu = dropdown(vendor, { key: menuItemsKey(vendor.id), of: 'Menu Items' }, (_, cache) =>
    fetchMenuItems(cache),
  );
  return Object.fromEntries(
    [...lists, ...(vendor.fetchMenu ? [menu] : [])].map((trigger) => [trigger.key, trigger]),
  );
}

function toEntry({ value, label }: Choice): Entry {
  return { id: value, name: label };
}

async function fetchMenuItems(cache: ReturnType<typeof createStepCache>): Promise<Entry[]> {
  const menu = await cache.menu();
  return (menu?.items ?? []).flatMap((item) =>
    item.variations.length > 1
      ? item.variations.map((size) => ({ id: size.id, name: `${item.name}, ${size.name}` }))
      : [{ id: item.id, name: item.name }],
  );
}

function dropdown(vendor: Vendor, { key, of }: { key: string; of: string }, fetchEntries: FetchEntries) {
  const perform = (z: ZObject, { authData, inputData }: DropdownBundle) =>
    explain({ errors: z.errors, authData }, async () => {
      const settings = readSettings(vendor, inputData);
      const session = toPosSession({ vendor, authData, http: createZapierHttp(z), settings });
      return fetchEntries(session, createStepCache(z.cache, vendor, session));
    });
  return {
    key,
    noun: of,
    display: {
      label: `${vendor.name} ${of}`,
      description: `Triggers when a dropdown needs the list of ${of} in ${vendor.name}.`,
      hidden: true,
    },
    operation: { perform, sample: { id: 'ID1', name: 'Name' } },
  };
}
