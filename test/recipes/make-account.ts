import { readFileSync } from 'node:fs';
import type { Blueprint } from '../make/interpreter/blueprint';
import { Scenario } from '../make/interpreter/scenario';
import type { Page } from './page';

type Row = { name: string; value: string };

/** A blueprint as somebody imports it and fills in what its Settings ask for. */
export function imported(name: string, settings: Record<string, string>): Scenario {
  const blueprint = JSON.parse(readFileSync(`make/blueprints/${name}.json`, 'utf8')) as Blueprint;
  for (const row of rowsOf(blueprint)) row.value = settings[row.name] ?? row.value;
  return new Scenario(blueprint);
}

/** The settings that a page tells of, with what they are here; the page must name each one, and no other. */
export function filledIn(name: string, page: Page, here: Record<string, string>): Record<string, string> {
  const blueprint = JSON.parse(readFileSync(`make/blueprints/${name}.json`, 'utf8')) as Blueprint;
  const asked = rowsOf(blueprint).map((row) => row.name);
  const told = page.settings.map(({ label }) => label);
  if (told.join() !== asked.join())
    throw new Error(`The page tells of ${told}, the scenario asks for ${asked}.`);
  return Object.fromEntries(page.settings.map(({ label, value }) => [label, here[label] ?? value]));
}

function rowsOf({ flow }: Blueprint): Row[] {
  const settings = flow.find(({ metadata }) => metadata.designer.name === 'Settings');
  return (settings?.mapper?.variables ?? []) as Row[];
}
