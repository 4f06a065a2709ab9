import type { Menu, MenuItem, MenuVariation } from '../../menu/schema';
import { asInteger, asList, asObject, asText, type Json } from '../json';
import { isSoldAt, overrideAt } from './catalog';
import { ModifierGroups } from './modifier-groups';

type Place = { posLocation: string; currency: string };
type Around = Place & { categories: Map<string | undefined, string | undefined>; groups: ModifierGroups };

/** Square's catalogue (https://developer.squareup.com/docs/catalog-api/what-it-does) as a menu; `pos.square` holds variation and modifier ids. */
export function toMenu(objects: Json[], at: Place): Menu {
  const here = objects.filter((object) => isSoldAt(object, at.posLocation));
  const categories = new Map(
    here.map((object) => [asText(object.id), asText(asObject(object.category_data).name)]),
  );
  const groups = new ModifierGroups(here, at.posLocation);
  const items = here
    .filter((object) => object.type === 'ITEM')
    .map((object) => toItem(object, { ...at, categories, groups }))
    .filter((item) => item !== undefined);
  return { currency: at.currency, items, option_groups: groups.all };
}

/** An item that has something to sell here: a name and at least one variation. */
function toItem(object: Json, at: Around): MenuItem | undefined {
  const data = asObject(object.item_data);
  const name = asText(data.name);
  const sizes = asList(data.variations)
    .filter((variation) => isSoldAt(variation, at.posLocation))
    .map((variation) => toVariation(variation, at.posLocation));
  const [only] = sizes;
  if (!name || !only) return undefined;
  const category = asText(asObject(asList(data.categories)[0]).id) ?? asText(data.category_id);
  const single = sizes.length === 1;
  return {
    id: asText(object.id) ?? '',
    name,
    aliases: [],
    category: at.categories.get(category) ?? null,
    price: single ? only.price : null,
    available: sizes.some((size) => size.available),
    until: null,
    hours: null,
    variations: single ? [] : sizes,
    option_groups: at.groups.of(asList(data.modifier_list_info)),
    pos: single ? only.pos : {},
  };
}

function toVariation(object: Json, location: string): MenuVariation {
  const data = asObject(object.item_variation_data);
  const override = overrideAt(data, location);
  const price = asObject(override.price_money).amount ?? asObject(data.price_money).amount;
  return {
    id: asText(object.id) ?? '',
    name: asText(data.name) ?? 'Regular',
    aliases: [],
    price: asInteger(price) ?? null,
    default: false,
    available: override.sold_out !== true && data.sellable !== false,
    pos: { square: asText(object.id) ?? '' },
  };
}
