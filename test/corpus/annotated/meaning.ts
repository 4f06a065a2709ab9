import { type Choice, choiceOf, type Line, type Meaning } from '../meaning';
import { idOf, itemIdOf, NO_SIZE } from './menu';
import type { Node } from './s-expression';
import type { Intent, Slot } from './schema';
import { keyOf, keysOf } from './values';

/** The annotation's words for how much; any other word stays as it is, and no answer will equal it. */
const ACTIONS: Record<string, string> = { extra: 'extra', light: 'light' };

/** An annotated order as a meaning. Throws naming a word that the schema does not have. */
export function toMeaning(nodes: Node[], intents: Intent[]): Meaning {
  const intentOf = ({ head }: Node) => intents.find((intent) => intent.name === head);
  const shared = nodes.filter((node) => !intentOf(node));
  const lines = nodes.flatMap((node) => {
    const intent = intentOf(node);
    return intent ? toLines(intent, [...partsOf(node), ...shared.filter((part) => fits(intent, part))]) : [];
  });
  const lost = shared.find((part) => !intents.some((intent) => fits(intent, part)));
  if (lost) throw new Error(`The schema has no intent and no slot "${lost.head}".`);
  return { lines };
}

/** What is said once for the whole order (`canBeGlobal`) counts for every line that has such a slot. */
function fits(intent: Intent, part: Node): boolean {
  return intent.attributes.some(({ name }) => name === slotNodeOf(part).head);
}

function slotNodeOf(node: Node): Node {
  const inner = partsOf(node).find(({ head }) => head !== 'QUANTITY' && head !== 'NUMBER');
  return (node.head === 'NOT' || node.head === 'COMPLEX') && inner ? slotNodeOf(inner) : node;
}

/** No number said is one. Several products under one number are that many of each; what is told about them belongs to the first. */
function toLines(intent: Intent, parts: Node[]): Line[] {
  const partOf = (name?: string) => parts.filter(({ head }) => head === name);
  const size = partOf(intent.size?.name)[0];
  const line = {
    size: intent.size ? (size ? idOf(intent.size, keysOf(size).join('_')) : NO_SIZE) : null,
    quantity: Number(keyOf(String(partOf('NUMBER')[0]?.rest[0] ?? '1'))),
  };
  const told = parts.filter(
    ({ head }) => ![intent.product?.name, intent.size?.name, 'NUMBER'].includes(head),
  );
  const choices = told.flatMap((part) => toChoices(intent, part));
  return productsOf(intent, partOf(intent.product?.name)).map((items, index) => ({
    ...line,
    items,
    open: items.length > 1,
    choices: index === 0 ? choices : [],
  }));
}

/** The items of each line; a thing asked for without saying which ("a drink") can be any of its kind. */
function productsOf(intent: Intent, named: Node[]): string[][] {
  if (!intent.product) return [[itemIdOf(intent)]];
  const keys = named.length > 0 ? named.map(keysOf) : [intent.product.values.map(({ key }) => key)];
  return keys.map((some) => some.map((key) => itemIdOf(intent, key)));
}

/**
 * NOT is `remove`, COMPLEX holds how much and how many. NOT over COMPLEX ("no extra cheese") asks for the dish as it comes: nothing is to
 * be done to that option, so that an answer that does anything to it is wrong.
 */
function toChoices(intent: Intent, part: Node): Choice[] {
  if (part.head === 'NOT') {
    const named = partsOf(part).filter(({ head }) => head !== 'COMPLEX');
    return named.flatMap((one) => toChoices(intent, one)).map((choice) => ({ ...choice, action: 'remove' }));
  }
  const node = slotNodeOf(part);
  const slot = intent.attributes.find(({ name }) => name === node.head);
  if (!slot) throw new Error(`${intent.name} has no slot "${node.head}" in the schema.`);
  return meant(slot, keysOf(node)).map((keys) =>
    choiceOf(
      keys.map((key) => idOf(slot, key)),
      part === node ? {} : howMuch(part),
    ),
  );
}

function howMuch(complex: Node): Partial<Choice> {
  const textOf = (name: string) =>
    partsOf(complex)
      .find(({ head }) => head === name)
      ?.rest.join(' ');
  const amount = textOf('QUANTITY');
  return {
    action: amount === undefined ? 'add' : (ACTIONS[keyOf(amount)] ?? amount),
    quantity: Number(textOf('NUMBER') ?? '1'),
  };
}

/** `all_toppings` of TOPPING, where no alias file has it, is every value of the slot. */
function meant(slot: Slot, keys: string[]): string[][] {
  const known = slot.values.map(({ key }) => key);
  const all = `all_${keyOf(slot.name)}`;
  const whole =
    keys.length === 1 && !known.includes(keys[0] ?? '') && [all, `${all}s`].includes(keys[0] ?? '');
  return whole ? known.map((key) => [key]) : [keys];
}

function partsOf(node: Node): Node[] {
  return node.rest.filter((part) => typeof part === 'object');
}
