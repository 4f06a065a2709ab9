import { kitchenOption } from '../../order/ticket-text';
import { fitText } from '../fit-text';
import type { PosItem, PosOption } from '../pos-order';
import { LENGTHS, type ToastModifier } from './api';
import { type MenuFacts, POS, preModifierKey, saysItself, toReference } from './pos-id';

/** What options become: catalogue modifiers, and the words for what no modifier says. */
export type Modified = { modifiers: ToastModifier[]; words: string[]; warnings: string[] };

/**
 * A line's options as Toast's modifiers (https://doc.toasttab.com/doc/devguide/apiSpecifyingModifiersAndInstructions.html): each names its
 * group, and its quantity is that of the line. A default that is left out counts as removed, so those nobody removed are sent.
 */
export function toModifiers(item: PosItem, facts: MenuFacts, quantity: number): Modified {
  const said = new Set(item.options.map((option) => option.pos));
  const dish = facts.dish(item.pos ?? '');
  const defaults = (dish ? facts.groupsOf(dish) : [])
    .flatMap((group) => group.options)
    .filter((option) => option.default && option.pos[POS.id] && !said.has(option.pos[POS.id]))
    .map((option) => catalogue(option.pos[POS.id] ?? '', quantity));
  const options = item.options.map((option) => toModifier(option, facts, quantity));
  return {
    modifiers: [...sizeOf(item, quantity), ...defaults, ...options.flatMap((one) => one.modifiers)],
    words: options.flatMap((one) => one.words),
    warnings: options.flatMap((one) => one.warnings),
  };
}

/** A size is a modifier in Toast: the last two parts of a size's id. */
function sizeOf(item: PosItem, quantity: number): ToastModifier[] {
  const [, , group, size] = item.pos?.split('/') ?? [];
  return group && size ? [catalogue(`${group}/${size}`, quantity)] : [];
}

function toModifier(option: PosOption, facts: MenuFacts, quantity: number): Modified {
  const words = [kitchenOption(option)];
  if (!option.pos) return { modifiers: [], words, warnings: [] };
  const entry = facts.option(option.pos);
  const preModifier = entry?.pos[preModifierKey(option.action)];
  const plain = option.action === 'add' || (entry !== undefined && saysItself(entry, option.action));
  // "no onions" never becomes the add-on "Onions": without a NO of the restaurant's own it travels as words.
  if (option.action === 'remove' && !plain && !preModifier) return { modifiers: [], words, warnings: [] };
  const once = entry?.pos[POS.once] !== undefined && option.quantity > 1;
  const one = catalogue(option.pos, quantity, plain ? undefined : preModifier);
  const needsWords = option.portion !== 'whole' || (!plain && !preModifier) || once;
  return {
    modifiers: Array.from({ length: once ? 1 : option.quantity }, () => one),
    words: needsWords ? words : [],
    warnings: once
      ? [`Toast takes ${option.name} once only: the ticket says ×${option.quantity}, the check charges one.`]
      : [],
  };
}

function catalogue(pos: string, quantity: number, preModifier?: string): ToastModifier {
  const [group = '', item = ''] = pos.split('/');
  return {
    entityType: 'MenuItemSelection',
    optionGroup: toReference(group, 'MenuOptionGroup'),
    item: toReference(item, 'MenuItem'),
    ...(preModifier && { preModifier: toReference(preModifier, 'PreModifier') }),
    quantity,
  };
}

/** Words for the kitchen: Toast prints a special request with the line it belongs to. Long ones become several, so that nothing is cut. */
export function toSpecialRequests(words: string[], quantity: number): ToastModifier[] {
  return words
    .flatMap((text) => text.split('\n'))
    .flatMap((line) => pieces(line.trim()))
    .map((displayName) => ({
      entityType: 'MenuItemSelection',
      selectionType: 'SPECIAL_REQUEST',
      displayName,
      quantity,
    }));
}

/** A text in pieces that fit, broken at spaces where there are any, never inside an emoji. */
function pieces(text: string): string[] {
  if (text === '') return [];
  const head = fitText(text, LENGTHS.specialRequest);
  if (head === text) return [text];
  const space = head.lastIndexOf(' ');
  const end = space > head.length / 2 ? space : head.length;
  return [text.slice(0, end), ...pieces(text.slice(end).trim())];
}
