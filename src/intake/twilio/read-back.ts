import { saysAction } from '../../menu/match';
import type { MenuIndex } from '../../menu/menu-index';
import { placeName } from '../../menu/verdict';
import type { ServiceType } from '../../order/schema';
import type { Shop } from '../../order/shop';
import { spokenMoment } from '../../order/speech/moment';
import { speechFor } from '../../order/speech/texts';
import type { DraftLine, DraftOption } from './draft';
import { phrasesOf } from './phrases';
import type { Talk } from './talk';

/** The order line by line, in the menu's own words: "2 × Large Pepperoni Pizza (no Onions)". */
export function linesOf(talk: Talk, menu: MenuIndex | null): string[] {
  const phrases = phrasesOf(talk);
  return talk.draft.items.map((line) => {
    const details = [
      ...line.options.map((option) => phrases.option({ ...option, name: optionName(option, menu) })),
      line.notes,
    ];
    const also = details.filter(Boolean).join(', ');
    const name = lineName(line, menu);
    if (talk.channel === 'voice') return [`${line.quantity} ${name}`, also].filter(Boolean).join(', ');
    return `${line.quantity} × ${name}${also ? ` (${also})` : ''}`;
  });
}

type Context = { shop: Pick<Shop, 'timezone'>; now: number; service: ServiceType | null };

/** What else was understood, a sentence each: nothing that was said goes unread. */
export function detailsOf(talk: Talk, { shop, now, service }: Context): string[] {
  const { address, wanted, wanted_at, allergy, also } = talk.draft;
  const phrases = phrasesOf(talk);
  const isBrought = service === 'delivery' && address !== null;
  const speaking = { timezone: shop.timezone, now, speech: speechFor(talk.language) };
  const moment = wanted_at === null ? null : spokenMoment(Date.parse(wanted_at), speaking);
  const time = moment === null ? wanted && phrases.wantedAsSaid(wanted) : phrases.wantedAt(moment);
  return [
    isBrought ? phrases.deliveryTo(address) : phrases.services[service ?? 'pickup'],
    time ?? '',
    allergy === null ? '' : phrases.allergy(allergy),
    also.length === 0 ? '' : phrases.also(also.join(', ')),
  ].filter(Boolean);
}

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
