import { type Problem, shown } from '../order/problems';
import { maskSecret } from '../pos/mask';
import { policies } from '../pos/policies';
import type { Field, Setting, Vendor } from '../pos/vendor';

export type Values = Record<string, string>;
type Reading = {
  fields: readonly Field[];
  /** What there is already; empty for a new connection. */
  stored: Values;
  path: 'credentials' | 'settings';
  vendor: string;
  problems: Problem[];
};

const LONGEST = 5_000;

/** A vendor's own settings, and those that every connection has. */
export function settingsOf(vendor: Vendor): Setting[] {
  return [...vendor.settings, ...policies];
}

/** Values as they may be shown: secrets by their last four characters. What the vendor does not name might be one. */
export function maskFields(values: Values, fields: readonly Field[]): Values {
  const open = new Set(fields.filter(({ secret }) => !secret).map(({ key }) => key));
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, open.has(key) ? value : maskSecret(value)]),
  );
}

/**
 * What was given laid over what is stored: null removes, what is left out stays, and so does a secret that comes back as it was shown.
 * Each fault is added to `problems`.
 */
export function mergeFields(given: unknown, reading: Reading): Values {
  const { fields, stored, path, vendor, problems } = reading;
  const known = new Map(fields.map((field) => [field.key, field]));
  const merged = { ...stored };
  for (const [key, value] of Object.entries(asObject(given, reading))) {
    const field = known.get(key);
    const refuse = (message: string) => problems.push({ path: `${path}.${key.slice(0, 60)}`, message });
    if (!field) {
      const what = path === 'credentials' ? 'credential' : 'setting';
      refuse(`is not a known ${what} of ${vendor}; known: ${[...known.keys()].join(', ')}.`);
    } else if (value === null || (value === '' && !field.secret)) {
      delete merged[key];
    } else if (value !== '' && !isUnchanged(value, field, stored[key])) {
      const fault = faultOf(value, field);
      if (fault) refuse(fault);
      else merged[key] = String(value).trim();
    }
  }
  return merged;
}

/** The fields that are still needed. */
export function missingFields(
  values: Values,
  { fields, path, problems }: Omit<Reading, 'stored' | 'vendor'>,
): void {
  for (const { key, label, help, choices } of fields.filter((field) => isMissing(field, values))) {
    const options = choices ? ` Write one of ${choices.map(({ value }) => value).join(', ')}.` : '';
    problems.push({ path: `${path}.${key}`, message: `is missing (${label}): ${help}${options}` });
  }
}

function isMissing({ key, required, default: preset }: Field, values: Values): boolean {
  return required === true && preset === undefined && values[key] === undefined;
}

function isUnchanged(value: unknown, { secret }: Field, stored: string | undefined): boolean {
  return secret === true && stored !== undefined && value === maskSecret(stored);
}

function faultOf(value: unknown, { secret, choices }: Field): string | undefined {
  if (typeof value !== 'string') return `is ${secret ? 'no text' : shown(value)}; write text in quotes.`;
  if (value.length > LONGEST) return `has ${value.length} characters; at most ${LONGEST} fit.`;
  if (secret && value.includes('…'))
    return 'is masked; send the whole value, or leave it out to keep the one that is stored.';
  if (choices && !choices.some((choice) => choice.value === value))
    return `${shown(value)} is not one of ${choices.map((choice) => choice.value).join(', ')}.`;
  return undefined;
}

function asObject(given: unknown, { path, problems }: Reading): Record<string, unknown> {
  if (given === undefined || given === null) return {};
  if (typeof given === 'object' && !Array.isArray(given)) return given as Record<string, unknown>;
  problems.push({ path, message: 'is no object; write one like {"key": "value"}.' });
  return {};
}
