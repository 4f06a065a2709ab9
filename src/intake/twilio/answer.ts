import { matchOption } from '../../menu/match';
import type { MenuIndex } from '../../menu/menu-index';
import type { Choice } from '../../menu/parse';
import { choose, chooseAll } from './choose';
import type { Desk } from './desk';
import { type Draft, type DraftLine, type DraftOption, hear, joined, NO_DRAFT } from './draft';
import { isRefusal, meaningOf } from './keywords';
import type { Asking, AskingAbout } from './questions';
import type { Talk } from './talk';
import { answeredTime } from './wanted';

type Given = { text: string; talk: Talk; desk: Desk };
type Answered<About extends Asking['about']> = {
  asking: AskingAbout<About>;
  text: string;
  draft: Draft;
  menu: MenuIndex | null;
  given: Given;
};
type Answer<About extends Asking['about']> = (given: Answered<About>) => Draft | null;

/** What an answer does to the order, by what was asked; null where it was no answer. */
const ANSWERS: { [About in Asking['about']]: Answer<About> } = {
  line: ({ asking: { line, doubt }, text, draft, menu }) => {
    if (!isRefusal(text)) return onLine(draft, line, (before) => settled(before, text, doubt.choices, menu));
    // "Did you mean …?" "No": then what instead is the next question.
    if (doubt.choices.length === 1)
      return onLine(draft, line, (before) => ({ ...before, menu_item_id: null, doubt: null }));
    return without(draft, line);
  },
  option: ({ asking: { line, option, doubt }, text, draft }) =>
    onLine(draft, line, (before) => {
      if (isRefusal(text)) return { ...before, options: before.options.filter((_, at) => at !== option) };
      const chosen = choose(text, doubt.choices);
      if (!chosen) return null;
      const options = before.options.map((one, at) =>
        at === option ? { ...one, option_id: chosen.option_id ?? null, doubt: null } : one,
      );
      return { ...before, options };
    }),
  required: ({ asking: { line, doubt }, text, draft }) =>
    onLine(draft, line, (before) => {
      const chosen = chooseAll(text, doubt.choices);
      const [first] = chosen;
      if (!first) return null;
      if (!first.option_id) return { ...before, variation_id: first.variation_id ?? before.variation_id };
      return { ...before, options: withChosen(before.options, chosen, doubt.choices) };
    }),
  instead: ({ asking: { line }, text, draft, menu }) => {
    if (isRefusal(text)) return without(draft, line);
    const heard = hear(text, menu);
    if (heard.items.length === 0) return null;
    return {
      ...joined(draft, heard),
      items: draft.items.flatMap((one, at) => (at === line ? heard.items : [one])),
    };
  },
  service: ({ text, draft, menu }) => {
    const { service, address } = hear(text, menu);
    return service === null ? null : { ...draft, service, address: address ?? draft.address };
  },
  address: ({ text, draft, menu }) => addressed(text, draft, menu),
  // "We do not deliver there. Would you like to pick it up instead?"
  area: ({ text, draft, menu }) =>
    meaningOf(text) === 'yes' ? { ...draft, service: 'pickup' } : addressed(text, draft, menu),
  postal_code: ({ text, draft, menu }) => {
    const { service } = hear(text, menu);
    if (service !== null && service !== 'delivery') return { ...draft, service };
    const code = /\d/.test(text) && text.length <= 20 ? text : null;
    return code === null ? null : { ...draft, postal_code: code };
  },
  time: ({ asking, given }) => answeredTime(asking, given),
  more: ({ asking: { heard }, text, draft }) => {
    const meaning = meaningOf(text);
    if (meaning === 'add' || meaning === 'yes') return joined(draft, heard);
    return meaning === 'new' ? joined({ ...draft, items: [], also: [] }, heard) : null;
  },
};

/** The order after an answer; null where the question stays open. */
export function answered(asking: Asking, given: Given): Draft | null {
  const answer = ANSWERS[asking.about] as Answer<Asking['about']>;
  const { text, talk, desk } = given;
  const draft = answer({ asking, text, draft: talk.draft, menu: desk.menu, given });
  return draft && !HEARS_ALL.has(asking.about) ? besides(draft, text, desk.menu) : draft;
}

