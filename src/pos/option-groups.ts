import type { MenuIndex } from '../menu/menu-index';
import type { MenuItem, OptionGroup } from '../menu/schema';
import { PosError } from './errors';
import type { PosOption } from './pos-order';
import type { Vendor } from './vendor';

/** An option of a line, and the menu's id of what it was matched to. */
type Chosen = { option: PosOption; id: string | null };
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
  const groups = menu.menu.option_groups.filter((group) => dish.option_groups.includes(group.id));
  for (const group of groups) {
    const count = countIn(group, chosen);
    if (count < group.min)
      throw new PosError('rejected', vendor.id, needs(dish, group, vendor.name), { code: 'OPTION_NEEDED' });
    if (group.max !== null && count > group.max) {
      const message = `${dish.name} takes at most ${group.max} of ${group.name}, and the order has ${count}. Put the rest in the note.`;
      throw new PosError('rejected', vendor.id, message, { code: 'TOO_MANY_OPTIONS' });
    }
  }
}

/** What is chosen from a group, with the defaults nobody spoke of. "No onions" is a choice only where the menu lists it as one. */
function countIn(group: OptionGroup, chosen: Chosen[]): number {
  const counts = group.options.map((entry) => {
    const said = chosen.filter(({ id }) => id === entry.id);
    if (said.length === 0) return entry.default ? 1 : 0;
    const taken = said.filter(({ option }) => option.action !== 'remove' || option.says_action);
    return taken.reduce((sum, { option }) => sum + option.quantity, 0);
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

function needs(dish: MenuItem, group: OptionGroup, vendorName: string): string {
  const names = group.options.filter((option) => option.available).map((option) => option.name);
  const choices = names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names.join('');
  const article = /^[aeiou]/i.test(group.name) ? 'an' : 'a';
  const what = group.min > 1 ? `${group.min} of ${group.name}` : `${article} ${group.name}`;
  return `${dish.name} needs ${what}: ${choices}. Put it in Options, or give the item a default in ${vendorName}.`;
}
