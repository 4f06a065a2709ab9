import { InputProblems, shown } from '../order/problems';
import { readDictionary, readText } from './input-text';
import { fieldDefault, fieldLabel } from './order-fields';

/** What the step's own fields decide, whatever the order says. */
export type Policy = {
  maxAgeMinutes: number;
  whenRefused: 'error' | 'continue';
  editorTest: 'preview' | 'test_ticket';
  unsureItems: 'hold' | 'open_item';
  unknownItems: 'hold' | 'open_item';
  aliases: Record<string, string>;
};

type Input = Record<string, unknown>;

/** Reads the policies; a value that is none of the choices is refused, never guessed. */
export function readPolicy(input: Input): Policy {
  return {
    maxAgeMinutes: readMinutes(input),
    whenRefused: readChoice(input, 'when_refused', ['error', 'continue']),
    editorTest: readChoice(input, 'editor_test', ['preview', 'test_ticket']),
    unsureItems: readChoice(input, 'unsure_items', ['hold', 'open_item']),
    unknownItems: readChoice(input, 'unknown_items', ['hold', 'open_item']),
    aliases: readDictionary(input.aliases),
  };
}

function readChoice<T extends string>(input: Input, key: string, choices: readonly T[]): T {
  const given = readText(input[key]) ?? fieldDefault(key);
  const choice = choices.find((one) => one === given);
  return choice ?? refuse(key, `${shown(given)} is not one of ${choices.join(', ')}.`);
}

function readMinutes(input: Input): number {
  const given = readText(input.max_age_minutes) ?? fieldDefault('max_age_minutes');
  return /^[1-9]\d{0,5}$/.test(given)
    ? Number(given)
    : refuse('max_age_minutes', `${shown(given)} is not a number of minutes; write 45, for example.`);
}

function refuse(key: string, message: string): never {
  throw new InputProblems([{ path: fieldLabel(key), message }]);
}
