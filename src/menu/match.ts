import type { OrderItem, OrderOption } from '../order/schema';
import { bagOf, type MenuIndex, type Place } from './menu-index';
import { itemOf } from './menu-items';
import { SAID_AS } from './said-as';
import type { Menu, MenuOption, OptionGroup } from './schema';
import { spelledItem } from './spoken/spelled';
import {
  bare,
  blank,
  type Match,
  placeMatch,
  placeName,
  type SureBy,
  sure,
  unknownMatch,
  withDefault,
} from './verdict';
import { normalise } from './words';

export type { Match } from './verdict';

/** An order line to a menu item and its size: by id where the order names one, else by name, else by alias. Never a guess. */
export function matchItem(
  index: MenuIndex,
  item: Pick<OrderItem, 'name' | 'menu_item_id' | 'variation_id'>,
): Match {
  const id = item.menu_item_id ?? item.variation_id;
  if (id) return matchById(index, id, item.variation_id);
  const said = normalise(item.name);
  const found = index.phrases.get(said) ?? index.bags.get(bagOf(said)) ?? [];
  const [first, second] = found;
  if (!first) return matchSpelled(index, item.name);
  const rivals = new Set(found.map((place) => `${place.item_id}/${place.variation_id}`));
  if (!second || rivals.size === 1) return withSize(index, first, item);
  const rival = found.find((place) => place.item_id !== first.item_id) ?? second;
  return {
    ...blank(`"${item.name}" can be ${placeNames(index.menu, found)}.`, index.version),
    ...bare(first),
    status: 'unsure',
    score: 0.5,
    method: first.method,
    runner_up: { item_id: rival.item_id, score: 0.5 },
  };
}

/** More dishes than these say that the words name none of them. */
const MOST_RIVALS = 6;

function matchSpelled(index: MenuIndex, said: string): Match {
  const spelled = spelledItem(index, said);
  const [place, ...others] = spelled?.places ?? [];
  if (!spelled || !place || others.length > MOST_RIVALS) return unknownMatch(index, said);
  const rivals = others
    .filter(({ item_id }) => item_id !== place.item_id)
    .map(({ item_id }) => ({ item_id, name: placeName(index.menu, { item_id, variation_id: null }) }));
  return placeMatch(index, { ...spelled, place, said, rivals });
}

/** What the guest must choose between; dishes of one name are told apart by their category. */
function placeNames(menu: Menu, places: Place[]): string {
  const names = places.map((place) => placeName(menu, place));
  const full = places.map((place, index) => {
    const category = itemOf(menu, place.item_id)?.category;
    const twice = names.indexOf(names[index] ?? '') !== names.lastIndexOf(names[index] ?? '');
    return twice && category ? `${names[index]} (${category})` : names[index];
  });
  return [...new Set(full)].join(' or ');
}

function matchById(index: MenuIndex, id: string, variationId: string | null): Match {
  const place = index.ids.get(id);
  const item = itemOf(index.menu, place?.item_id ?? null);
  if (!place || !item) return blank(`The id "${id}" is not on the menu.`, index.version);
  const size = item.variations.find((one) => one.id === variationId);
  if (variationId && !size && variationId !== item.id)
    return blank(`The id "${variationId}" is no size of ${item.name}.`, index.version);
  return withDefault(index, size ? { ...place, variation_id: size.id } : place, item, 'ref', 'by id');
}

function withSize(
  index: MenuIndex,
  place: Place & { method: 'exact' | 'alias' | 'normalized' },
  said: { name: string },
): Match {
  const item = itemOf(index.menu, place.item_id);
  const exact =
    place.method === 'normalized' && placeName(index.menu, place) === said.name ? 'exact' : place.method;
  return withDefault(index, place, item, exact, `"${said.name}" is ${placeName(index.menu, place)}`);
}

/** The option groups of a dish. */
export function groupsOf(menu: Menu, itemId: string): OptionGroup[] {
  const item = itemOf(menu, itemId);
  return menu.option_groups.filter((group) => item?.option_groups.includes(group.id));
}

/** The options that a dish offers, in the order of its groups. */
export function optionsOf(menu: Menu, itemId: string): MenuOption[] {
  return groupsOf(menu, itemId).flatMap((group) => group.options);
}

/** An option said with an item to the option in that item's groups; words for several of them are asked about. */
export function matchOption(
  index: MenuIndex,
  itemId: string,
  option: Pick<OrderOption, 'name' | 'action' | 'option_id'>,
): Match {
  const options = optionsOf(index.menu, itemId);
  const byId = options.find((one) => one.id === option.option_id);
  if (byId) return optionMatch(index, itemId, { found: byId, said: option.name, method: 'ref' });
  const [found, ...rivals] = optionsCalled(options, option);
  if (!found) {
    const item = itemOf(index.menu, itemId);
    const reason = `"${option.name}" is not an option of ${item?.name ?? 'this item'}.`;
    return { ...blank(reason, index.version), item_id: itemId };
  }
  const method = found.name === option.name ? 'exact' : 'normalized';
  const match = optionMatch(index, itemId, { found, said: option.name, method });
  if (rivals.length === 0) return match;
  const names = [found, ...rivals].map((one) => one.name).join(' or ');
  return { ...match, status: 'unsure', score: 0.5, reason: `"${option.name}" can be ${names}.` };
}

/** By the first name that fits: with the action ("Extra Cheese") before without. */
function optionsCalled(
  options: MenuOption[],
  { name, action }: Pick<OrderOption, 'name' | 'action'>,
): MenuOption[] {
  for (const word of SAID_AS[action]) {
    const wanted = normalise(`${word} ${name}`);
    const found = options.filter((one) => namesOf(one).has(wanted));
    const byId = new Map(found.map((one) => [one.id, one]));
    if (byId.size > 0) return [...byId.values()];
  }
  return [];
}

type HeardOption = { option_id: string; name: string; distance: number };

/** An option that words were heard as. */
export function heardOption(
  index: MenuIndex,
  itemId: string,
  { option_id, name, distance }: HeardOption,
): Match {
  const found = optionsOf(index.menu, itemId).find((one) => one.id === option_id);
  if (!found) return { ...blank(`"${name}" is not an option here.`, index.version), item_id: itemId };
  const match = optionMatch(index, itemId, { found, said: name, method: 'normalized' });
  const score = match.score - distance / Math.max(1, name.length);
  return distance > 0 ? { ...match, method: 'fuzzy', score } : match;
}

type Found = { found: MenuOption; said: string; method: SureBy };

function optionMatch(index: MenuIndex, itemId: string, { found, said, method }: Found): Match {
  const place = { item_id: itemId, variation_id: null };
  return { ...sure(place, method, `"${said}" is ${found.name}`, index.version), option_id: found.id };
}

/** Whether the menu's name for an option says what to do with it: "No Onions", "Extra Cheese". Adding needs no saying. */
export function saysAction(entry: MenuOption, option: Pick<OrderOption, 'name' | 'action'>): boolean {
  const words = SAID_AS[option.action].filter((word) => word !== '');
  return option.action !== 'add' && words.some((word) => isCalled(entry, `${word} ${option.name}`));
}

function isCalled(entry: MenuOption, phrase: string): boolean {
  return namesOf(entry).has(normalise(phrase));
}

const names = new WeakMap<MenuOption, Set<string>>();

/** An option's names as compared, worked out once. */
function namesOf(entry: MenuOption): Set<string> {
  const known = names.get(entry) ?? new Set([entry.name, ...entry.aliases].map(normalise));
  names.set(entry, known);
  return known;
}
