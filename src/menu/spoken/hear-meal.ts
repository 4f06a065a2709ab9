import { normalise } from '../words';
import { itemsIn } from './draft';
import type { Hearing } from './hearing';
import type { Piece } from './segment';

/** "make it a meal": the one combination that the menu has of the dish; without one, or with several, it is asked. */
export function hearMeal(hearing: Hearing, piece: Piece): void {
  const { current, scope, knows } = hearing;
  hearing.fix = null;
  const [first] = current ? scope.heads(current) : [];
  if (!current || !first) {
    hearing.unknown.push(piece);
    return;
  }
  const name = normalise(scope.item(first.item_id)?.name ?? '');
  const isMealOf = (words: string[]) =>
    words.some((word) => knows.meals.has(word)) && name.split(' ').every((word) => words.includes(word));
  const meals = scope.menu.items.filter((item) =>
    [item.name, ...item.aliases].some((one) => isMealOf(normalise(one).split(' '))),
  );
  const [meal, ...others] = meals;
  if (!meal || others.length > 0) current.unclear.push(piece);
  else if (meal.id !== first.item_id)
    current.heads = [
      { ...piece, senses: [{ kind: 'item', item_id: meal.id, variation_id: null, how: 'name' }] },
    ];
}

/** Whether a dish that was said is to be had as a meal; else the words are a dish of their own. */
export function isMeal({ current, scope }: Hearing, piece: Piece): boolean {
  const dishes = current ? scope.heads(current) : [];
  return (
    piece.role === 'meal' &&
    dishes.length > 0 &&
    !dishes.some(({ item_id }) => itemsIn(piece).some((sense) => sense.item_id === item_id))
  );
}
