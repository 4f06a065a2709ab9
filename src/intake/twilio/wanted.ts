import { withDayOf } from '../../order/wanted/hear';
import { readWanted, type Wanted } from '../../order/wanted/read-wanted';
import { choose } from './choose';
import type { Desk } from './desk';
import type { Draft } from './draft';
import { isRefusal, meaningOf } from './keywords';
import { type AskingAbout, serviceOf } from './questions';
import type { Talk } from './talk';

/** The order with its time as a moment, as far as that is sure; else what must be asked about it. */
export function timed(talk: Talk, desk: Desk): { draft: Draft; asking: AskingAbout<'time'> | null } {
  const { draft } = talk;
  if (draft.wanted === null || draft.wanted_at !== null) return { draft, asking: null };
  const wanted = read(draft.wanted, draft.said_at ?? desk.now, { talk, desk });
  if (wanted.status === 'sure') return { draft: { ...draft, wanted_at: wanted.at }, asking: null };
  if (wanted.status === 'soon') return { draft, asking: null };
  return { draft, asking: { about: 'time', say: wanted.question, choices: wanted.choices } };
}

/** The order after an answer about its time; null where it was none. */
export function answeredTime(
  { choices }: AskingAbout<'time'>,
  { text, talk, desk }: { text: string; talk: Talk; desk: Desk },
): Draft | null {
  const { draft } = talk;
  const [only, ...others] = choices;
  const agreed = meaningOf(text) === 'yes' && others.length === 0 ? only : undefined;
  const chosen = agreed ?? choose(text, choices);
  if (chosen) return { ...draft, wanted_at: chosen.at };
  // Not that one: then which is the next question.
  if (isRefusal(text)) return only ? { ...draft, wanted: text, said_at: null, wanted_at: null } : null;
  const before = draft.wanted ?? '';
  const ways = [
    { wanted: `${before} ${text}`.trim(), said_at: draft.said_at ?? desk.now },
    { wanted: withDayOf(before, text), said_at: desk.now },
  ];
  const heard = ways.find(({ wanted, said_at }) => isTime(read(wanted, said_at, { talk, desk })));
  return heard ? { ...draft, ...heard, wanted_at: null } : null;
}

/** Also one that can be meant in several ways. */
const isTime = (wanted: Wanted) => wanted.status !== 'unsure' || wanted.choices.length > 0;

function read(text: string, now: number, { talk, desk }: { talk: Talk; desk: Desk }): Wanted {
  const { shop } = desk;
  const service = serviceOf(talk.draft, shop);
  return readWanted(text, { now, shop: { ...shop, language: talk.language }, service });
}
