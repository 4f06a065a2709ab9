import * as zapier from 'zapier-platform-core';
import { app } from '../../src/zapier/app';

export type Field = {
  key: string;
  label?: string;
  type?: string;
  required?: boolean;
  default?: string;
  helpText?: string;
  dynamic?: string;
  search?: string;
  list?: boolean;
  dict?: boolean;
  choices?: Record<string, string>;
  children?: Field[];
};
export type Operation = {
  key: string;
  noun: string;
  display: { label: string; description: string; hidden?: boolean };
  operation: {
    type?: string;
    performList?: unknown;
    performSubscribe?: unknown;
    inputFields?: Field[];
    outputFields?: Field[];
    sample: Record<string, unknown>;
  };
};
export type Definition = {
  platformVersion: string;
  flags: Record<string, boolean>;
  authentication: { type: string; fields: Field[]; connectionLabel: unknown };
  triggers: Record<string, Operation>;
  creates: Record<string, Operation>;
  searches: Record<string, Operation>;
  searchOrCreates: Record<string, { key: string; search: string; create: string }>;
};

/** Missing from the package's types: the handler that Zapier itself calls. */
type Handler = (event: { command: 'validate' | 'definition' }) => Promise<{ results: unknown }>;
const { createAppHandler } = zapier as unknown as { createAppHandler: (app: object) => Handler };

/** What Zapier's schema finds wrong with the app; empty is well. */
export async function validate(which: object = app): Promise<unknown> {
  return (await createAppHandler(which)({ command: 'validate' })).results;
}

/** The app as Zapier stores it. */
export async function readDefinition(which: object = app): Promise<Definition> {
  return (await createAppHandler(which)({ command: 'definition' })).results as Definition;
}

/** Every trigger, create and search. */
export function operationsOf({ triggers, creates, searches }: Definition): Operation[] {
  return [triggers, creates, searches].flatMap((operations) => Object.values(operations));
}

/** Fields and the children of their line items, as one list. */
export function flat(fields: Field[] = []): Field[] {
  return fields.flatMap((field) => [field, ...flat(field.children)]);
}
