import type { Menu, MenuItem, MenuVariation, OptionGroup } from '../../menu/schema';
import { asInteger, asList, asObject, asText, type Json } from '../json';

/** Square's catalogue (https://developer.squareup.com/docs/catalog-api/what-it-does) as a menu; `pos.square` holds variation and modifier ids. */
export function toMenu(objects: Json[], at: { posLocation: string; currency: string }): Menu {
  const here = objects.filter((object) => isSoldAt(object, at.posLocation));
  const categories = new Map(
    here.map((object) => [asText(object.id), asText(asObject(object.category_data).name)]),
  );
  return {
    currency: at.currency,
    items: here
      .filter((object) => object.type === 'ITEM')
      .map((object) => toItem(object, { ...at, categories })),
    option_groups: here.filter((object) => object.type === 'MODIFIER_LIST').map(toGroup),
  };
}

function isSoldAt(object: Json, location: string): boolean {
  if (object.is_deleted === true || asObject(object.item_data).is_archived === true) return false;
  const listed = (key: string) => Array.isArray(object[key]) && (object[key] as unknown[]).includes(location);
  return object.present_at_all_locations === false
    ? listed('present_at_location_ids')
    : !listed('absent_at_location_ids');
}

function toItem(
  object: Json,
  at: { posLocation: string; categories: Map<string | undefined, string | undefined> },
): MenuItem {
  const data = asObject(object.item_data);
  const sizes = asList(data.variations).map((variation) => toVariation(variation, at.posLocation));
  const [only] = sizes;
  const category = asText(asObject(asList(data.categories)[0]).id) ?? asText(data.category_id);
  const single = sizes.length === 1 && only;
  return {
    id: asText(object.id) ?? '',
    name: asText(data.name) ?? '',
    aliases: [],
    category: at.categories.get(category) ?? null,
    price: single ? only.price : null,
    available: sizes.some((size) => size.available),
    until: null,
    hours: null,
    variations: single ? [] : sizes,
    option_groups: asList(data.modifier_list_info)
      .filter((info) => info.enabled !== false)
      .map((info) => asText(info.modifier_list_id) ?? ''),
    pos: single ? only.pos : {},
  };
}

function toVariation(object: Json, location: string): MenuVariation {
  const data = asObject(object.item_variation_data);
  const override = asList(data.location_overrides).find((one) => one.location_id === location) ?? {};
  const price = asObject(override.price_money).amount ?? asObject(data.price_money).amount;
  return {
    id: asText(object.id) ?? '',
    name: asText(data.name) ?? '',
    aliases: [],
    price: asInteger(price) ?? null,
    default: false,
    available: override.sold_out !== true,
    pos: { square: asText(object.id) ?? '' },
  };
}

function toGroup(object: Json): OptionGroup {
  const data = asObject(object.modifier_list_data);
  const max = asInteger(data.max_selected_modifiers) ?? -1;
  return {
    id: asText(object.id) ?? '',
    name: asText(data.name) ?? '',
    aliases: [],
    min: Math.max(0, asInteger(data.min_selected_modifiers) ?? 0),
    max: data.selection_type === 'SINGLE' ? 1 : max > 0 ? max : null,
    actions: ['add', 'remove', 'extra', 'light', 'side', 'substitute'],
    portions: false,
    options: asList(data.modifiers).map((modifier) => {
      const option = asObject(modifier.modifier_data);
      return {
        id: asText(modifier.id) ?? '',
        name: asText(option.name) ?? '',
        aliases: [],
        price: asInteger(asObject(option.price_money).amount) ?? 0,
        default: option.on_by_default === true,
        available: true,
        pos: { square: asText(modifier.id) ?? '' },
      };
    }),
  };
}
