import { optionsOf } from '../menu/match';
import type { MenuIndex } from '../menu/menu-index';
import type { MenuItem } from '../menu/schema';
import { normalise } from '../menu/words';
import type { Meaning, WordChoice } from '../web/word-page';

const SHOWN = 20;

/** What words of an order can mean on a menu: an option of the dish where they are an option, else a dish or one of its sizes. */
export function choicesFor(index: MenuIndex, dish: string | null): WordChoice[] {
  if (dish === null) return index.menu.items.flatMap(toChoices);
  return optionsOf(index.menu, dish).map(({ id, name }) => ({
    meaning: { item_id: dish, variation_id: null, option_id: id },
    name,
    detail: null,
  }));
}

function toChoices({ id, name, category, variations }: MenuItem): WordChoice[] {
  const meaning = { item_id: id, variation_id: null, option_id: null };
  const sizes = variations.map((size) => ({
    meaning: { ...meaning, variation_id: size.id },
    name: `${size.name} ${name}`,
    detail: category,
  }));
  return [{ meaning, name, detail: category }, ...sizes];
}

/** Those whose names hold every word that is looked for; a word that is still being written counts too. */
export function foundIn(choices: readonly WordChoice[], query: string): WordChoice[] {
  const words = normalise(query).split(' ').filter(Boolean);
  const isMeant = ({ name }: WordChoice) => words.every((word) => normalise(name).includes(word));
  return choices.filter(isMeant).slice(0, SHOWN);
}

/** The choice of a meaning. */
export function choiceOf(choices: readonly WordChoice[], meaning: Meaning): WordChoice | undefined {
  const keys = ['item_id', 'variation_id', 'option_id'] as const;
  return choices.find((one) => keys.every((key) => one.meaning[key] === meaning[key]));
}
