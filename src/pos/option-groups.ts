import type { Match } from '../menu/match';
import type { MenuIndex } from '../menu/menu-index';
import type { MenuItem, OptionGroup } from '../menu/schema';
import type { OrderItem } from '../order/schema';
import { PosError } from './errors';
import type { Vendor } from './vendor';

type Line = {
  item: OrderItem;
  itemId: string;
  /** The matches of the line's options, in their order. */
  chosen: Match[];
  menu: MenuIndex;
  vendor: Pick<Vendor, 'id' | 'name'>;
};

/** Refuses a line whose options do not meet what the menu demands ("Large Pizza needs a Crust: …"), before the vendor does. */
export function refuseUnmetGroups({ item, itemId, chosen, menu, vendor }: Line): void {
  const dish = menu.menu.items.find((one) => one.id === itemId);
  if (!dish) return;
  const groups = menu.menu.option_groups.filter((group) => dish.option_groups.includes(group.id));
  for (const group of groups) {
    const count = countIn(group, item, chosen);
    if (count < group.min)
      throw new PosError('rejected', vendor.id, needs(dish, group, vendor.name), { code: 'OPTION_NEEDED' });
    if (group.max !== null && count > group.max) {
      const message = `${dish.name} takes at most ${group.max} of ${group.name}, and the order has ${count}. Put the rest in the note.`;
      throw new PosError('rejected', vendor.id, message, { code: 'TOO_MANY_OPTIONS' });
    }
  }
}

/** What is chosen from a group, with the defaults nobody removed. */
function countIn(group: OptionGroup, item: OrderItem, chosen: Match[]): number {
  const said = new Map(chosen.map((match, index) => [match.option_id, item.options[index]]));
  return group.options.reduce((count, option) => {
    const words = said.get(option.id);
    if (words) return count + (words.action === 'remove' ? 0 : words.quantity);
    return count + (option.default ? 1 : 0);
  }, 0);
}

function needs(dish: MenuItem, group: OptionGroup, vendorName: string): string {
  const names = group.options.filter((option) => option.available).map((option) => option.name);
  const choices = names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names.join('');
  const article = /^[aeiou]/i.test(group.name) ? 'an' : 'a';
  const what = group.min > 1 ? `${group.min} of ${group.name}` : `${article} ${group.name}`;
  return `${dish.name} needs ${what}: ${choices}. Put it in Options, or give the item a default in ${vendorName}.`;
}
