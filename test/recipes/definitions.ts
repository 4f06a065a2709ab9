import { app } from '../../src/zapier/app';

type Choices = Record<string, string>;
export type InputField = {
  key: string;
  label?: string;
  choices?: Choices;
  dynamic?: string;
  required?: boolean;
  children?: InputField[];
};
type OutputField = { key: string; label?: string };
/** A trigger, create or search as its page in Zapier shows it. */
export type Operation = {
  kind: 'triggers' | 'creates' | 'searches';
  key: string;
  label: string;
  inputFields: InputField[];
  outputFields: OutputField[];
};

type Definition = {
  key: string;
  display: { label: string };
  operation: { inputFields?: unknown[]; outputFields?: unknown[] };
};

/** What a person finds under this name in Zapier. */
export function findOperation(label: string): Operation {
  const found = operations().find((one) => one.label === label);
  if (!found) throw new Error(`OrderWire has no "${label}" in Zapier.`);
  return found;
}

function operations(): Operation[] {
  return (['triggers', 'creates', 'searches'] as const).flatMap((kind) =>
    Object.values(app[kind] as Record<string, Definition>).map(({ key, display, operation }) => ({
      ...{ kind, key, label: display.label },
      inputFields: (operation.inputFields ?? []) as InputField[],
      outputFields: (operation.outputFields ?? []) as OutputField[],
    })),
  );
}

/** A field by its label, as the page names it; "Items: Item Name" is the field within. */
export function findField({ label: operation, inputFields }: Operation, label: string): InputField {
  const found = inputFields.find((field) => field.label === label);
  if (!found) throw new Error(`"${operation}" has no field "${label}".`);
  return found;
}

/** An output by labels, as later steps map it. */
export function labelled({ outputFields }: Operation, output: Record<string, unknown>): Map<string, string> {
  const named = outputFields.map(({ key, label = key }) => [label, asText(output[key])] as const);
  return new Map(named);
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
