import type { Filter } from './blueprint';
import { evaluateIml, type ImlScope } from './iml';
import { isEmpty, toDate, toNumber, toText } from './iml-values';

type Test = (a: unknown, b: unknown) => boolean;
const lower = (value: unknown) => toText(value).toLowerCase();

/** The operators of a scenario's filters that our blueprints use; any other throws. */
const OPERATORS: Record<string, Test> = {
  exist: (a) => !isEmpty(a),
  notexist: (a) => isEmpty(a),
  'text:equal': (a, b) => toText(a) === toText(b),
  'text:equal:ci': (a, b) => lower(a) === lower(b),
  'text:notequal': (a, b) => toText(a) !== toText(b),
  'text:contain': (a, b) => toText(a).includes(toText(b)),
  'text:notcontain': (a, b) => !toText(a).includes(toText(b)),
  'text:startswith': (a, b) => toText(a).startsWith(toText(b)),
  'number:equal': (a, b) => toNumber(a) === toNumber(b),
  'number:greater': (a, b) => toNumber(a) > toNumber(b),
  'number:less': (a, b) => toNumber(a) < toNumber(b),
  'boolean:equal': (a, b) => toText(a) === toText(b),
  'date:before': (a, b) => toDate(a) < toDate(b),
  'date:after': (a, b) => toDate(a) > toDate(b),
};

/** Whether a bundle goes on: one group of conditions must hold, and a group holds when each of its conditions does. */
export function passes(filter: Filter | null | undefined, scope: ImlScope): boolean {
  if (!filter) return true;
  return filter.conditions.some((group) =>
    group.every(({ a, o, b }) => {
      const test = Object.hasOwn(OPERATORS, o) ? OPERATORS[o] : undefined;
      if (!test) throw new Error(`Filter "${filter.name}": there is no operator "${o}".`);
      return test(evaluateIml(a, scope), evaluateIml(b ?? '', scope));
    }),
  );
}
