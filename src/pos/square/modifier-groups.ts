import type { MenuOption, OptionGroup } from '../../menu/schema';
import { ACTIONS } from '../../order/schema';
import { asInteger, asList, asObject, asText, type Json } from '../json';
import { isSoldAt, overrideAt } from './catalog';

/**
 * Square's modifier lists as option groups. An item may set its own limits and defaults for a list
 * (https://developer.squareup.com/reference/square/objects/CatalogItemModifierListInfo): each way a list is used becomes a group of
 * its own, the first under the list's id, the next under that id with a number. Lists that ask for free text have nothing to choose.
 */
export class ModifierGroups {
  private readonly lists: Map<string, Json>;
  private readonly used = new Map<string, OptionGroup[]>();

  constructor(
    objects: Json[],
    private readonly location: string,
  ) {
    const lists = objects.filter(({ type }) => type === 'MODIFIER_LIST').filter(isChoice);
    this.lists = new Map(lists.map((list) => [asText(list.id) ?? '', list]));
  }

  get all(): OptionGroup[] {
    return [...this.used.values()].flat();
  }

  /** The ids of the groups that an item's `modifier_list_info` stands for. */
  of(infos: Json[]): string[] {
    return infos.filter((info) => info.enabled !== false).flatMap((info) => this.idOf(info));
  }

  private idOf(info: Json): string[] {
    const listId = asText(info.modifier_list_id) ?? '';
    const list = this.lists.get(listId);
    if (!list) return [];
    const group = toGroup(list, info, this.location);
    const known = this.used.get(listId) ?? [];
    const same = known.find((one) => JSON.stringify({ ...one, id: '' }) === JSON.stringify(group));
    if (same) return [same.id];
    const id = known.length === 0 ? listId : `${listId}/${known.length + 1}`;
    this.used.set(listId, [...known, { ...group, id }]);
    return [id];
  }
}

function isChoice(list: Json): boolean {
  return asObject(list.modifier_list_data).modifier_type !== 'TEXT';
}

function toGroup(list: Json, info: Json, location: string): OptionGroup {
  const data = asObject(list.modifier_list_data);
  const { min, max } = limitsOf(data, info);
  return {
    id: '',
    name: asText(data.name) ?? 'Options',
    aliases: [],
    min,
    max: data.selection_type === 'SINGLE' ? 1 : max,
    actions: [...ACTIONS],
    portions: false,
    options: asList(data.modifiers)
      .filter((modifier) => isSoldAt(modifier, location))
      .map((modifier) => toOption(modifier, info, location)),
  };
}

/** −1 is "not set": where an item sets neither, the list's own limits count. A maximum of 0 is none. */
function limitsOf(list: Json, info: Json): { min: number; max: number | null } {
  const read = (from: Json, key: string) => asInteger(from[key]) ?? -1;
  const isSet = ['min_selected_modifiers', 'max_selected_modifiers'].some((key) => read(info, key) !== -1);
  const from = isSet ? info : list;
  const max = read(from, 'max_selected_modifiers');
  return { min: Math.max(0, read(from, 'min_selected_modifiers')), max: max > 0 ? max : null };
}

function toOption(modifier: Json, info: Json, location: string): MenuOption {
  const id = asText(modifier.id) ?? '';
  const data = asObject(modifier.modifier_data);
  const there = overrideAt(data, location);
  const price = asObject(there.price_money).amount ?? asObject(data.price_money).amount;
  return {
    id,
    name: asText(data.name) ?? 'Option',
    aliases: [],
    price: asInteger(price) ?? 0,
    default: isDefault(data, asList(info.modifier_overrides).find((one) => one.modifier_id === id) ?? {}),
    available: there.sold_out !== true,
    pos: { square: id },
  };
}

function isDefault(modifier: Json, override: Json): boolean {
  const own: Record<string, boolean> = { YES: true, NO: false };
  return own[asText(override.on_by_default_override) ?? ''] ?? modifier.on_by_default === true;
}
