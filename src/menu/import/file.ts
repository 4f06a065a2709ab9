import { InputProblems } from '../../order/problems';
import type { Menu } from '../schema';
import { readCsvMenu } from './csv';
import { parseJson } from './json';
import { type Mapped, readMapping } from './mapping';
import { readReferenceMenu } from './reference';

/** What a file turned out to hold. `json`: a menu in our own shape, not yet checked. */
export type MenuFile =
  | { kind: 'menu'; menu: Menu }
  | { kind: 'json'; input: unknown }
  | { kind: 'mapping'; mapped: Mapped[] };

type Read = (text: string, currency: string) => MenuFile;
const BY_ENDING: Record<string, Read> = {
  csv: (text, currency) => ({ kind: 'menu', menu: readCsvMenu(text, currency) }),
  tsv: (text, currency) => ({ kind: 'menu', menu: readCsvMenu(text, currency) }),
  txt: (text, currency) => ({ kind: 'menu', menu: readReferenceMenu(text, currency) }),
  json: readJson,
};

/** A file by its name and text; throws `InputProblems` naming the place in it. */
export function readMenuFile(name: string, text: string, currency: string): MenuFile {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const read = BY_ENDING[ending];
  if (read) return read(text, currency);
  const message = `cannot be read by its name; call it one of ${Object.keys(BY_ENDING)
    .map((one) => `*.${one}`)
    .join(', ')}.`;
  throw new InputProblems([{ path: name, message }]);
}

/** Our own shape has a list of items; a mapping has nothing but dishes and their ids. */
function readJson(text: string): MenuFile {
  const input = parseJson(text);
  const isOurs = typeof input === 'object' && input !== null && 'items' in input;
  if (isOurs) return { kind: 'json', input };
  if (typeof input === 'object' && input !== null && !Array.isArray(input))
    return { kind: 'mapping', mapped: readMapping(input) };
  const message = 'is neither a menu ({"items": […]}) nor a mapping ({"Vodka Pizza": {"square_id": "…"}}).';
  throw new InputProblems([{ path: 'line 1', message }]);
}
