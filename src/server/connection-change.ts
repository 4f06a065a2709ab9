import { InputProblems, type Problem } from '../order/problems';
import type { Vendor } from '../pos/vendor';
import type { ConnectionChange, ConnectionRecord } from '../store/records';
import { mergeFields, missingFields, settingsOf, type Values } from './connection-fields';
import type { ConnectionPatch } from './connection-input';
import { mapAddress } from './connections';
import { type AddressPolicy, assertPublicAddress, RefusedAddress } from './public-address';

type Context = {
  vendor: Vendor;
  /** As it is; undefined for a new one. */
  current?: ConnectionRecord;
  /** Its credentials in the clear. */
  stored: Values;
  addresses: AddressPolicy;
  seal: (credentials: Values) => Buffer;
};

const UNTESTED = { status: 'untested', status_reason: null, checked_at: null } as const;

/** What a body means for a connection; throws `InputProblems` that name every refused field. */
export function toConnectionChange(patch: ConnectionPatch, context: Context): ConnectionChange {
  const { current, stored, seal } = context;
  const problems: Problem[] = [];
  const { default: is_default, api_url: given, credentials: _, settings: __, ...plain } = patch;
  const api_url = typeof given === 'string' ? mapAddress(given).url : given;
  const settings = readPart('settings', patch, { ...context, stored: current?.settings ?? {} }, problems);
  const credentials = readPart('credentials', patch, context, problems);
  checkAddresses({ api_url, settings }, context.addresses, problems);
  if (leadsAway(api_url, current)) mustBeFresh(patch.credentials, context, problems);
  if (problems.length > 0) throw new InputProblems(problems);
  const isNew = credentials && !sameValues(credentials, stored);
  const change = withoutUndefined({
    ...plain,
    is_default,
    api_url,
    settings,
    credentials: credentials && (isNew || !current) ? seal(credentials) : undefined,
  });
  return current && isElsewhere(change, current) ? { ...change, ...UNTESTED } : change;
}

/** A part that was given, laid over what is stored; undefined where it was left out. A new connection has both. */
function readPart(
  path: 'credentials' | 'settings',
  patch: ConnectionPatch,
  { vendor, current, stored }: Context,
  problems: Problem[],
): Values | undefined {
  if (patch[path] === undefined && current) return undefined;
  const fields = path === 'credentials' ? vendor.credentials : settingsOf(vendor);
  const merged = mergeFields(patch[path], { fields, stored, path, vendor: vendor.name, problems });
  missingFields(merged, { fields, path, problems });
  return merged;
}

type Addressed = { api_url?: string | null; settings?: Values };

/** Some settings are addresses too. */
function checkAddresses(
  { api_url, settings = {} }: Addressed,
  policy: AddressPolicy,
  problems: Problem[],
): void {
  const named = Object.entries(settings).filter(([, value]) => /^[a-z]+:\/\//i.test(value));
  const addresses = named.map(([key, value]) => [`settings.${key}`, value] as const);
  for (const [path, address] of [['api_url', api_url] as const, ...addresses]) {
    if (!address) continue;
    try {
      assertPublicAddress(address, policy);
    } catch (error) {
      if (!(error instanceof RefusedAddress)) throw error;
      problems.push({ path, message: error.message });
    }
  }
}

/** Whoever may only change an address must not get at the secrets by having them sent there. */
function leadsAway(api_url: string | null | undefined, current: ConnectionRecord | undefined): boolean {
  if (!current || !api_url || !URL.canParse(api_url)) return false;
  return !current.api_url || new URL(current.api_url).origin !== new URL(api_url).origin;
}

function mustBeFresh(given: unknown, { vendor, stored }: Context, problems: Problem[]): void {
  const sent = (given ?? {}) as Record<string, unknown>;
  for (const { key } of vendor.credentials.filter(({ secret }) => secret)) {
    const value = sent[key];
    const isKept = value === undefined || value === '' || String(value).includes('…');
    if (stored[key] === undefined || !isKept) continue;
    const message = 'must be sent again in full: api_url leads to another place than before.';
    problems.push({ path: `credentials.${key}`, message });
  }
}

/** Whether it no longer is what was checked. */
function isElsewhere(change: ConnectionChange, current: ConnectionRecord): boolean {
  const { pos_location, environment, api_url, settings } = { ...current, ...change };
  return (
    change.credentials !== undefined ||
    pos_location !== current.pos_location ||
    environment !== current.environment ||
    api_url !== current.api_url ||
    !sameValues(settings, current.settings)
  );
}

function sameValues(first: Values, second: Values): boolean {
  const keys = new Set([...Object.keys(first), ...Object.keys(second)]);
  return [...keys].every((key) => first[key] === second[key]);
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
