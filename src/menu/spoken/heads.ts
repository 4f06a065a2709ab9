import { type Draft, itemsIn, optionsIn } from './draft';
import type { Scope } from './scope';

/** Lines whose dish was not said get it: from the line they share it with, or from what only one dish can have. */
export function nameHeads(drafts: Draft[], scope: Scope): Draft[] {
  return drafts.map((draft, at) => {
    if (draft.heads.length > 0 || draft.unknown.length > 0) return draft;
    const heads = sharedHead(draft, at, drafts, scope) ?? impliedHead(draft, scope);
    return heads ? { ...draft, heads } : draft;
  });
}

/** "a pepperoni and a mushroom *pizza*", "a large pizza and a small". */
function sharedHead(draft: Draft, at: number, drafts: Draft[], scope: Scope) {
  const neighbours = [drafts[at + 1], ...drafts.slice(0, at).reverse(), ...drafts.slice(at + 2)];
  const named = neighbours.find(
    (other) =>
      other && other.heads.length > 0 && scope.heads(other).some(({ item_id }) => scope.fits(item_id, draft)),
  );
  return draft.options.length + draft.sizes.length > 0 || draft.parts ? named?.heads : undefined;
}

function impliedHead(draft: Draft, scope: Scope) {
  const [first] = draft.options
    .flatMap(({ pieces }) => pieces)
    .filter((piece) => optionsIn(piece).length > 0);
  if (!first) return undefined;
  const offering = [...scope.offering(first)].filter((id) => scope.fits(id, draft));
  const rest = { ...draft, options: draft.options.filter(({ pieces }) => !pieces.includes(first)) };
  const named = itemsIn(first).flatMap(({ item_id }) => (scope.fits(item_id, rest) ? [item_id] : []));
  const both = named.filter((id) => offering.includes(id));
  const items = both.length > 0 ? both : [...new Set([...named, ...offering])];
  if (items.length === 0) return undefined;
  const senses = items.map(
    (item_id) => ({ kind: 'item', item_id, variation_id: null, how: 'name' }) as const,
  );
  return [{ ...first, senses, said: '', distance: 0 }];
}
