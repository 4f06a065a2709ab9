import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Blueprint } from '../interpreter/blueprint';

const FOLDER = join(__dirname, '../../../make/blueprints');

/** The two generations of Make's HTTP app that every blueprint is published for. */
export const GENERATIONS = ['', 'http-v3/'] as const;

/** A published blueprint with its Settings filled in, as a restaurant does it: nothing else of it may be touched. */
export function published(path: string, settings: Record<string, string> = {}): Blueprint {
  const blueprint = JSON.parse(readFileSync(join(FOLDER, `${path}.json`), 'utf8')) as Blueprint;
  for (const [name, value] of Object.entries(settings)) {
    const row = settingsOf(blueprint).find((one) => one.name === name);
    if (!row) throw new Error(`${path} has no setting "${name}".`);
    row.value = value;
  }
  return blueprint;
}

/** The rows of the Settings module. */
export function settingsOf({ flow }: Blueprint): { name: string; value: string }[] {
  const module = flow.find(({ metadata }) => metadata.designer.name === 'Settings');
  return (module?.mapper?.variables ?? []) as { name: string; value: string }[];
}
