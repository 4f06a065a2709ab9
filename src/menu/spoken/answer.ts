import type { Match } from '../match';
import type { MenuIndex } from '../menu-index';
import type { Choice, Parsed, ParsedItem, Unsure } from '../parse';
import { placeMatch, unknownMatch } from '../verdict';
import { toOptions } from './answer-options';
import { type Draft, sizeAmong, sizeOf } from './draft';
import { halved } from './halves';
import { nameHeads } from './heads';
import type { Hearing } from './hearing';
import { isNear, questionOf, sizeQuestion } from './questions';
import type { Scope } from './scope';
import type { Piece } from './segment';

type Context = { index: MenuIndex; scope: Scope };

/** What was heard as the answer of the contract: lines with their matches, and what must be asked. */
export function toAnswer(hearing: Hearing, context: Context): Parsed {
  const lines = nameHeads(hearing.drafts.map(withBefore).map(halved), context.scope);
  const unsure: Unsure[] = [];
  const leftover = [...hearing.leftover, ...hearing.unclear, ...hearing.spilled.flatMap(wordsOf)];
  const items: ParsedItem[] = [];
  for (const draft of lines) {
    const item = toItem(draft, `items[${items.length}]`, { ...context, unsure });
    if (item) items.push(item);
    else leftover.push(...wordsOf(draft));
  }
  return {
    items,
    unsure,
    service_type: hearing.service,
    requested_at: hearing.time.map(({ said }) => said).join(' ') || null,
    allergy_note: hearing.allergy.map(({ said }) => said).join(' ') || null,
    leftover: joined(leftover),
  };
}

/** A line said again keeps its options where no others were named; those of another dish only if the guest says so. */
function withBefore(draft: Draft): Draft {
  const { options, before, dropped, unclear, restated } = draft;
  if (options.length > 0) return draft;
  const open = [...dropped.flatMap(({ pieces }) => pieces), ...(restated ? [restated] : [])];
  return { ...draft, options: before, unclear: [...unclear, ...open] };
}

type Asking = Context & { unsure: Unsure[] };

function wordsOf({ sizes, unknown, unclear, heads, options }: Draft): Piece[] {
  return [...sizes, ...unknown, ...unclear, ...heads, ...options.flatMap(({ pieces }) => pieces)];
}

function joined(pieces: Piece[]): string[] {
  const sorted = pieces.toSorted((a, b) => a.from - b.from);
  const phrases: string[] = [];
  sorted.forEach((piece, at) => {
    if (at > 0 && sorted[at - 1]?.to === piece.from) phrases.push(`${phrases.pop()} ${piece.said}`);
    else phrases.push(piece.said);
  });
  return phrases;
}

function toItem(draft: Draft, path: string, context: Asking): ParsedItem | null {
  const naming = namingOf(draft);
  if (naming.length === 0) return null;
  const { match, choices } = matchDraft(draft, context);
  const name = naming.map(({ said }) => said).join(' ');
  if (match.status === 'unsure') {
    const sizes = choices.length === 1 ? sizesOf(match, context.scope) : [];
    const question = sizes.length > 0 ? sizeQuestion(choices, sizes) : questionOf(choices, match.reason);
    context.unsure.push({ path, said: name, question, choices: sizes.length > 0 ? sizes : choices });
  }
  const options = toOptions(draft.options, { path, item_id: match.item_id, ...context });
  return {
    name,
    quantity: String(draft.quantity ?? 1),
    notes: null,
    span: spanOf(naming),
    match,
    options,
  };
}

/** The sizes to choose between, where that is all that is not known. */
function sizesOf({ item_id, variation_id, reason }: Match, scope: Scope): Choice[] {
  const item = scope.item(item_id ?? '');
  if (!item || variation_id !== null || !reason.startsWith(`${item.name} comes in`)) return [];
  return item.variations.map(({ id, name }) => ({ item_id: item.id, variation_id: id, name }));
}

/** The words that name a line: its size and dish; where no dish was said, its options stand for it. */
function namingOf(draft: Draft): Piece[] {
  const { sizes, spare, unknown, unclear, heads, options } = draft;
  const isNamed = unknown.length + heads.length > 0;
  const all = [...sizes, ...spare, ...unknown, ...heads, ...(isNamed ? [] : (options[0]?.pieces ?? []))];
  const words = all.length > 0 ? [...all, ...unclear] : [];
  return [...new Set(words)].toSorted((a, b) => a.from - b.from);
}

/** "a large medium pizza": two sizes at once. */
function isTornSize({ sizes }: Draft, itemId: string): boolean {
  const meant = sizes.flatMap((piece) => sizeOf(piece, itemId)?.variation_id ?? []);
  return new Set(meant).size > 1;
}

function spanOf(pieces: Piece[]): [number, number] {
  return [Math.min(...pieces.map(({ span }) => span[0])), Math.max(...pieces.map(({ span }) => span[1]))];
}

function matchDraft(draft: Draft, { index, scope }: Context): { match: Match; choices: Choice[] } {
  const said = namingOf(draft)
    .map((piece) => piece.said)
    .join(' ');
  const heads = scope.heads(draft);
  const [first] = heads;
  const ids = new Set(heads.map(({ item_id }) => item_id));
  if (!first) return { match: unknownMatch(index, said), choices: [] };
  const choices = [...ids].slice(0, 6).map((item_id) => ({ item_id, name: scope.item(item_id)?.name ?? '' }));
  const size = sizeAmong(draft.sizes, first.item_id);
  const place = { item_id: first.item_id, variation_id: size?.variation_id ?? first.variation_id };
  const distance = draft.heads.reduce((sum, piece) => sum + piece.distance, 0);
  const length = draft.heads.reduce((sum, piece) => sum + piece.said.length, 0);
  const sizes = scope.item(first.item_id)?.variations.length ?? 0;
  const doubt =
    first.how === 'hint' ||
    draft.unknown.length + draft.unclear.length > 0 ||
    isTornSize(draft, first.item_id) ||
    (draft.spare.length > 0 && sizes > 1) ||
    (draft.heads.length > 0 && !isNear(distance, length));
  const match = placeMatch(index, {
    place,
    said,
    how: first.how,
    distance,
    length,
    doubt,
    rivals: choices.slice(1),
  });
  return { match, choices };
}
