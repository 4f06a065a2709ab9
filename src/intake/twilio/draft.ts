import { readLeftOver } from '../../menu/left-over';
import type { MenuIndex } from '../../menu/menu-index';
import { type Choice, type Parsed, type ParsedItem, parseOrderText } from '../../menu/parse';
import type { OrderOption, ServiceType } from '../../order/schema';
import { withDayOf } from '../../order/wanted/hear';

/** What about a line is not sure: asked before anything is ordered. */
export type Doubt = { said: string; question: string; choices: Choice[] };
export type DraftOption = Pick<OrderOption, 'name' | 'action' | 'portion' | 'quantity' | 'option_id'> & {
  doubt: Doubt | null;
};
/** A line as the guest wants it so far. Its ids are null where the menu does not have it. */
export type DraftLine = {
  name: string;
  quantity: string;
  notes: string | null;
  menu_item_id: string | null;
  variation_id: string | null;
  options: DraftOption[];
  doubt: Doubt | null;
};
/** An order that is still being talked about. */
export type Draft = {
  items: DraftLine[];
  service: ServiceType | null;
  address: string | null;
  /** Where the address itself does not name it. */
  postal_code: string | null;
  /** The wanted time, as said; when that was, in milliseconds; and as a moment, once that is sure. */
  wanted: string | null;
  said_at: number | null;
  wanted_at: string | null;
  allergy: string | null;
  /** Words that belong to no dish: the kitchen reads them. */
  also: string[];
};

export const NO_DRAFT: Draft = {
  items: [],
  service: null,
  address: null,
  postal_code: null,
  wanted: null,
  said_at: null,
  wanted_at: null,
  allergy: null,
  also: [],
};

/** What a guest said, held against the menu; without a menu every word travels as it was said. */
export function hear(text: string, menu: MenuIndex | null): Draft {
  if (menu === null) return { ...NO_DRAFT, items: [asSaid(text)] };
  const heard = parseOrderText(text, menu);
  const { address, service, others } = readLeftOver(heard);
  return {
    items: heard.items.map((item, at) => toLine(item, `items[${at}]`, heard)),
    service,
    address,
    postal_code: null,
    wanted: heard.requested_at,
    said_at: null,
    wanted_at: null,
    allergy: heard.allergy_note,
    also: others,
  };
}

/** What was said later beside what is known: later words win, lines are added. */
export function joined(before: Draft, more: Draft): Draft {
  const service = more.service ?? before.service;
  const allergies = [before.allergy, more.allergy].filter((one) => one !== null);
  return {
    items: [...before.items, ...more.items],
    service,
    address: more.address ?? before.address,
    postal_code: more.address === null ? before.postal_code : null,
    ...timeOf(before, more),
    allergy: allergies.length > 0 ? allergies.join('; ') : null,
    also: [...before.also, ...more.also],
  };
}

/** "Tomorrow at seven", and later "make it eight": that is still tomorrow. */
function timeOf(before: Draft, more: Draft): Pick<Draft, 'wanted' | 'said_at' | 'wanted_at'> {
  const { wanted, said_at, wanted_at } = more.wanted === null ? before : more;
  const isOther = before.wanted !== null && more.wanted !== null;
  return { wanted: isOther ? withDayOf(before.wanted ?? '', more.wanted ?? '') : wanted, said_at, wanted_at };
}

/** Whether anything was understood. */
export function saysSomething({ items, service, address, wanted, allergy }: Draft): boolean {
  return items.length > 0 || [service, address, wanted, allergy].some((one) => one !== null);
}

function toLine(
  { name, quantity, notes, match, options }: ParsedItem,
  path: string,
  heard: Parsed,
): DraftLine {
  const doubtAt = (where: string): Doubt | null => {
    const found = heard.unsure.find((one) => one.path === where);
    return found ? { said: found.said, question: found.question, choices: found.choices } : null;
  };
  return {
    name,
    quantity,
    notes,
    menu_item_id: match.item_id,
    variation_id: match.variation_id,
    options: options.map(({ match: found, ...option }, at) => ({
      ...option,
      option_id: found.option_id,
      doubt: doubtAt(`${path}.options[${at}]`),
    })),
    doubt: doubtAt(path),
  };
}

function asSaid(text: string): DraftLine {
  const line = {
    quantity: '1',
    notes: null,
    menu_item_id: null,
    variation_id: null,
    options: [],
    doubt: null,
  };
  return { ...line, name: text.slice(0, 200) };
}
