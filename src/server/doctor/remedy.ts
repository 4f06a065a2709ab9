import type { PosError, PosErrorKind } from '../../pos/errors';
import { findVendor } from '../../pos/vendors';
import type { Examined } from './premises';
import { setValue } from './where';

type Remedy = (examined: Examined, name: string) => string;

const RIGHTS: Remedy = (examined, name) =>
  examined.connection.vendor === 'toast'
    ? 'Ask Toast for write access (its partner or custom integration programme): credentials made in Toast Web only read.'
    : `Give the application or token these rights at ${name}, then enter the new token. ${enterAgain(examined)}`;
const PLACE: Remedy = (examined) => setValue(examined, { key: 'pos_location', kind: 'settings' });
const LOG_IN: Remedy = (examined, name) =>
  `Copy the credentials from ${name} once more, of the right account and of live or test as this connection is. ${enterAgain(examined)}`;

/** What to do about what a POS said, by its code; `403` is a code of those that give no other. */
const BY_CODE: Record<string, Remedy> = {
  INSUFFICIENT_SCOPES: RIGHTS,
  FORBIDDEN: RIGHTS,
  MISSING_SCOPE: RIGHTS,
  '403': RIGHTS,
  INVALID_LOCATION: PLACE,
  LOCATION_MISMATCH: PLACE,
  NOT_FOUND: PLACE,
  OTHER_SERIES: () =>
    'Use the credentials of Lightspeed Restaurant K-Series: the other series are other products.',
  NOT_READY: () =>
    'Switch on what is named here in the POS, or have the vendor switch it on; nothing is to be changed here.',
};
const BY_KIND: Record<PosErrorKind, Remedy> = {
  credentials: LOG_IN,
  rejected: PLACE,
  throttled: () => 'Wait a minute and run the doctor again; let no other program use this token.',
  unreachable: reach,
  unclear: reach,
};

/** The one thing to do about a POS that turns us away. */
export function remedyFor(error: PosError, examined: Examined): string {
  const { code = '', httpStatus } = error.details;
  const name = findVendor(examined.connection.vendor)?.name ?? examined.connection.vendor;
  const remedy =
    BY_CODE[code] ?? BY_CODE[httpStatus === 404 ? 'NOT_FOUND' : String(httpStatus)] ?? BY_KIND[error.kind];
  return remedy(examined, name);
}

function reach({ connection, ...rest }: Examined, name: string): string {
  return connection.api_url === null
    ? `See that this machine reaches the internet, and that the status page of ${name} is green.`
    : `See that ${connection.api_url} is the right address. ${setValue({ connection, ...rest }, { key: 'api_url', kind: 'settings' })}`;
}

function enterAgain(examined: Examined): string {
  const { vendor, credentials } = examined.connection;
  const secrets =
    findVendor(vendor)?.credentials.filter(({ secret, key }) => secret && !key.startsWith('webhook_')) ?? [];
  const used = secrets.find(({ key }) => credentials[key] !== undefined) ?? secrets[0];
  return setValue(examined, { key: used?.key ?? 'access_token', kind: 'credentials' });
}
