import { heardOption, type Match, matchOption } from '../match';
import type { MenuIndex } from '../menu-index';
import type { ParsedOption, Unsure } from '../parse';
import { unknownMatch } from '../verdict';
import { normalise } from '../words';
import type { DraftOption } from './draft';
import { isNear, questionOf } from './questions';
import type { Scope } from './scope';
import { isWhole } from './senses';

type Line = { path: string; item_id: string | null; index: MenuIndex; scope: Scope; unsure: Unsure[] };

/** The options of a line with their matches; what must be asked about them goes to `unsure`. */
export function toOptions(heard: DraftOption[], line: Line): ParsedOption[] {
  return withoutGiven(latest(heard), line)
    .flatMap((option) => allOf(option, line))
    .map((option, at) => toOption(option, `${line.path}.options[${at}]`, line));
}

/** "Swap the bun for a lettuce wrap": what goes is the rest of the group, and is not asked about. */
function withoutGiven(options: DraftOption[], { item_id, scope }: Line): DraftOption[] {
  if (item_id === null) return options;
  const groupOf = ({ pieces: [first] }: DraftOption) => first && scope.groupOf(item_id, first);
  const chosen = new Set(options.filter(({ action }) => action !== 'remove').map(groupOf));
  return options.filter((option) => {
    const [first] = option.pieces;
    const ids = first ? scope.options(first, item_id).map(({ option_id }) => option_id) : [];
    const isMany = new Set(ids).size > 1;
    return !(option.action === 'remove' && isMany && chosen.has(groupOf(option)));
  });
}

function toOption(option: DraftOption, path: string, line: Line): ParsedOption {
  const { action, portion, quantity, pieces } = option;
  const name = pieces.map(({ said }) => said).join(' ');
  const parsed = { name, action, portion, quantity };
  const { match, ids } = matchHeard(option, name, line);
  if (match.status !== 'unsure') return { ...parsed, match };
  const item_id = line.item_id ?? '';
  const choices = ids.slice(0, 6).map((id) => ({ item_id, option_id: id, name: line.scope.optionName(id) }));
  line.unsure.push({ path, said: name, question: questionOf(choices, match.reason), choices });
  return { ...parsed, match };
}

function matchHeard(option: DraftOption, name: string, line: Line): { match: Match; ids: string[] } {
  const { index, scope, item_id } = line;
  const [first] = option.pieces;
  if (item_id === null || !first) return { match: unknownMatch(index, name), ids: [] };
  const ids = [...new Set(scope.options(first, item_id).map(({ option_id }) => option_id))];
  const [only] = ids;
  const named = matchOption(index, item_id, { name, action: option.action, option_id: null });
  const isHint = scope.options(first, item_id).some(({ how }) => how === 'hint');
  const isDoubtful = option.doubt || isHint || !isNear(first.distance, first.said.length);
  if (named.status === 'sure' && !isDoubtful) return { match: named, ids };
  if (only === undefined) return { match: named, ids };
  const heard = { option_id: only, name, distance: first.distance };
  const match = heardOption(index, item_id, heard);
  if (ids.length === 1 && !isDoubtful) return { match, ids };
  const names = ids.map((id) => scope.optionName(id)).join(' or ');
  return { match: { ...match, status: 'unsure', score: 0.5, reason: `"${name}" may be ${names}.` }, ids };
}

/** "No beans" leaves off every kind of beans: nothing has to be asked. */
function allOf(option: DraftOption, { item_id, scope }: Line): DraftOption[] {
  const [first] = option.pieces;
  if (option.action !== 'remove' || !first || item_id === null || option.doubt) return [option];
  const all = scope.options(first, item_id);
  const senses = [...new Map(all.map((sense) => [sense.option_id, sense])).values()];
  if (senses.length < 2 || !senses.every(isWhole)) return [option];
  return senses.map((sense) => ({
    ...option,
    pieces: [{ ...first, senses: [sense] }, ...option.pieces.slice(1)],
  }));
}

/** "With bacon, no, without bacon", "cheese, actually extra cheese": what was said last counts. */
function latest(options: DraftOption[]): DraftOption[] {
  const last = new Map<string, DraftOption>();
  for (const option of exchanged(options)) last.set(`${option.portion} ${keyOf(option)}`, option);
  return bothHalves([...last.values()]);
}

/** "With ham, swap the ham for bacon": what came and went leaves only the other. */
function exchanged(options: DraftOption[]): DraftOption[] {
  const gone = options.find(
    (option, at) =>
      option.action === 'remove' &&
      [options[at - 1], options[at + 1]].some((one) => one?.action === 'substitute') &&
      options.slice(0, at).some((one) => one.action !== 'remove' && keyOf(one) === keyOf(option)),
  );
  if (!gone) return options;
  const rest = options.filter((option) => keyOf(option) !== keyOf(gone));
  return rest.map((option) => (option.action === 'substitute' ? { ...option, action: 'add' } : option));
}

/** The same on both halves is on the whole. */
function bothHalves(options: DraftOption[]): DraftOption[] {
  const twin = (option: DraftOption, portion: DraftOption['portion']) =>
    options.find(
      (one) => one.portion === portion && one.action === option.action && keyOf(one) === keyOf(option),
    );
  return options.flatMap((option): DraftOption[] => {
    if (option.portion === 'left' && twin(option, 'right')) return [{ ...option, portion: 'whole' }];
    return option.portion === 'right' && twin(option, 'left') ? [] : [option];
  });
}

function keyOf({ pieces: [first] }: DraftOption): string {
  return `${first?.senses.map(({ kind }) => kind)} ${normalise(first?.said ?? '')}`;
}
