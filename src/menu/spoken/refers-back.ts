import { type Draft, isOf } from './draft';
import type { Hearing } from './hearing';
import type { Piece } from './segment';

/** "on the pizza" speaks of a pizza said before. */
export function refersBack({ drafts, pieces, scope }: Hearing, piece: Piece, at: number): Draft | null {
  if (!pointsBack(pieces, at)) return null;
  const names = (draft: Draft) => scope.heads(draft).some(({ item_id }) => isOf(item_id, piece));
  return drafts.findLast(names) ?? null;
}

/** Whether the words before a dish put something on it: "on the", "for the". */
export function pointsBack(pieces: Piece[], at: number): boolean {
  const before = pieces.slice(Math.max(0, at - 2), at);
  const points = before.some(
    ({ role, said }) => role === 'for' || role === 'back' || /^(?:on|for|in|that|to) /i.test(said),
  );
  return points && !before.some(({ number, role }) => number !== null || role === 'article');
}
