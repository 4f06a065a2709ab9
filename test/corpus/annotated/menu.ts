import { type Intent, type Slot, wordOf } from './schema';
import { keyOf, type Value } from './values';

/** What a menu takes of other names for one thing. */
const MOST_ALIASES = 100;

/** Ids name slot and value, so that an annotation and the product's answer can be compared by id. */
export const idOf = (slot: { name: string }, key: string) => `${keyOf(slot.name)}.${key}`;
export const itemIdOf = (intent: { name: string }, key?: string) =>
  key === undefined ? keyOf(intent.name) : `${keyOf(intent.name)}.${key}`;

/**
 * A schema as the menu that its restaurant would give `PUT /v1/menu`:
 * - an intent whose slot names the product: one item for each value; any other intent: one item, named by its entityNames;
 * - SIZE: sizes, with a default, as the schema lets a guest leave the size out; every other slot: an option group;
 * - a group offers `remove` where its slot is negatable, `extra` and `light` where it is qualified, and one choice where it is neither.
 */
export function toMenu(intents: Intent[]): object {
  return {
    currency: 'USD',
    items: intents.flatMap(toItems),
    option_groups: intents.flatMap((intent) => intent.attributes.map((slot) => toGroup(intent, slot))),
  };
}

function toItems(intent: Intent): object[] {
  const shared = {
    category: wordOf(intent.name).replaceAll('_', ' ').trim() || null,
    price: null,
    variations: intent.size ? toSizes(intent.size) : [],
    option_groups: intent.attributes.map((slot) => groupIdOf(intent, slot)),
  };
  const [name = wordOf(intent.name), ...others] = intent.entityNames;
  if (!intent.product) return [{ id: itemIdOf(intent), name, aliases: others, ...shared }];
  return intent.product.values.map((value) => ({
    id: itemIdOf(intent, value.key),
    ...names(value),
    ...shared,
  }));
}

/** The id of what is served where no size was said: no annotation has it. */
export const NO_SIZE = 'size.unsaid';

function toSizes(slot: Slot): object[] {
  const unsaid = { id: NO_SIZE, name: 'Standard', price: null, default: true };
  return [
    unsaid,
    ...slot.values.map((value) => ({ id: idOf(slot, value.key), ...names(value), price: null })),
  ];
}

const groupIdOf = (intent: Intent, slot: Slot) => `${keyOf(intent.name)}.${keyOf(slot.name)}`;

function toGroup(intent: Intent, slot: Slot): object {
  const { negatable, qualified } = slot;
  return {
    id: groupIdOf(intent, slot),
    name: slot.name.toLowerCase().replaceAll('_', ' '),
    min: 0,
    max: negatable || qualified ? null : 1,
    actions: ['add', ...(negatable ? ['remove'] : []), ...(qualified ? ['extra', 'light'] : [])],
    options: slot.values.map((value) => ({ id: idOf(slot, value.key), ...names(value), price: null })),
  };
}

function names({ name, spoken }: Value): { name: string; aliases: string[] } {
  return { name, aliases: spoken.filter((words) => words !== name).slice(0, MOST_ALIASES) };
}
