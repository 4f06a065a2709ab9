import { optionsOf } from '../menu/match';
import { PosError } from './errors';
import type { ChosenLine } from './option-groups';

/** Refuses a dish, a size or an added option that the menu marks as sold out: most vendors would take the order all the same. */
export function refuseSoldOut({ itemId, variationId, chosen, menu, vendor }: ChosenLine): void {
  const dish = menu.menu.items.find((one) => one.id === itemId);
  const size = dish?.variations.find((one) => one.id === variationId);
  const added = chosen.filter(({ option }) => option.action !== 'remove').map(({ id }) => id);
  const options = optionsOf(menu.menu, itemId).filter((option) => added.includes(option.id));
  const gone = [dish, size, ...options].find((one) => one?.available === false);
  if (!gone) return;
  const name = gone === size ? `${size.name} ${dish?.name}` : gone.name;
  const message = `${name} is sold out. Offer the guest something else, or mark it as available again, here or in ${vendor.name}.`;
  throw new PosError('rejected', vendor.id, message, { code: 'SOLD_OUT' });
}
