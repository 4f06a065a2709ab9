import type { Menu } from '../../src/menu/schema';
import { type Choice, inOneForm, type Line } from './meaning';

type Match = {
  status: string;
  item_id: string | null;
  variation_id: string | null;
  option_id: string | null;
};
type SaidOption = Pick<Choice, 'portion' | 'quantity'> & { action: string; match: Match };
type SaidItem = { quantity: string; notes?: string | null; options: SaidOption[]; match: Match };
type Unsure = {
  path: string;
  said?: string;
  question?: string;
  choices?: { item_id?: string; option_id?: string }[];
};
/** What `POST /v1/orders/parse` answers. */
export type Answer = {
  items: SaidItem[];
  unsure: Unsure[];
  service_type?: string | null;
  requested_at?: string | null;
  /** The time as said. */
  requested_text?: string | null;
  allergy_note?: string | null;
  leftover?: unknown[];
};

/** An answer as a meaning. `asked`: the product was not sure of something, and would ask. */
export type Reading = {
  lines: Line[];
  asked: boolean;
  service: string | null;
  at: string | null;
  /** What reaches people as words. */
  words: string;
};

const OF_LINE = /^items\[(\d+)\](.*)$/;
const OF_OPTION = /^\.options\[(\d+)\]/;

export function toReading(answer: Answer, menu: Menu): Reading {
  const about = answer.unsure.filter(({ path }) => path !== 'requested_at');
  const questions = about.map((one) => {
    const [, line, rest = ''] = OF_LINE.exec(one.path) ?? [];
    const option = OF_OPTION.exec(rest)?.[1];
    return { ...one, line: Number(line ?? -1), option: Number(option ?? -1), rest, may: idsOf(one) };
  });
  const known = answer.items.map((item, index): Line => {
    const here = questions.filter(({ line }) => line === index);
    const about = here.find(({ rest }) => !rest.startsWith('.options'));
    const stray = here.filter(
      ({ option, rest }) => rest.startsWith('.options') && item.options[option] === undefined,
    );
    const choices = item.options.map((option, at) =>
      toChoice(
        option,
        here.filter((one) => one.option === at),
      ),
    );
    return {
      ...toPlace(item.match, about?.may),
      quantity: Number(item.quantity),
      choices: [...choices, ...stray.map(({ may }) => toQuestion(may))],
    };
  });
  const stray = questions.filter(({ line }) => answer.items[line] === undefined);
  const lines = [...known, ...stray.map(({ may }): Line => ({ ...ANYTHING, items: may }))];
  const heard = lines.length > 0 ? lines : [ANYTHING];
  return {
    lines: inOneForm(heard, menu),
    asked: heard.some((line) => line.open || line.choices.some((choice) => choice.open)),
    service: answer.service_type ?? null,
    at: answer.requested_text ?? null,
    words: JSON.stringify([
      answer.items.map(({ notes }) => notes),
      answer.allergy_note,
      answer.leftover,
      answer.unsure,
    ]),
  };
}

/** A question that belongs to no line; so is an answer without any: there is no order that could be sent. */
const ANYTHING: Line = { items: [], open: true, size: null, quantity: null, choices: [] };

function toPlace(match: Match, asked: string[] | undefined): Pick<Line, 'items' | 'open' | 'size'> {
  const open = match.status !== 'sure' || asked !== undefined;
  const items = [...new Set([match.item_id ?? [], open ? (asked ?? []) : []].flat())];
  return { items, open, size: match.variation_id };
}

function toChoice({ action, portion, quantity, match }: SaidOption, questions: { may: string[] }[]): Choice {
  const open = match.status !== 'sure' || questions.length > 0;
  const options = [...new Set([match.option_id ?? [], questions.flatMap(({ may }) => may)].flat())];
  return { options, open, action, portion, quantity };
}

function toQuestion(options: string[]): Choice {
  return { options, open: true, action: null, portion: 'whole', quantity: 1 };
}

/** What a question lets the guest choose between. */
function idsOf({ choices = [] }: Unsure): string[] {
  return [...new Set(choices.flatMap(({ item_id, option_id }) => option_id ?? item_id ?? []))];
}
