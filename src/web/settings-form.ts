import type { Shop } from '../order/shop';
import type { SETTINGS_WORDS } from './words/settings';

export type SettingName = keyof (typeof SETTINGS_WORDS)['en']['fields'];
type Kind = 'text' | 'number' | 'list';
type Group = keyof (typeof SETTINGS_WORDS)['en']['groups'];

/** What the form of a shop holds, group by group. A new setting is one more line. */
export const SETTINGS: readonly { name: SettingName; kind: Kind; group: Group }[] = [
  { name: 'name', kind: 'text', group: 'shop' },
  { name: 'timezone', kind: 'text', group: 'shop' },
  { name: 'email', kind: 'text', group: 'shop' },
  { name: 'phone', kind: 'text', group: 'shop' },
  { name: 'prep_minutes', kind: 'number', group: 'shop' },
  { name: 'manager_phones', kind: 'list', group: 'shop' },
  { name: 'delivery.postal_codes', kind: 'list', group: 'delivery' },
  { name: 'delivery.lead_minutes', kind: 'number', group: 'delivery' },
  { name: 'fallback.email_after_seconds', kind: 'number', group: 'fallback' },
  { name: 'fallback.sms_after_seconds', kind: 'number', group: 'fallback' },
  { name: 'fallback.repeat_every_seconds', kind: 'number', group: 'fallback' },
  { name: 'fallback.ticket_after_seconds', kind: 'number', group: 'fallback' },
  { name: 'fallback.sms_to', kind: 'list', group: 'fallback' },
];

export type SettingsForm = Record<SettingName, string>;

/** A shop as the form shows it. */
export function toSettingsForm(shop: Shop): SettingsForm {
  return formOf((name) => {
    const value = at(shop, name);
    return Array.isArray(value) ? value.join(', ') : String(value ?? '');
  });
}

/** What was posted, whatever it is: fields that were left empty do not arrive. */
export function readSettingsForm(body: unknown): SettingsForm {
  return formOf((name) => {
    const value = at(body, name);
    return typeof value === 'string' ? value.trim() : '';
  });
}

/** The form as `PATCH /v1/locations/{id}` takes it. */
export function toShopChange(form: SettingsForm): Record<string, unknown> {
  const change: Record<string, unknown> = {};
  for (const { name, kind } of SETTINGS) {
    const [group = name, inner] = name.split('.');
    const value = READ[kind](form[name]);
    change[group] = inner === undefined ? value : { ...(change[group] as object), [inner]: value };
  }
  return { ...change, name: form.name };
}

const READ: Record<Kind, (text: string) => unknown> = {
  text: (text) => text || null,
  // What is no number is refused by name later.
  number: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : text),
  list: (text) =>
    text
      .split(/[,;\n]/)
      .map((one) => one.trim())
      .filter(Boolean),
};

const formOf = (read: (name: SettingName) => string): SettingsForm =>
  Object.fromEntries(SETTINGS.map(({ name }) => [name, read(name)])) as SettingsForm;

function at(value: unknown, name: string): unknown {
  return name
    .split('.')
    .reduce((inner: unknown, key) => (inner as Record<string, unknown> | null | undefined)?.[key], value);
}
