import { creates } from '../../creates';
import { vendorIds } from '../../src/pos/vendors';
import {
  type Definition,
  type Field,
  flat,
  type Operation,
  operationsOf,
  readDefinition,
  validate,
} from './definition';

function surfaceOf({ display, operation }: Operation) {
  return {
    label: display.label,
    ...(display.hidden && { hidden: true }),
    ...(operation.type && { type: operation.type }),
    inputs: (operation.inputFields ?? []).map(lineOf),
    outputs: (operation.outputFields ?? []).map(({ key, label, type }) => `${key}: ${label} (${type})`),
    sample: Object.keys(operation.sample),
  };
}

function lineOf(field: Field): string | object {
  const { key, label, type = field.dict ? 'dict' : 'group', required, dynamic, choices } = field;
  const marks = [
    required && 'required',
    field.default && `default ${field.default}`,
    dynamic && `from ${dynamic}`,
  ];
  const line = [`${key}: ${label} (${type})`, ...marks, choices && Object.keys(choices).join(' | ')];
  const text = line.filter(Boolean).join(', ');
  return field.children ? { [text]: field.children.map(lineOf) } : text;
}

const each = (operations: Record<string, Operation>) =>
  Object.fromEntries(Object.entries(operations).map(([key, one]) => [key, surfaceOf(one)]));

describe('the public surface', () => {
  let definition: Definition;
  beforeAll(async () => {
    definition = await readDefinition();
  });

  it("passes Zapier's own schema", async () => {
    expect(await validate()).toEqual([]);
  });

  it('stays as people have built on it: each change here is a promise kept or broken', () => {
    const { authentication, triggers } = definition;
    expect({
      connection: { type: authentication.type, fields: authentication.fields.map(lineOf) },
      triggers: each(triggers),
      creates: each(definition.creates),
      searches: each(definition.searches),
      searchOrCreates: definition.searchOrCreates,
    }).toMatchSnapshot();
  });

  it('has one create for each POS', () => {
    const keys = Object.keys(creates).filter((key) => /^create_.+_order$/.test(key));
    expect(keys.sort()).toEqual(vendorIds.map((id) => `create_${id}_order`).sort());
  });

  it('keeps every help text short enough to be read', () => {
    const fields = [
      ...definition.authentication.fields,
      ...operationsOf(definition).flatMap((one) => flat(one.operation.inputFields)),
    ];
    expect(fields.filter(({ helpText = '' }) => helpText.length >= 300).map(({ key }) => key)).toEqual([]);
  });

  it("asks the shared questions in one order, before the vendor's own", () => {
    const [first = [], ...rest] = vendorIds.map((id) =>
      (definition.creates[`create_${id}_order`]?.operation.inputFields ?? []).map(({ key }) => key),
    );
    const shared = first.slice(0, first.indexOf('aliases') + 1);
    expect(shared.slice(0, 4)).toEqual(['order_reference', 'order_data', 'order_text', 'items']);
    for (const keys of rest) expect(keys.slice(0, shared.length)).toEqual(shared);
  });
});
