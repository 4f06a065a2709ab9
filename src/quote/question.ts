import { bagOf, type MenuIndex, type Place } from '../menu/menu-index';
import type { Choice } from '../menu/parse';
import type { OptionGroup } from '../menu/schema';
import { placeName } from '../menu/verdict';
import { normalise } from '../menu/words';
import type { Speech } from '../order/speech/texts';
import { countIn } from '../pos/option-groups';
import { chosenOf, type Line } from './line';

/** What must be asked before a line can be cooked: a sentence to speak, and what can be answered. */
export type Question = { path: string; say: string; choices: Choice[] };

/** What a line leaves open: which dish, which size, and what its option groups demand. */
export function questionsOf(line: Line, index: MenuIndex, speech: Speech): Question[] {
  if (line.match.status === 'unsure') return [whichDish(line, index, speech)];
  return missingOptions(line, speech);
}

/** What the option groups of a dish demand and its line does not say. */
export function missingOptions(line: Line, speech: Speech): Question[] {
  return line.groups.flatMap((group) => groupQuestion(line, group, speech) ?? []);
}

function groupQuestion(line: Line, group: OptionGroup, speech: Speech): Question | null {
  const { dish, path } = line;
  if (!dish) return null;
  const count = countIn(group, chosenOf(line));
  const open = group.options.filter(({ available }) => available);
  const choices = open.map(({ id, name }) => ({ item_id: dish.id, option_id: id, name }));
  const names = choices.map(({ name }) => name);
  const at = `${path}.options`;
  if (count < group.min) {
    const say = speech.which({ dish: dish.name, group: group.name, least: group.min, choices: names });
    return { path: at, say, choices };
  }
  if (group.max === null || count <= group.max) return null;
  return { path: at, say: speech.tooMany(dish.name, group.name, group.max), choices };
}

function whichDish({ match, item, path }: Line, index: MenuIndex, speech: Speech): Question {
  const dish = index.menu.items.find(({ id }) => id === match.item_id);
  if (dish && match.runner_up === null && dish.variations.length > 1) {
    const choices = dish.variations
      .filter(({ available }) => available)
      .map(({ id, name }) => ({ item_id: dish.id, variation_id: id, name }));
    const names = choices.map(({ name }) => name);
    const say = speech.which({ dish: dish.name, group: speech.size, least: 1, choices: names });
    return { path: `${path}.options`, say, choices };
  }
  const choices = placesNamed(item.name, match, index).map((place) => ({
    item_id: place.item_id,
    ...(place.variation_id !== null && { variation_id: place.variation_id }),
    name: placeName(index.menu, place),
  }));
  return { path, say: speech.whichDish([...new Set(choices.map(({ name }) => name))]), choices };
}

/** Everything on the menu that these words can mean. */
function placesNamed(said: string, { item_id, runner_up }: Line['match'], index: MenuIndex): Place[] {
  const phrase = normalise(said);
  const named = index.phrases.get(phrase) ?? index.bags.get(bagOf(phrase)) ?? [];
  if (named.length > 0) return named;
  return [item_id, runner_up?.item_id].flatMap((id) => (id ? [{ item_id: id, variation_id: null }] : []));
}
