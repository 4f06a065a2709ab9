import type { Examined } from './premises';

/** Names that the environment gives to what vendors call otherwise. */
const VARIABLES: Record<string, string> = {
  access_token: 'POS_API_KEY',
  pos_location: 'POS_LOCATION_ID',
};
const BASICS = ['pos_location', 'api_url', 'environment', 'location_id', 'name'];

/** The one sentence that sets a value of a connection, wherever that connection is kept. */
export function setValue(
  { connection, source }: Examined,
  { key, kind, value = '…' }: { key: string; kind: 'credentials' | 'settings'; value?: string },
): string {
  const { id, vendor } = connection;
  const place = BASICS.includes(key) ? key : `${kind}.${key}`;
  const ways: Record<Examined['source'], string> = {
    environment: `Set ${VARIABLES[key] ?? `POS_${key.toUpperCase()}`} in .env${value === '…' ? '' : `, ${value} for example`}, and start OrderWire again.`,
    file: `Write ${place} of ${id} in the file that ORDERWIRE_CONNECTIONS names, and start OrderWire again.`,
    store: `Run: orderwire connect ${vendor} --id ${id} --${key} ${value}`,
  };
  return ways[source];
}
