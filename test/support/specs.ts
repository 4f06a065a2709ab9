import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const PLACE = resolve(__dirname, '../..', process.env.ORDERWIRE_SPECS ?? '../shared/specs');

/** Where one vendor's own specifications lie, if they do: `ORDERWIRE_SPECS`, from the project's root. They never enter the project. */
export function specsOf(vendor: string): string {
  return join(PLACE, vendor);
}

/** The addresses of a specification, `{…}` standing for anything. */
export function addressesIn(file: string): RegExp[] {
  const {
    basePath = '',
    servers = [],
    paths,
  } = parse(readFileSync(file, 'utf8')) as {
    basePath?: string;
    servers?: { url: string }[];
    paths: Record<string, Record<string, unknown>>;
  };
  const base = basePath || (servers[0]?.url ?? '').replace(/^https?:\/\/[^/]+/, '');
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(
      (method) =>
        new RegExp(`^${method.toUpperCase()} ${`${base}${path}`.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
    ),
  );
}
