import type { Menu, MenuItem } from '../../src/menu/schema';
import { parseOptionsText } from '../../src/order/option-text';
import { type Choice, choiceOf, type Line } from './meaning';

const LINE = /^(?:(\d+) )?(\? )?([^:]+?)(?:: (.+))?$/;

/**
 * One line as a person writes it down: `2 Margherita, Large: no Basil; left half Olives`. `? Cola | Diet Cola` is to be asked about, and so
 * is whatever follows a bare `?`. Throws naming a word that the menu does not have.
 */
export function parseLine(text: string, menu: Menu): Line {
  if (text === '?') return { items: [], open: true, size: null, quantity: null, choices: [] };
  const [, quantity = '1', asked, dish = '', told = ''] = LINE.exec(text) ?? [];
  const [names = '', size] = dish.split(', ');
  const items = names.split(' | ').map((name) => find(menu.items, name, text));
  const [first] = items;
  return {
    items: items.map(({ id }) => id),
    open: asked !== undefined,
    size: first && !asked ? sizeOf(first, size, text) : null,
    quantity: Number(quantity),
    choices: first ? toChoices(told, optionsOf(menu, first), text) : [],
  };
}

function sizeOf(item: MenuItem, name: string | undefined, text: string): string | null {
  if (name !== undefined) return find(item.variations, name, text).id;
  const usual = item.variations.find((size) => size.default);
  if (!usual && item.variations.length > 0) throw new Error(`"${text}" needs a size of ${item.name}.`);
  return usual?.id ?? null;
}

function optionsOf(menu: Menu, item: MenuItem) {
  return menu.option_groups
    .filter(({ id }) => item.option_groups.includes(id))
    .flatMap(({ options }) => options);
}

/** `?` for an option: something is to be asked about. `sub Ranch for Caesar Dressing` names what goes. */
function toChoices(told: string, options: { id: string; name: string }[], text: string): Choice[] {
  return parseOptionsText(told).map(({ name: words, ...rest }) => {
    const [name = '', gone] = words.split(' for ');
    const instead = gone === undefined ? {} : { instead: find(options, gone, text).id };
    return name === '?'
      ? choiceOf([], { ...rest, open: true })
      : choiceOf([find(options, name, text).id], { ...rest, ...instead });
  });
}

function find<T extends { name: string }>(things: T[], name: string, text: string): T {
  const found = things.find((thing) => thing.name === name);
  if (!found) throw new Error(`"${text}": "${name}" is not on the menu there.`);
  return found;
}
