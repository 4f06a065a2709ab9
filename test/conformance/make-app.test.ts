import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Ajv from 'ajv';
import ajvErrors from 'ajv-errors';
import { appFiles } from '../../make/generate/app-files';
import { specsOf } from '../support/specs';

// The whole API is loaded and opened: on a busy machine that takes a while.
jest.setTimeout(180_000);

const schemas = join(specsOf('make'), 'schemas');

/** Which of Make's schemas stands for which file, by how its name ends. */
const SCHEMAS: [ending: RegExp, schema: string][] = [
  [/^makecomapp\.json$/, 'makecomapp.schema.json'],
  [/^groups\.json$/, 'groups.json'],
  [/^base\.iml\.json$/, 'base.json'],
  [/\.(?:communication|attach|detach)\.iml\.json$/, 'api.json'],
  [/\.(?:params|static-params|mappable-params|interface)\.iml\.json$/, 'parameters.json'],
  [/\.epoch\.iml\.json$/, 'epoch.json'],
  [/\.samples\.iml\.json$/, 'samples.json'],
];
const schemaOf = (path: string) => SCHEMAS.find(([ending]) => ending.test(basename(path)))?.[1];

if (existsSync(schemas)) {
  describe('the Make app and Make’s own schemas', checkFiles);
} else {
  it('not run: no vendor specifications found', () => {
    console.warn(`No schemas of Make in ${schemas}; set ORDERWIRE_SPECS to the folder that holds them.`);
  });
}

function checkFiles() {
  const ajv = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false, allErrors: true });
  ajvErrors(ajv);
  for (const name of readdirSync(schemas))
    ajv.addSchema(JSON.parse(readFileSync(join(schemas, name), 'utf8')), name);
  const faultsOf = (path: string, text: string) => {
    ajv.validate(schemaOf(path) ?? '', JSON.parse(text));
    return (ajv.errors ?? []).map(({ instancePath, message }) => `${path}${instancePath} ${message}`);
  };

  it('agree about every file', async () => {
    const files = Object.entries(await appFiles()).filter(([path]) => path.endsWith('.json'));
    expect(files.length).toBeGreaterThan(80);
    expect(files.filter(([path]) => !schemaOf(path)).map(([path]) => path)).toEqual([]);
    expect(files.flatMap(([path, text]) => faultsOf(path, text))).toEqual([]);
  });

  it('would not agree about a file that is wrong', () => {
    const wrong = { url: '/v1/orders', method: 'POST', response: { errors: {} } };
    expect(faultsOf('x.communication.iml.json', JSON.stringify(wrong))).not.toEqual([]);
    expect(faultsOf('x.params.iml.json', JSON.stringify([{ name: 'x', type: 'word' }]))).not.toEqual([]);
  });
}
