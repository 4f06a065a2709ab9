import { version as coreVersion } from '../../node_modules/zapier-platform-core/package.json';
import { readAddress } from '../../src/zapier/address';
import { app } from '../../src/zapier/app';
import { oneVendorApp } from '../../src/zapier/one-vendor-app';
import {
  type Definition,
  type Field,
  flat,
  type Operation,
  operationsOf,
  readDefinition,
} from './definition';

/** Zapier's publishing checks (https://docs.zapier.com/integrations/publish/integration-checks-reference) as far as a definition shows them. */
const NO_DROPDOWN: Record<string, string> = {
  'create_lightspeed_order.endpoint_id':
    'A name that the restaurant chose in its own portal; no API lists it.',
  'create_lightspeed_order.fallback_item_id':
    'An SKU; the dropdown would list the whole menu for one made-up item.',
};
const SMALL_WORDS = new Set(
  'a an and as at but by for from if in into is not of on or our than that the to was we were what with your'.split(
    ' ',
  ),
);

let definition: Definition;
let operations: Operation[];
let visible: Operation[];

const inputs = () =>
  operations.flatMap((one) => flat(one.operation.inputFields).map((field) => ({ one, field })));
const texts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
};
const helps = (): Field[] => [...definition.authentication.fields, ...inputs().map(({ field }) => field)];

function isTitle(label: string): boolean {
  const words = label
    .replace(/\([^)]*\)/g, (part) => part.slice(1, -1))
    .split(/[\s/]+/)
    .filter(Boolean);
  return words.every((word, index) => {
    const bare = word.replace(/[^\p{L}\p{N}]/gu, '');
    return !/^\p{Ll}/u.test(bare) || (index > 0 && SMALL_WORDS.has(bare));
  });
}

/** The whole app, and the part that its owner could list publicly. */
const APPS: [string, object][] = [
  ['the whole app', app],
  ['the app of the Order API alone', oneVendorApp('order_api', () => ({ client_id: '', client_secret: '' }))],
];

