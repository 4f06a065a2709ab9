import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root';

/** The page on which every error has its place; it goes with the program, so that its links work on any installation. */
export const HELP_PAGE = readFileSync(join(packageRoot(), 'docs/troubleshooting.md'), 'utf8');
export const HELP_ANCHORS: ReadonlySet<string> = new Set(
  [...HELP_PAGE.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id),
);

/** The address of the first of these that the page has; a name is a code as it is written, an anchor is in small letters. */
export function helpFor(...names: (string | null)[]): string {
  const anchor = names.map((name) => name?.toLowerCase()).find((name) => name && HELP_ANCHORS.has(name));
  return anchor ? `/help#${anchor}` : '/help';
}
