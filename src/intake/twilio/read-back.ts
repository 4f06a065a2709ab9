import { saysAction } from '../../menu/match';
import type { MenuIndex } from '../../menu/menu-index';
import { placeName } from '../../menu/verdict';
import { optionPhrase } from '../../order/option-text';
import type { ServiceType } from '../../order/schema';
import type { Draft, DraftLine, DraftOption } from './draft';

/** The order line by line, in the menu's own words: "2 × Large Pepperoni Pizza (no Onions)". */
export function linesOf({ items }: Draft, menu: MenuIndex | null, form: 'read' | 'heard'): string[] {
  return items.map((line) => {
    const details = [
      ...line.options.map((option) => optionPhrase({ ...option, name: optionName(option, menu) })),
      line.notes,
    ];
    const also = details.filter(Boolean).join(', ');
    const name = lineName(line, menu);
    if (form === 'heard') return [`${line.quantity} ${name}`, also].filter(Boolean).join(', ');
    return `${line.quantity} × ${name}${also ? ` (${also})` : ''}`;
  });
}

/** What else was understood, a sentence each: nothing that was said goes unread. */
export function detailsOf({ address, wanted, allergy, also }: Draft, service: ServiceType | null): string[] {
  const where =
    service === 'delivery' && address !== null ? `Delivery to ${address}.` : SERVICES[service ?? 'pickup'];
  return [
    where,
    ...(wanted === null ? [] : [`Wanted: ${wanted}.`]),
    ...(allergy === null ? [] : [`Allergy: ${allergy}.`]),
    ...(also.length === 0 ? [] : [`Note: ${also.join(', ')}.`]),
  ];
}

const SERVICES: Record<ServiceType, string> = {
  pickup: 'Pickup.',
  delivery: 'Delivery.',
  dine_in: 'To eat here.',
  curbside: 'Curbside pickup.',
};

/** The dish by its name on the menu; by what was said where the menu does not have it. */
export function lineName({ name, menu_item_id, variation_id }: DraftLine, menu: MenuIndex | null): string {
  if (menu === null || menu_item_id === null) return name;
  return placeName(menu.menu, { item_id: menu_item_id, variation_id }) || name;
}

/** The option by its name on the menu, unless that says the action too: "no NO Onions". */
function optionName(option: DraftOption, menu: MenuIndex | null): string {
  const options = menu?.menu.option_groups.flatMap((group) => group.options);
  const entry = options?.find((one) => one.id === option.option_id);
  return entry && !saysAction(entry, option) ? entry.name : option.name;
}
