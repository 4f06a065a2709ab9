import type { PlainInputField } from 'zapier-platform-core';
import type { Field, Setting, Vendor } from '../pos/vendor';
import { readText } from './input-text';
import { actionCredentials, CONNECTION_SETTINGS } from './pos-session';

/** Settings that every create has under its own heading already. */
const SHARED = new Set(['unsure_items', 'unknown_items']);
/** Settings whose action field has a fuller name. */
const KEYS: Record<string, string> = { mode: 'delivery_mode' };

function fieldKey(setting: string): string {
  return KEYS[setting] ?? setting;
}

/** What only this vendor's create asks for, from the vendor's own definition. */
function ownFields(vendor: Pick<Vendor, 'id' | 'credentials' | 'settings'>): Setting[] {
  const settings = vendor.settings.filter(({ key }) => !SHARED.has(key) && !CONNECTION_SETTINGS.has(key));
  return [...actionCredentials(vendor), ...settings];
}

/** The key of the hidden trigger that lists a setting's choices. */
export function choicesKey(vendorId: string, setting: string): string {
  return `${vendorId}_${setting}_choices`;
}

/** The key of the hidden trigger that lists a vendor's menu. */
export function menuItemsKey(vendorId: string): string {
  return `${vendorId}_menu_items`;
}

/** A vendor's own fields as a create asks for them. */
export function vendorFields(vendor: Pick<Vendor, 'id' | 'credentials' | 'settings'>): PlainInputField[] {
  return ownFields(vendor).map((setting) => ({
    key: fieldKey(setting.key),
    label: setting.label,
    helpText: setting.help,
    ...(setting.required && { required: true }),
    ...(setting.default !== undefined && { default: setting.default }),
    ...kindOf(vendor.id, setting),
  }));
}

function kindOf(vendorId: string, setting: Setting): Partial<PlainInputField> {
  if (setting.fetchChoices)
    return { type: 'string', dynamic: `${choicesKey(vendorId, setting.key)}.id.name` };
  if (isYesNo(setting)) return { type: 'boolean' };
  if (!setting.choices) return { type: 'string' };
  return {
    type: 'string',
    choices: Object.fromEntries(setting.choices.map((one) => [one.value, one.label])),
  };
}

function isYesNo({ choices = [] }: Field): boolean {
  return choices.length === 2 && choices.every(({ value }) => value === 'yes' || value === 'no');
}

const YES_NO: Record<string, string> = { true: 'yes', false: 'no' };

/** The settings an adapter gets: what was chosen in the step, else the vendor's default. */
export function readSettings(
  vendor: Pick<Vendor, 'id' | 'credentials' | 'settings'>,
  input: Record<string, unknown>,
): Record<string, string | undefined> {
  const pairs = ownFields(vendor).map((setting) => {
    const given = readText(input[fieldKey(setting.key)]);
    const value = given !== undefined && isYesNo(setting) ? (YES_NO[given.toLowerCase()] ?? given) : given;
    return [setting.key, value ?? setting.default];
  });
  return Object.fromEntries(pairs);
}
