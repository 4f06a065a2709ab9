import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readValues, type Value } from './values';

/** A slot's name says its part where the format has a word for it; every other slot holds values of its own. */
const FORMAT_WORDS = new Set(['NUMBER', 'QUANTITY', 'NOT']);

export type Slot = {
  name: string;
  negatable: boolean;
  qualified: boolean;
  values: Value[];
};
export type Intent = {
  name: string;
  /** What the thing itself is called. */
  entityNames: string[];
  /** The slot whose values are the things themselves; null: the intent is one thing, named by `entityNames`. */
  product: Slot | null;
  size: Slot | null;
  /** The other slots: what can be put on, left off, or told about it. */
  attributes: Slot[];
};

type RawSlot = {
  slotName: string;
  path: string;
  negatable?: boolean;
  qualified?: boolean;
  optionalPrefixes?: string[];
  optionalSuffixes?: string[];
};
type RawIntent = { name: string; slots: RawSlot[]; entityNames?: string[] };

/** A folder's `schema.json` with its alias files. What cannot be read of an alias file goes to `warn`, in words. */
export function readSchema(folder: string, warn: (text: string) => void): Intent[] {
  const raw = JSON.parse(readFileSync(join(folder, 'schema.json'), 'utf8')) as { intents?: RawIntent[] };
  if (!Array.isArray(raw.intents)) throw new Error('schema.json has no list "intents"; give it one.');
  return raw.intents.map(({ name, slots, entityNames = [] }) => {
    const own = slots
      .filter(({ slotName }) => !FORMAT_WORDS.has(slotName))
      .map((slot): Slot => readSlot(folder, slot, warn));
    const size = own.find((slot) => /SIZE/i.test(slot.name)) ?? null;
    const product = own.find((slot) => slot !== size && namesProduct(slot, name)) ?? null;
    const attributes = own.filter((slot) => slot !== product && slot !== size);
    return { name, entityNames, product, size, attributes };
  });
}

/** A plain slot that bears its intent's own word (DRINK_TYPE of DRINK_ORDER, BASE_SANDWICH of SANDWICH_ORDER) says what the thing is. */
function namesProduct({ name, negatable, qualified }: Slot, intent: string): boolean {
  const word = wordOf(intent);
  return word !== '' && !negatable && !qualified && bare(name).includes(bare(word));
}

/** `DRINK_ORDER` is about `DRINK`. */
export function wordOf(intent: string): string {
  return intent.replace(/_?ORDER$/i, '');
}

function bare(name: string): string {
  return name.replaceAll('_', '').toUpperCase();
}

function readSlot(folder: string, slot: RawSlot, warn: (text: string) => void): Slot {
  const { slotName, path, negatable = false, qualified = false } = slot;
  const file = join(folder, path);
  if (!existsSync(file)) warn(`${path} of ${slotName} is not there; the slot has no values.`);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const values = readValues(text, (line) =>
    warn(`${path}, line ${line}, is not "words, tab, slot(value)"; it is left out.`),
  );
  const named = values.map((value) => ({ ...value, spoken: withAffixes(value.spoken, slot) }));
  return { name: slotName, negatable, qualified, values: named };
}

/** The plain words first, then with each of the words that may stand before or behind them. */
function withAffixes(spoken: string[], { optionalPrefixes = [], optionalSuffixes = [] }: RawSlot): string[] {
  const before = spoken.flatMap((words) => optionalPrefixes.map((prefix) => `${prefix} ${words}`));
  const behind = spoken.flatMap((words) => optionalSuffixes.map((suffix) => `${words} ${suffix}`));
  return [...new Set([...spoken, ...before, ...behind])];
}
