import type { Menu } from '../../src/menu/schema';
import type { OrderOption } from '../../src/order/schema';

export type Action = OrderOption['action'];

/** One option of a line. Ids are those of the corpus's menu, here and below. */
export type Choice = {
  /** The option meant; while it is open, those that it may be. */
  options: string[];
  /** It was not said which of them: the product must ask. */
  open: boolean;
  /** null where a question leaves it open. */
  action: Action | string | null;
  portion: OrderOption['portion'];
  quantity: number;
  /** What goes for it, where that was named: the answer may leave it off, or leave that to the substitution. */
  instead?: string;
};

/** One line of an order. */
export type Line = {
  /** The dish meant; while it is open, those that it may be (none: any). */
  items: string[];
  open: boolean;
  size: string | null;
  /** null where a question leaves it open. */
  quantity: number | null;
  choices: Choice[];
};

/** What an order means, whoever says so: an annotation, or the product. Fields that an annotation leaves out are not compared. */
export type Meaning = {
  lines: Line[];
  service?: string | null;
  /** The wanted time in the guest's own words, "half past six". */
  at?: string | null;
  /** Words that must reach the kitchen as words. */
  kept?: string[];
};

/** One order of a corpus: the words, what they mean, and what makes them hard where its author says so. */
export type Phrase = { said: string; means: Meaning; kind?: string };

/** What people say in one restaurant, and its menu as `PUT /v1/menu` takes it. */
export type Corpus = { name: string; menu: unknown; phrases: Phrase[] };

/** A choice that says only what differs from a plain addition. */
export function choiceOf(options: string[], fields: Partial<Choice> = {}): Choice {
  return { options, open: options.length > 1, action: 'add', portion: 'whole', quantity: 1, ...fields };
}

/**
 * Lines in one form: an option said twice is one option, adding what is on the dish anyway is nothing, and like lines are one line with
 * their number added up.
 */
export function inOneForm(lines: Line[], menu: Menu): Line[] {
  const options = menu.option_groups.flatMap((group) => group.options);
  const usual = new Set(options.filter((option) => option.default).map(({ id }) => id));
  const merged = new Map<string, Line>();
  for (const line of lines) {
    const told = line.choices.filter((choice) => !isUsual(choice, usual));
    const choices = [...new Map(told.map((choice) => [JSON.stringify(choice), choice])).values()];
    const { items, open, size } = line;
    const key = JSON.stringify([items, open, size, choices.map((one) => JSON.stringify(one)).sort()]);
    const before = merged.get(key)?.quantity ?? 0;
    const quantity = line.quantity === null ? null : before + line.quantity;
    merged.set(key, { ...line, choices, quantity });
  }
  return [...merged.values()];
}

function isUsual({ options, open, action, portion, quantity }: Choice, usual: Set<string>): boolean {
  return !open && action === 'add' && portion === 'whole' && quantity === 1 && usual.has(options[0] ?? '');
}
