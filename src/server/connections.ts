import { InputProblems, type Problem, shown } from '../order/problems';
import type { Environment } from '../pos/vendor';
import { findVendor, vendorIds } from '../pos/vendors';
import { settingsOf } from './connection-fields';

/** One shop's access to one POS, as configuration holds it; the API shows it with credentials masked. */
export type Connection = {
  id: string;
  vendor: string;
  name: string;
  location_id: string;
  pos_location: string;
  environment: Environment;
  api_url: string | null;
  default: boolean;
  credentials: Record<string, string>;
  settings: Record<string, string>;
};
export type Connections = { connections: Connection[]; notices: string[] };
type Env = Record<string, string | undefined>;

/** The names of the guide this configuration comes from, and what they mean here. */
const SYSTEMS: Record<string, { vendor: string; settings?: Record<string, string> }> = {
  generic: { vendor: 'touchbistro', settings: { mode: 'partner' } },
};

/** Products that share Lightspeed's name but not its API. */
const OTHER_LIGHTSPEED = /^(?:lightspeed[-_ ]?[lou](?:[-_ ]?series)?|posios|kounta|upserve|breadcrumb)$/;

/** Why a name is no POS that we speak, and what to write. */
export function unknownSystem(system: string): string {
  const known = `${vendorIds.join(', ')} or generic`;
  return OTHER_LIGHTSPEED.test(system)
    ? `${shown(system)} is another product: OrderWire speaks Lightspeed Restaurant K-Series (lightspeed), not the L-, O- or U-Series.`
    : `${shown(system)} is not a POS that OrderWire speaks; write one of ${known}.`;
}

/** An address as people paste it, to the base our adapters build on: Square's old host and the version at its end are mapped. */
export function mapAddress(url: string | undefined): { url: string | null; notice?: string } {
  if (!url) return { url: null };
  const bare = url.replace(/\/+$/, '').replace(/\/v2$/, '');
  if (bare !== 'https://api.squareup.com') return { url: bare };
  return {
    url: null,
    notice:
      'POS_API_URL: api.squareup.com is not a host of Square’s API; https://connect.squareup.com is used instead.',
  };
}

/** The one connection that `POS_SYSTEM`, `POS_API_KEY`, `POS_LOCATION_ID` and `POS_<FIELD>` describe; none where `POS_SYSTEM` is unset. */
export function connectionFromEnv(env: Env): Connections {
  const system = plain(env.POS_SYSTEM)?.toLowerCase();
  if (!system) return { connections: [], notices: [] };
  const { vendor: id, settings: preset = {} } = SYSTEMS[system] ?? { vendor: system };
  const vendor = findVendor(id);
  if (!vendor) {
    throw new InputProblems([{ path: 'POS_SYSTEM', message: unknownSystem(system) }]);
  }
  const { url, notice } = mapAddress(plain(env.POS_API_URL));
  const values = (keys: string[]) =>
    Object.fromEntries(keys.flatMap((key) => entry(key, plain(env[`POS_${key.toUpperCase()}`]))));
  const api_key = entry('access_token', plain(env.POS_API_KEY));
  const connection: Connection = {
    id: 'con_env',
    vendor: id,
    name: vendor.name,
    location_id: 'loc_1',
    pos_location: plain(env.POS_LOCATION_ID) ?? '',
    environment: readEnvironment(plain(env.POS_ENVIRONMENT)),
    api_url: url,
    default: true,
    credentials: { ...Object.fromEntries(api_key), ...values(vendor.credentials.map((field) => field.key)) },
    settings: { ...preset, ...values(settingsOf(vendor).map((field) => field.key)) },
  };
  return { connections: [connection], notices: notice ? [notice] : [] };
}

function readEnvironment(value: string | undefined): Environment {
  if (value === undefined || value === 'production') return 'production';
  if (value === 'sandbox') return 'sandbox';
  throw new InputProblems([
    { path: 'POS_ENVIRONMENT', message: `is ${shown(value)}; write production or sandbox.` },
  ]);
}

/** The connections of an `ORDERWIRE_CONNECTIONS` file, already parsed from JSON: a list, or `{"connections": [...]}`. */
export function connectionsFromFile(json: unknown): Connections {
  const listed = Array.isArray(json) ? json : (json as { connections?: unknown } | null)?.connections;
  if (!Array.isArray(listed)) {
    throw new InputProblems([
      {
        path: '',
        message: 'The connections file must hold a list: {"connections": [{"vendor": "square", …}]}.',
      },
    ]);
  }
  const problems: Problem[] = [];
  const notices: string[] = [];
  const connections = listed.map((raw, index) => readConnection(raw, index, problems, notices));
  if (problems.length > 0) throw new InputProblems(problems);
  return { connections, notices };
}

function readConnection(raw: unknown, index: number, problems: Problem[], notices: string[]): Connection {
  const given = (raw ?? {}) as Record<string, unknown>;
  const path = `connections[${index}]`;
  const vendor = findVendor(String(given.vendor));
  if (!vendor) {
    problems.push({
      path: `${path}.vendor`,
      message: `${shown(given.vendor)} is not a POS that OrderWire speaks; write one of ${vendorIds.join(', ')}.`,
    });
  }
  if (typeof given.pos_location !== 'string') {
    problems.push({
      path: `${path}.pos_location`,
      message: "is missing; write the POS's own id of the shop.",
    });
  }
  const { url, notice } = mapAddress(text(given.api_url));
  if (notice) notices.push(notice);
  const credentials = texts(
    given.credentials,
    `${path}.credentials`,
    vendor?.credentials.map((field) => field.key),
    problems,
  );
  const settings = texts(given.settings, `${path}.settings`, undefined, problems);
  return {
    id: text(given.id) ?? `con_${index + 1}`,
    vendor: vendor?.id ?? '',
    name: text(given.name) ?? vendor?.name ?? '',
    location_id: text(given.location_id) ?? 'loc_1',
    pos_location: text(given.pos_location) ?? '',
    environment: given.environment === 'sandbox' ? 'sandbox' : 'production',
    api_url: url,
    default: given.default !== false,
    credentials,
    settings,
  };
}

/** A table of texts; with `known`, a key outside it is refused, as a misspelt credential would only show on the night. */
function texts(
  raw: unknown,
  path: string,
  known: string[] | undefined,
  problems: Problem[],
): Record<string, string> {
  const entries = Object.entries((raw ?? {}) as Record<string, unknown>);
  for (const [key] of entries) {
    if (known && !known.includes(key))
      problems.push({
        path: `${path}.${key}`,
        message: `is not a known credential; known: ${known.join(', ')}.`,
      });
  }
  return Object.fromEntries(entries.flatMap(([key, value]) => entry(key, text(value))));
}

function entry(key: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[key, value]];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== ''
    ? value
    : typeof value === 'number'
      ? String(value)
      : undefined;
}

/** A value as an .env file holds it: a comment after it does not belong to it. */
function plain(value: string | undefined): string | undefined {
  return text(value?.replace(/\s+#.*$/, '').trim());
}