/** What takes whatever else is said by itself. */
const HEARS_ALL = new Set<Asking['about']>(['time', 'instead', 'more']);

/** "Pickup, at seven": a time or an allergy that comes with an answer is heard too. */
function besides(draft: Draft, text: string, menu: MenuIndex | null): Draft {
  const { wanted, allergy } = hear(text, menu);
  return joined(draft, { ...NO_DRAFT, wanted, allergy });
}

/** The order without one of its lines. */
export function without(draft: Draft, line: number): Draft {
  return { ...draft, items: draft.items.filter((_, at) => at !== line) };
}

function onLine(draft: Draft, line: number, change: (before: DraftLine) => DraftLine | null): Draft | null {
  const before = draft.items[line];
  const after = before && change(before);
  if (!after) return null;
  return { ...draft, items: draft.items.map((one, at) => (at === line ? after : one)) };
}

function addressed(text: string, draft: Draft, menu: MenuIndex | null): Draft | null {
  const { service, address } = hear(text, menu);
  if (service !== null && service !== 'delivery') return { ...draft, service };
  const told = address ?? (/\d/.test(text) && /\p{L}{2}/u.test(text) ? text.slice(0, 500) : null);
  return told === null ? null : { ...draft, address: told, postal_code: null };
}

/** What was chosen goes beside what the group has already; where that was too much, in its place. */
function withChosen(before: DraftOption[], chosen: Choice[], group: Choice[]): DraftOption[] {
  const inGroup = ({ option_id }: DraftOption) => group.some((one) => one.option_id === option_id);
  const kept = before.filter(inGroup).length > chosen.length ? before.filter((one) => !inGroup(one)) : before;
  const added = chosen.map(({ name, option_id = null }): DraftOption => {
    const how = { action: 'add', portion: 'whole', quantity: 1 } as const;
    return { name, option_id, ...how, doubt: null };
  });
  return [...kept, ...added];
}

/** A doubtful line after the guest's word: one of the choices, or the line said again with it. */
function settled(
  before: DraftLine,
  text: string,
  choices: Choice[],
  menu: MenuIndex | null,
): DraftLine | null {
  const [only, ...others] = choices;
  const agreed = meaningOf(text) === 'yes' && others.length === 0 ? only : undefined;
  const chosen = agreed ?? choose(text, choices);
  if (chosen) return placed(before, chosen, menu);
  for (const words of [`${text} ${before.name}`, text]) {
    const [again, ...more] = hear(words, menu).items;
    if (!again || more.length > 0 || again.doubt || again.menu_item_id === null) continue;
    const quantity = again.quantity === '1' ? before.quantity : again.quantity;
    return {
      ...again,
      quantity,
      notes: before.notes,
      options: [...rematched(before, again.menu_item_id, menu), ...again.options],
    };
  }
  return null;
}

/** The line with a dish, or one of its sizes, that the guest chose; a dish of several sizes is asked about once more. */
function placed(before: DraftLine, chosen: Choice, menu: MenuIndex | null): DraftLine {
  const { item_id, variation_id = null } = chosen;
  const options = rematched(before, item_id, menu);
  if (variation_id !== null) return { ...before, menu_item_id: item_id, variation_id, options, doubt: null };
  const [again] = hear(chosen.name, menu).items;
  const known = again?.menu_item_id === item_id ? again : null;
  return {
    ...before,
    menu_item_id: item_id,
    variation_id: known?.variation_id ?? null,
    options,
    doubt: known?.doubt ?? null,
  };
}

/** Options are those of the dish: with another dish they mean something else. */
function rematched({ menu_item_id, options }: DraftLine, item_id: string, menu: MenuIndex | null) {
  if (menu_item_id === item_id || menu === null) return options;
  return options.map((option) => ({
    ...option,
    doubt: null,
    option_id: matchOption(menu, item_id, { ...option, option_id: null }).option_id,
  }));
}