describe.each(APPS)('publishing checks: %s', (_name, which) => {
  beforeAll(async () => {
    definition = await readDefinition(which);
    operations = operationsOf(definition);
    visible = operations.filter(({ display }) => !display.hidden);
  });

  it('D001: no secret is asked for in a step', () => {
    const secret = /api_?key|token|password|secret/;
    expect(
      inputs()
        .filter(({ field }) => secret.test(field.key))
        .map(({ field }) => field.key),
    ).toEqual([]);
  });

  it('D002: a field for a key links to where the key is found', () => {
    const keys = definition.authentication.fields.filter(({ type }) => type === 'password');
    expect(keys.filter(({ helpText = '' }) => !/\[[^\]]+\]\(https:/.test(helpText))).toEqual([]);
  });

  it('D003: a connection has a name', () => {
    expect(definition.authentication.connectionLabel).toBeDefined();
  });

  it('D004: a field for an id offers a list', () => {
    const without = inputs()
      .filter(({ field }) => field.key.endsWith('_id') && !field.dynamic)
      .map(({ one, field }) => `${one.key}.${field.key}`);
    expect(without.filter((key) => !NO_DROPDOWN[key])).toEqual([]);
  });

  it('D005: every list has its source', () => {
    const sources = inputs().flatMap(({ field }) => field.dynamic?.split('.')[0] ?? []);
    expect(sources.filter((key) => !definition.triggers[key])).toEqual([]);
    expect(sources.length).toBeGreaterThan(2);
  });

  it('D006: a hook can also be asked', () => {
    const hooks = visible.filter(({ operation }) => operation.type === 'hook');
    expect(hooks.map(({ key }) => key)).toEqual([
      'new_order_instant',
      'new_order_pushed',
      'order_status_changed',
    ]);
    expect(hooks.filter(({ operation }) => !operation.performList)).toEqual([]);
  });

  it('D009, D013 and D015: a search asks for something, and what refers to one finds it', () => {
    const { searches, creates, searchOrCreates } = definition;
    expect(Object.values(searches).filter(({ operation }) => !operation.inputFields?.length)).toEqual([]);
    const referred = inputs().flatMap(({ field }) => field.search?.split('.')[0] ?? []);
    expect(referred.length).toBeGreaterThan(0);
    expect(referred.filter((key) => !searches[key])).toEqual([]);
    for (const { key, search, create } of Object.values(searchOrCreates)) {
      expect([key, Boolean(searches[search]), Boolean(creates[create])]).toEqual([search, true, true]);
    }
  });

  it('D014: what offers a search takes one plain value', () => {
    const offering = inputs().filter(({ field }) => field.search);
    const wrong = offering.filter(
      ({ field }) => field.list || field.dict || !['string', 'number', 'integer'].includes(field.type ?? ''),
    );
    expect(wrong.map(({ field }) => field.key)).toEqual([]);
  });

  it('D016 and D017: a static hook is never the only trigger', () => {
    const shown = visible.filter(({ operation }) => operation.type);
    const isStatic = ({ operation }: Operation) => operation.type === 'hook' && !operation.performSubscribe;
    expect(shown.filter(isStatic).map(({ key }) => key)).toEqual(['new_order_pushed']);
    expect(shown.length).toBeGreaterThan(1);
  });

  it('D007 and D025: every address is https', () => {
    expect(texts(definition).filter((text) => /\b(?:http:|javascript:|data:|vbscript:)/i.test(text))).toEqual(
      [],
    );
  });

  it('D008: an address in a help text is a link or a quotation', () => {
    const bare = helps().filter(({ helpText = '' }) => /(?<![(`\w])https?:\/\//.test(helpText));
    expect(bare.map(({ key }) => key)).toEqual([]);
  });

  it('D010 and D012: every visible operation has a sample, and that of a trigger an id', () => {
    expect(visible.filter(({ operation }) => Object.keys(operation.sample).length === 0)).toEqual([]);
    const polled = visible.filter(({ operation }) => operation.type);
    expect(polled.map(({ operation }) => typeof operation.sample.id)).toEqual(polled.map(() => 'string'));
  });

  it('D011: a help text says more than the label', () => {
    expect(helps().filter(({ helpText, label }) => helpText === label)).toEqual([]);
  });

  it('D018: labels are in title case', () => {
    const outputs = operations.flatMap(({ operation }) => operation.outputFields ?? []);
    const labels = [...helps(), ...outputs].flatMap(({ label }) => label ?? []);
    expect(
      [...labels, ...operations.map(({ display }) => display.label)].filter((one) => !isTitle(one)),
    ).toEqual([]);
  });

  it('D021: a trigger says when it triggers', () => {
    const said = Object.values(definition.triggers).map(({ display }) => display.description);
    expect(said.filter((text) => !/^Triggers when .*\.$/.test(text))).toEqual([]);
  });

  it('D022: a create has fields', () => {
    for (const { operation } of Object.values(definition.creates))
      expect(operation.inputFields).not.toEqual([]);
  });

  it('D023: times in samples carry their zone', () => {
    const times = texts(visible.map(({ operation }) => operation.sample)).filter((text) =>
      /^\d{4}-\d\d-\d\dT/.test(text),
    );
    expect(times.length).toBeGreaterThan(0);
    expect(times.filter((text) => !/(?:Z|[+-]\d\d:\d\d)$/.test(text))).toEqual([]);
  });

  it('D024: samples agree with the output fields', () => {
    for (const { operation } of visible) {
      const named = new Set((operation.outputFields ?? []).map(({ key }) => key.split('[]')[0]));
      expect(Object.keys(operation.sample).filter((key) => !named.has(key))).toEqual([]);
      for (const { key, type, list } of operation.outputFields ?? []) {
        if (key.includes('[]')) continue;
        const value = operation.sample[key];
        const kinds: Record<string, string> = { integer: 'number', number: 'number', boolean: 'boolean' };
        if (list) expect(Array.isArray(value)).toBe(true);
        else if (value !== null) expect([key, typeof value]).toEqual([key, kinds[type ?? ''] ?? 'string']);
      }
    }
  });

  it('D026: an address that would send keys in the open is refused', () => {
    expect(() => readAddress('http://orders.example.com')).toThrow('must start with https://');
    expect(() => readAddress('orders.example.com')).toThrow('must start with https://');
    expect(readAddress('https://orders.example.com/')).toBe('https://orders.example.com');
  });

  it('D027 and D028: the platform is pinned, and empty fields are left to us', () => {
    expect(definition.platformVersion).toBe(coreVersion);
    expect(definition.flags.cleanInputData).toBe(false);
  });
});
