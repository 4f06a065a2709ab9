import { type Static, Type } from 'typebox';
import { orNull } from '../order/or-null';
import { InputProblems, type Problem } from '../order/problems';
import { readBySchema } from '../order/read';
import { ACTIONS } from '../order/schema';
import { HoursSchema, hoursProblems, type OpeningHours } from '../order/shop';

const id = Type.String({ minLength: 1, maxLength: 200 });
const name = Type.String({ minLength: 1, maxLength: 200 });
const aliases = Type.Array(name, { maxItems: 100 });
const price = orNull(
  Type.Integer({ minimum: 0, maximum: 99_999_999, description: 'Minor units; null: open price.' }),
);
const available = Type.Boolean({ default: true });
const pos = Type.Record(Type.String(), Type.String(), {
  description:
    "The vendors' own ids, written by the menu's reader and read by that vendor's adapter; opaque to all others.",
});

export const MenuOptionSchema = Type.Object({
  id,
  name,
  aliases,
  price,
  default: Type.Boolean({ default: false, description: 'On the dish unless the guest says otherwise.' }),
  available,
  pos,
});

export const OptionGroupSchema = Type.Object({
  id,
  name,
  aliases,
  min: Type.Integer({ minimum: 0, maximum: 99, default: 0 }),
  max: orNull(Type.Integer({ minimum: 1, maximum: 99, description: 'null: no limit.' })),
  actions: Type.Array(Type.Enum([...ACTIONS], { type: 'string' }), { default: [...ACTIONS] }),
  portions: Type.Boolean({ default: false }),
  options: Type.Array(MenuOptionSchema, { maxItems: 500 }),
});

export const MenuVariationSchema = Type.Object({
  id,
  name,
  aliases,
  price,
  default: Type.Boolean({ default: false }),
  available,
  pos,
});

export const MenuItemSchema = Type.Object({
  id,
  name,
  aliases,
  category: orNull(name),
  price,
  available,
  until: orNull(
    Type.String({
      description: 'When a sold-out item returns, RFC 3339; null: until changed.',
      'x-read': 'time',
    }),
  ),
  hours: orNull(
    Type.Unsafe<OpeningHours[] | string>({
      oneOf: [Type.Array(HoursSchema, { maxItems: 100 }), Type.String({ maxLength: 500 })],
      description:
        'When it is on offer, as the hours of a shop; null or an empty list: always. Words of your own are kept and change nothing.',
    }),
  ),
  variations: Type.Array(MenuVariationSchema, { maxItems: 100 }),
  option_groups: Type.Array(id, { maxItems: 100, description: 'Ids of groups.' }),
  pos,
});

export const MenuSchema = Type.Object({
  currency: Type.String({ 'x-read': 'currency' }),
  items: Type.Array(MenuItemSchema, { maxItems: 10_000 }),
  option_groups: Type.Array(OptionGroupSchema, { maxItems: 2_000 }),
});

/** A menu as plain data. Prices are integer minor units of `currency`. */
export type Menu = Static<typeof MenuSchema>;
export type MenuItem = Static<typeof MenuItemSchema>;
export type MenuVariation = Static<typeof MenuVariationSchema>;
export type OptionGroup = Static<typeof OptionGroupSchema>;
export type MenuOption = Static<typeof MenuOptionSchema>;

/** Unknown input to a menu; throws `InputProblems` naming every refused field, repeated ids and groups that do not exist. */
export function parseMenu(
  input: unknown,
  shop: { currency: string; country: string; timezone: string },
): Menu {
  const problems: Problem[] = [];
  const menu = readBySchema(MenuSchema, input, { path: '', shop, problems }) as Menu;
  if (problems.length === 0) problems.push(...repeatedIds(menu), ...missingGroups(menu), ...wrongHours(menu));
  if (problems.length > 0) throw new InputProblems(problems);
  return menu;
}

/** Ids must differ within their list: items, groups, the sizes of an item, the options of a group. */
function repeatedIds(menu: Menu): Problem[] {
  return [
    ...repeatedIn(menu.items, 'items'),
    ...menu.items.flatMap((item, index) => repeatedIn(item.variations, `items[${index}].variations`)),
    ...repeatedIn(menu.option_groups, 'option_groups'),
    ...menu.option_groups.flatMap((group, index) =>
      repeatedIn(group.options, `option_groups[${index}].options`),
    ),
  ];
}

function repeatedIn(list: { id: string }[], path: string): Problem[] {
  const seen = new Set<string>();
  return list.flatMap(({ id: given }, index) => {
    const repeated = seen.has(given);
    seen.add(given);
    return repeated
      ? [{ path: `${path}[${index}].id`, message: `"${given}" is used twice; ids must differ.` }]
      : [];
  });
}

function missingGroups(menu: Menu): Problem[] {
  const groups = new Set(menu.option_groups.map((group) => group.id));
  return menu.items.flatMap((item, index) =>
    item.option_groups
      .filter((group) => !groups.has(group))
      .map((group) => ({
        path: `items[${index}].option_groups`,
        message: `"${group}" is not among option_groups; add it there.`,
      })),
  );
}

function wrongHours(menu: Menu): Problem[] {
  return menu.items.flatMap(({ hours }, index) =>
    Array.isArray(hours) ? hoursProblems(hours, `items[${index}].hours`) : [],
  );
}
