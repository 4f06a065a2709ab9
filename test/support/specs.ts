import { join, resolve } from 'node:path';

const PLACE = resolve(__dirname, '../..', process.env.ORDERWIRE_SPECS ?? '../shared/specs');

/** Where one vendor's own specifications lie, if they do: `ORDERWIRE_SPECS`, from the project's root. They never enter the project. */
export function specsOf(vendor: string): string {
  return join(PLACE, vendor);
}
