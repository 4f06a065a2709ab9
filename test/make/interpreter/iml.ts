import { FUNCTIONS } from './iml-functions';
import { type Dialect, type Names, readExpression } from './iml-syntax';
import { readTemplate } from './iml-tokens';
import { toText } from './iml-values';

/** What a template may look at: `data` holds modules by number (`3`) in a scenario; `body`, `parameters`, `connection`, … in a custom app. */
export type ImlScope = {
  dialect: Dialect;
  data: Record<string, unknown>;
  now: Date;
  /** The account's own zone, which dates without one are written in. */
  timezone?: string;
};

/** Unlike any shop's, so that a date which forgot its zone shows. */
const ACCOUNT_ZONE = 'Europe/Prague';
const SPREAD = '{{...}}';

const WORDS: Record<string, (now: Date) => unknown> = {
  null: () => null,
  true: () => true,
  false: () => false,
  now: (now) => now,
  timestamp: (now) => Math.floor(now.getTime() / 1000),
  newline: () => '\n',
  space: () => ' ',
  tab: () => '\t',
  emptystring: () => '',
  emptyarray: () => [],
};

/**
 * Evaluates Make's own template language in a value, through lists and collections: `{{…}}` alone keeps its type, anything
 * around it makes text. Unknown names and functions throw: what is not certain to work in Make must not pass here.
 */
export function evaluateIml(value: unknown, scope: ImlScope): unknown {
  if (typeof value === 'string') return evaluateTemplate(value, scope);
  if (Array.isArray(value)) return value.map((one) => evaluateIml(one, scope));
  if (value !== null && typeof value === 'object') return evaluateCollection(value, scope);
  return value;
}

function evaluateCollection(value: object, scope: ImlScope): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) {
    const known = evaluateIml(one, scope);
    if (key === SPREAD) Object.assign(result, known);
    else result[toText(evaluateTemplate(key, scope))] = known;
  }
  return result;
}

function evaluateTemplate(template: string, scope: ImlScope): unknown {
  const names = namesOf(scope);
  const values = readTemplate(template).map((piece) =>
    'text' in piece ? piece.text : readExpression(piece.tokens, scope.dialect)(names),
  );
  return values.length === 1 ? values[0] : values.map(toText).join('');
}

function namesOf({ data, now, timezone = ACCOUNT_ZONE }: ImlScope): Names {
  return {
    name(name) {
      if (Object.hasOwn(data, name)) return data[name];
      const word = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
      if (!word) throw new Error(`IML: nothing is called "${name}". Known: ${Object.keys(data).join(', ')}.`);
      return word(now);
    },
    call(name, values) {
      const one = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
      if (!one) throw new Error(`IML: there is no function "${name}".`);
      return one(values, { timezone });
    },
  };
}
