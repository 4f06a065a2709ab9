import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blueprintFiles } from '../../make/scenarios/files';
import { BLUEPRINT_VERSIONS, type BlueprintId, stampOf } from '../../src/blueprints';
import { allModules } from './interpreter/blueprint';
import { Scenario } from './interpreter/scenario';
import { GENERATIONS, published } from './support/published';

const FOLDER = join(__dirname, '../../make/blueprints');
const IDS = Object.keys(BLUEPRINT_VERSIONS) as BlueprintId[];
const PATHS = GENERATIONS.flatMap((generation) => IDS.map((id) => ({ id, path: `${generation}${id}` })));

it('are the files that npm run make:blueprints writes', () => {
  const made = blueprintFiles();
  const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );
  expect(names.sort()).toEqual(Object.keys(made).sort());
  for (const [name, text] of Object.entries(made))
    expect(readFileSync(join(FOLDER, name), 'utf8')).toBe(text);
});

it('are a file for every published version, and no other', () => {
  expect(Object.keys(blueprintFiles()).sort()).toEqual(PATHS.map(({ path }) => `${path}.json`).sort());
});

describe.each(PATHS)('$path', ({ id, path }) => {
  const blueprint = published(path);
  const modules = allModules(blueprint.flow);

  it('can be imported', () => {
    expect(() => new Scenario(blueprint)).not.toThrow();
  });

  it('has one Settings module, and no address, key or phone anywhere else', () => {
    expect(modules.filter(({ metadata }) => metadata.designer.name === 'Settings')).toHaveLength(1);
    const others = modules.filter(({ metadata }) => metadata.designer.name !== 'Settings');
    expect(JSON.stringify(others)).not.toMatch(/"https?:\/\/|Bearer [^{]|\+1\d{10}/);
  });

  it('carries no key of anybody’s account', () => {
    expect(JSON.stringify(blueprint)).not.toMatch(/"hook"|__IMTCONN__|Keychain": ?[^"]|Keychain": ?"[^"]/);
  });

  it('tells the Order API its version, wherever it speaks to it', () => {
    const calls = modules.map(({ mapper }) => JSON.stringify(mapper ?? {}));
    const toApi = calls.filter((call) => call.includes('.order_api}}'));
    for (const call of toApi) expect(call).toContain(stampOf(id));
    expect(toApi.length > 0).toBe(!id.startsWith('direct') && id !== 'pos-failure-alert');
  });
});
