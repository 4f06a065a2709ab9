import { groupsOf } from '../menu/match';
import type { MenuIndex } from '../menu/menu-index';
import type { MenuItem, MenuOption, OptionGroup } from '../menu/schema';
import { PosError } from './errors';
import type { PosOption } from './pos-order';
import type { Vendor } from './vendor';

/** An option of a line, and the menu's id of what it was matched to. */
export type Chosen = { option: PosOption; id: string | null };
/** A line that is on the menu, and what was chosen with it. */
export type ChosenLine = {
  itemId: string;
  variationId: string | null;
  chosen: Chosen[];
  menu: MenuIndex;
  vendor: Pick<Vendor, 'id' | 'name'>;
};

/** Refuses a line whose options do not meet what the menu demands ("Large Pizza needs a Crust: …"), before the vendor does. */
export function refuseUnmetGroups({ itemId, chosen, menu, vendor }: ChosenLine): void {
  const dish = menu.menu.items.find((one) => one.id === itemId);
  if (!dish) return;
  for (const group of groupsOf(menu.menu, itemId)) {
    const count = countIn(group, chosen);
    if (count < group.min)
      throw new PosError('rejected', vendor.id, needs(dish, group, vendor.name), { code: 'OPTION_NEEDED' });
    if (group.max !== null && count > group.max) {
      const message = `${dish.name} takes at most ${group.max} of ${group.name}, and the order has ${count}. Put the rest in the note.`;
      throw new PosError('rejected', vendor.id, message, { code: 'TOO_MANY_OPTIONS' });
    }
  }
}

/** What is chosen from a group, its remaining defaults included. */
export function countIn(group: OptionGroup, chosen: Chosen[]): number {
  return takenIn(group, chosen) + keptDefaults(group, chosen).length;
}

/**
 * The defaults that stay on a dish: those nobody spoke of, as far as the group leaves room for them beside what was chosen.
 * "Pan" replaces the default crust.
 */
export function keptDefaults(group: OptionGroup, chosen: Chosen[]): MenuOption[] {
  const said = new Set(chosen.map(({ id }) => id));
  const defaults = group.options.filter((entry) => entry.default && entry.available && !said.has(entry.id));
  const room = group.max === null ? defaults.length : Math.max(0, group.max - takenIn(group, chosen));
  return defaults.slice(0, room);
}

/** "No onions" is a choice only where the menu lists it as one. */
function takenIn(group: OptionGroup, chosen: Chosen[]): number {
  const ids = new Set(group.options.map((entry) => entry.id));
  return chosen
    .filter(({ id }) => id !== null && ids.has(id))
    .filter(({ option }) => option.action !== 'remove' || option.says_action)
    .reduce((sum, { option }) => sum + option.quantity, 0);
}

function needs(dish: MenuItem, group: OptionGroup, vendorName: string): string {
  const names = group.options.filter((option) => option.available).map((option) => option.name);
  const choices = names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names.join('');
  const article = /^[aeiou]/i.test(group.name) ? 'an' : 'a';
  const what = group.min > 1 ? `${group.min} of ${group.name}` : `${article} ${group.name}`;
  return `${dish.name} needs ${what}: ${choices}. Put it in Options, or give the item a default in ${vendorName}.`;
}
