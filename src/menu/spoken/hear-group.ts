import type { Hearing } from './hearing';
import type { Piece } from './segment';

/** "all the toppings": each option of that group, on the line that has it. */
export function hearGroup(hearing: Hearing, piece: Piece): void {
  hearing.all = false;
  const { current, scope, action } = hearing;
  const offered = new Set(
    current ? scope.heads(current).flatMap(({ item_id }) => scope.item(item_id)?.option_groups ?? []) : [],
  );
  const groups = scope.menu.option_groups.filter(({ id }) => piece.groups.includes(id) && offered.has(id));
  if (!current || groups.length === 0) return;
  for (const group of groups) {
    for (const option of group.options) {
      const sense = { kind: 'option', group_id: group.id, option_id: option.id, how: 'name' } as const;
      hearing.addOption(current, [{ ...piece, said: option.name, senses: [sense] }], { action });
    }
  }
}
