import type { ZapierPlayer } from '../../src/cli/demo/zapier-player';
import { findField, findOperation, type InputField, labelled, type Operation } from './definitions';
import type { Filled, ZapStep } from './page';

type Fields = Record<string, unknown>;
/** What a step gave, by the labels that later steps map. */
export type Outcome = Map<string, string>;
/** An app of somebody else's, played: takes a step's fields by label. Undefined: the Zap goes no further. */
export type OtherApp = (operation: string, fields: Record<string, string>) => Promise<Outcome | undefined>;
/** A field filled in: what is mapped is taken as it is, what is chosen is chosen by its label. */
type Entry = Filled & { isMapped: boolean };
type Parts = {
  player: ZapierPlayer;
  /** The accounts that were connected, by system: `square`, `order_api`. */
  accounts: Record<string, Fields>;
  apps: Record<string, OtherApp>;
};

const MAPPED = /\{\{(\d+)\. (.+?)\}\}/g;

/** Runs the steps of one Zap, as its page says them, in the real Zapier runtime. */
export class Zap {
  constructor(private readonly parts: Parts) {}

  /** Runs every step after the trigger; `first` is what the trigger gave. Stops where a filter says so. */
  async run(steps: ZapStep[], first: Outcome): Promise<Map<number, Outcome>> {
    const outcomes = new Map<number, Outcome>([[1, first]]);
    for (const step of steps.filter(({ number }) => number > 1)) {
      const fields = step.fields.map(({ label, value }) => ({
        label: fill(label, outcomes),
        value: fill(value, outcomes),
        isMapped: value.includes('{{'),
      }));
      const outcome = await this.step(step, fields);
      if (!outcome) break;
      outcomes.set(step.number, outcome);
    }
    return outcomes;
  }

  /** What a trigger of ours gives for each thing that it was called with. */
  async triggered(step: ZapStep, call: unknown): Promise<Outcome[]> {
    const operation = findOperation(step.operation);
    const given = await this.parts.player.called(operation.key, this.account(operation), call);
    return given.map((one) => labelled(operation, one));
  }

  /** Switches our hook trigger on: the Order API learns this address. */
  async switchOn(step: ZapStep, address: string): Promise<void> {
    const operation = findOperation(step.operation);
    await this.parts.player.subscribe(operation.key, this.account(operation), address);
  }

  private async step({ app, operation: name }: ZapStep, filled: Entry[]): Promise<Outcome | undefined> {
    if (app === 'OrderWire') return this.ours(findOperation(name), filled);
    const other = this.parts.apps[app];
    if (!other) throw new Error(`Nobody plays ${app}.`);
    return other(name, Object.fromEntries(filled.map(({ label, value }) => [label, value])));
  }

  private async ours(operation: Operation, filled: Entry[]): Promise<Outcome> {
    const account = this.account(operation);
    const inputs: Fields = {};
    for (const { label, value, isMapped } of filled) {
      const field = findField(operation, label);
      inputs[field.key] = isMapped ? value : await this.chosen(field, value, account);
    }
    const missing = operation.inputFields.find(({ key, required }) => required && !inputs[key]);
    if (missing) throw new Error(`"${operation.label}" needs ${missing.label}, which the recipe leaves out.`);
    const { player } = this.parts;
    const output =
      operation.kind === 'creates'
        ? await player.create(operation.key, account, inputs)
        : ((await player.search(operation.key, account, inputs))[0] ?? {});
    return labelled(operation, output);
  }

  /** A choice is made by its label, as in the editor. */
  private async chosen(field: InputField, value: string, account: Fields): Promise<string> {
    if (field.choices) {
      const found = Object.entries(field.choices).find(([, label]) => label === value);
      if (!found) throw new Error(`${field.label} has no choice "${value}".`);
      return found[0];
    }
    const [trigger] = field.dynamic?.split('.') ?? [];
    if (!trigger) return value;
    const listed = await this.parts.player.poll(trigger, account);
    const found = listed.find(({ name }) => name === value);
    if (!found) throw new Error(`${field.label} does not list "${value}".`);
    return String(found.id);
  }

  private account({ key }: Operation): Fields {
    const [, vendor = 'order_api'] = /^create_(\w+)_order$/.exec(key) ?? [];
    const account = this.parts.accounts[vendor];
    if (!account) throw new Error(`No account of ${vendor} is connected.`);
    return account;
  }
}

function fill(text: string, outcomes: Map<number, Outcome>): string {
  return text.replaceAll(MAPPED, (_all, number: string, label: string) => {
    const value = outcomes.get(Number(number))?.get(label);
    if (value === undefined) throw new Error(`Step ${number} gives no "${label}".`);
    return value;
  });
}
