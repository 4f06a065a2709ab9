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
  return latest(heard)
    .flatMap((option) => allOf(option, line))
    .map((option, at) => toOption(option, `${line.path}.options[${at}]`, line));
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
  const senses = scope.options(first, item_id);
  if (senses.length < 2 || !senses.every(isWhole)) return [option];
  return senses.map((sense) => ({
    ...option,
    pieces: [{ ...first, senses: [sense] }, ...option.pieces.slice(1)],
  }));
}

/** "With bacon, no, without bacon": what was said last counts. */
function latest(options: DraftOption[]): DraftOption[] {
  const key = ({ pieces: [first], portion }: DraftOption) =>
    `${portion} ${first?.senses.map(({ kind }) => kind)} ${normalise(first?.said ?? '')}`;
  return options.filter((option, at) => {
    const later = options.slice(at + 1).filter((one) => key(one) === key(option));
    const isRefused = (one: DraftOption) => one.action === 'remove';
    return !later.some((one) => one.action === option.action || isRefused(one) !== isRefused(option));
  });
}
