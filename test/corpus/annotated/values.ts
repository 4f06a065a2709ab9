import type { Node } from './s-expression';

/** One value that a slot can take, with all the ways to say it. */
export type Value = { key: string; name: string; spoken: string[] };

const LINE = /^(\S.*?)\s+\w+\s*\((.*)\)\s*$/;
const SEVERAL = /^or\s*\((.*)\)$/i;

/** Values as compared: spelling, case and spacing differ between a schema's files and its annotations. */
export function keyOf(value: string): string {
  return value
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}.]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '');
}

/** The values that an annotation's node names: one, or those among which the guest left it open. */
export function keysOf(node: Node): string[] {
  const [first] = node.rest;
  if (typeof first === 'object' && first.head.toUpperCase() === 'OR')
    return first.rest.map((one) => keyOf(textOf(one)));
  return [keyOf(node.rest.map(textOf).join(' '))];
}

function textOf(node: Node | string): string {
  return typeof node === 'string' ? node : [node.head, ...node.rest.map(textOf)].join(' ');
}

/**
 * An alias file: spoken words, tab, `slot(value)`. Words that mean `Or(a,b)` are a name of each of them: the menu has no other way to say
 * that one name stands for several things. Lines that cannot be read go to `warn`.
 */
export function readValues(text: string, warn: (line: number) => void): Value[] {
  const values = new Map<string, Value>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [, spoken = '', meaning = ''] = LINE.exec(line) ?? [];
    if (meaning.trim() === '') {
      warn(index + 1);
      continue;
    }
    const names = SEVERAL.exec(meaning.trim())?.[1]?.split(',') ?? [meaning];
    for (const name of names) {
      const key = keyOf(name);
      const value = values.get(key) ?? { key, name: nameOf(name), spoken: [] };
      values.set(key, { ...value, spoken: [...value.spoken, spoken.trim()] });
    }
  }
  return [...values.values()];
}

/** `black_olives` as a menu prints it. */
function nameOf(value: string): string {
  return value.replaceAll(/[_\s()]+/g, ' ').trim();
}
