import { type Draft, itemsIn, optionsIn } from './draft';
import type { Scope } from './scope';
import type { Piece } from './segment';

/** Lines whose dish was not said get it: from what names it in part, from the line they share it with, or from what only one dish can have. */
export function nameHeads(drafts: Draft[], scope: Scope): Draft[] {
  const lines = withoutStrays(drafts);
  const named = lines.map((draft, at) => {
    if (draft.heads.length > 0 || draft.unknown.length > 0) return draft;
    const shared = sharedWith(draft, at, { drafts: lines, scope });
    return (
      namedInPart(draft, scope) ??
      (shared && {
        ...draft,
        heads: shared.heads,
        sizes: draft.sizes.length > 0 || !draft.parts ? draft.sizes : shared.sizes,
      }) ??
      implied(draft, scope) ??
      draft
    );
  });
  return withoutParted(named, scope).map((draft) => sizedByNumber(draft, scope));
}

/** "A salad, she has *a* thing about dairy, so no cheese": what is only refused is of the line before. */
function withoutStrays(drafts: Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const { heads, sizes, options, unknown, parts, quantity } = draft;
    const isRefusal = options.length > 0 && options.every(({ action }) => action === 'remove');
    const isStray = heads.length + sizes.length + unknown.length === 0 && !parts && (quantity ?? 1) === 1;
    const before = kept.at(-1);
    if (before && isRefusal && isStray)
      kept.splice(-1, 1, { ...before, options: [...before.options, ...options] });
    else kept.push(draft);
  }
  return kept;
}

type All = { drafts: Draft[]; scope: Scope };

/** "a large *pepperoni*" where the menu has a Pepperoni Pizza: its name, not its topping. */
function namedInPart(draft: Draft, scope: Scope): Draft | null {
  const option = draft.options.find(
    ({ pieces, action, portion }) =>
      action === 'add' && portion === 'whole' && pieces.some((piece) => itemsIn(piece).length > 0),
  );
  const [piece] = option?.pieces ?? [];
  if (!option || !piece) return null;
  const rest = { ...draft, options: draft.options.filter((one) => one !== option) };
  const items = itemsIn(piece).filter(
    ({ item_id }) => scope.fits(item_id, rest) && scope.offers(item_id, piece),
  );
  return items.length > 0
    ? {
        ...rest,
        heads: [
          withItems(
            piece,
            items.map(({ item_id }) => item_id),
          ),
        ],
      }
    : null;
}

/** "a pepperoni and a mushroom *pizza*", "a large pizza and a small". */
function sharedWith(draft: Draft, at: number, { drafts, scope }: All): Draft | undefined {
  if (draft.options.length + draft.sizes.length === 0 && !draft.parts) return undefined;
  const before = drafts.slice(0, at).reverse();
  const neighbours = draft.parts
    ? [...before, ...drafts.slice(at + 1)]
    : [drafts[at + 1], ...before, ...drafts.slice(at + 2)];
  return neighbours.find(
    (other) =>
      other && other.heads.length > 0 && scope.heads(other).some(({ item_id }) => scope.fits(item_id, draft)),
  );
}

/** Dishes that offer what was said. */
function implied(draft: Draft, scope: Scope): Draft | null {
  const pieces = draft.options.flatMap((option) => option.pieces);
  const first = pieces.find((piece) => optionsIn(piece).length > 0);
  if (!first) return null;
  const offering = [...scope.offering(first)].filter((id) => scope.fits(id, draft));
  const rest = { ...draft, options: draft.options.filter((option) => !option.pieces.includes(first)) };
  const isHalf = draft.options.some(({ portion }) => portion !== 'whole');
  const named = isHalf
    ? []
    : itemsIn(first).flatMap(({ item_id }) => (scope.fits(item_id, rest) ? [item_id] : []));
  const items = [...new Set([...named, ...offering])];
  const plain = isHalf ? scope.plainOf(items) : null;
  return items.length > 0 ? { ...draft, heads: [withItems(first, plain === null ? items : [plain])] } : null;
}

function withItems(piece: Piece, ids: string[]): Piece {
  const senses = ids.map((item_id) => ({ kind: 'item', item_id, variation_id: null, how: 'name' }) as const);
  return { ...piece, senses };
}

/** "six wings", where they come by six or twelve: the number is the size. */
function sizedByNumber(draft: Draft, scope: Scope): Draft {
  const [dish, ...others] = scope.heads(draft);
  const [head] = draft.heads;
  if (!dish || !head || others.length > 0 || draft.sizes.length > 0 || draft.quantity === null) return draft;
  const variation_id = scope.sizeOfNumber(dish.item_id, draft.quantity);
  if (variation_id === null) return draft;
  const senses = [{ kind: 'size', item_id: dish.item_id, variation_id, how: 'name' } as const];
  return { ...draft, quantity: 1, sizes: [{ ...head, senses }] };
}

/** "two pizzas, one with olives and one with ham": the parts stand for the whole. */
function withoutParted(drafts: Draft[], scope: Scope): Draft[] {
  const kept: Draft[] = [];
  let whole: Draft | null = null;
  for (const draft of drafts) {
    const left: number = whole?.quantity ?? 0;
    const taken = draft.quantity ?? 1;
    const isMore = draft.parts && draft.unclear.length > 0;
    if (whole && left >= taken && !isMore && (draft.parts || says(whole, draft, scope))) {
      const rest: Draft = { ...whole, quantity: left - taken };
      kept.splice(kept.indexOf(whole), 1, ...(rest.quantity === 0 ? [] : [rest]));
      kept.push({ ...draft, options: [...whole.options, ...draft.options] });
      whole = rest;
    } else {
      kept.push(draft);
      if (!draft.parts) whole = draft;
    }
  }
  return kept;
}

/** "three subs: one italian and two meatball": the first only says what the others are. */
function says(whole: Draft, part: Draft, scope: Scope): boolean {
  const ids = scope.heads({ ...whole, options: [], sizes: [] }).map(({ item_id }) => item_id);
  const [first, ...others] = scope.heads(part);
  return ids.length > 1 && first !== undefined && others.length === 0 && ids.includes(first.item_id);
}
