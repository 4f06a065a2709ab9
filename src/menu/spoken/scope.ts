import type { Menu, MenuItem } from '../schema';
import { normalise } from '../words';
import { type Draft, itemsIn, optionsIn, sizeOf } from './draft';
import type { Piece } from './segment';
import { type How, type ItemSense, type OptionSense, RANK } from './senses';

/** Which dish offers what: the menu decides where an option can belong. */
export class Scope {
  private readonly items = new Map<string, MenuItem>();
  private readonly groups = new Map<string, Set<string>>();
  private readonly names = new Map<string, Set<string>>();

  constructor(readonly menu: Menu) {
    for (const item of menu.items) {
      this.items.set(item.id, item);
      for (const group of item.option_groups) {
        const users = this.groups.get(group) ?? new Set();
        this.groups.set(group, users.add(item.id));
      }
    }
  }

  item(id: string): MenuItem | undefined {
    return this.items.get(id);
  }

  optionName(id: string): string {
    for (const group of this.menu.option_groups)
      for (const option of group.options) if (option.id === id) return option.name;
    return '';
  }

  /** What a phrase means among a dish's options; a whole name leaves mere parts of names behind. */
  options(piece: Piece, itemId: string): OptionSense[] {
    const offered = optionsIn(piece).filter((sense) => this.groups.get(sense.group_id)?.has(itemId));
    return this.asWritten(piece.said, wholeFirst(offered));
  }

  /** Where one and many are two things ("pepper", "peppers"), the very words decide. */
  private asWritten(said: string, senses: OptionSense[]): OptionSense[] {
    const exact = senses.filter(({ option_id, group_id }) =>
      this.namesOf(group_id, option_id).has(said.toLowerCase()),
    );
    return exact.length > 0 ? exact : senses;
  }

  private namesOf(groupId: string, optionId: string): Set<string> {
    const key = `${groupId}/${optionId}`;
    const known = this.names.get(key);
    if (known) return known;
    const group = this.menu.option_groups.find(({ id }) => id === groupId);
    const option = group?.options.find(({ id }) => id === optionId);
    const names = new Set([option?.name ?? '', ...(option?.aliases ?? [])].map((name) => name.toLowerCase()));
    this.names.set(key, names);
    return names;
  }

  offers(itemId: string, piece: Piece): boolean {
    return optionsIn(piece).some((sense) => this.groups.get(sense.group_id)?.has(itemId));
  }

  /** Dishes that have such an option. */
  offering(piece: Piece): Set<string> {
    return new Set(optionsIn(piece).flatMap((sense) => [...(this.groups.get(sense.group_id) ?? [])]));
  }

  /** Whether a phrase is one of a dish's choices ("a coke" of a combo) that has not been made yet. */
  isOpenChoice(draft: Draft, piece: Piece): boolean {
    const chosen = new Set(
      draft.options.flatMap(({ pieces }) => pieces.flatMap(optionsIn)).map((one) => one.group_id),
    );
    const groups = new Set(
      this.heads(draft).flatMap(({ item_id }) => this.item(item_id)?.option_groups ?? []),
    );
    return optionsIn(piece).some(({ group_id }) => {
      const group = this.menu.option_groups.find(({ id }) => id === group_id);
      const isChoice = group !== undefined && (group.max === 1 || group.min > 0);
      return isChoice && groups.has(group_id) && !chosen.has(group_id);
    });
  }

  /** Whether two options of a line exclude each other: of their group the dish has only one. */
  isEitherOr(draft: Draft, one: Piece, other: Piece): boolean {
    const groups = new Set(optionsIn(other).map(({ group_id }) => group_id));
    const both = new Set(optionsIn(one).flatMap(({ group_id }) => (groups.has(group_id) ? group_id : [])));
    const offered = this.heads(draft).flatMap(({ item_id }) => this.item(item_id)?.option_groups ?? []);
    return this.menu.option_groups.some(({ id, max }) => max === 1 && both.has(id) && offered.includes(id));
  }

  /** The dish of one kind that is meant where only its kind is said: "pizza" is another name of the plain one. */
  plainOf(ids: string[]): string | null {
    const kinds = new Set(ids.map((id) => this.item(id)?.category ?? null));
    const [kind, ...others] = kinds;
    if (!kind || others.length > 0) return null;
    const plain = ids.filter((id) => {
      const item = this.item(id);
      return [item?.name ?? '', ...(item?.aliases ?? [])].map(normalise).includes(normalise(kind));
    });
    return plain.length === 1 ? (plain[0] ?? null) : null;
  }

  /** Whether all that words can mean on a dish is of one group, and which. */
  groupOf(itemId: string, piece: Piece): string | null {
    const groups = new Set(this.options(piece, itemId).map(({ group_id }) => group_id));
    const [only, ...others] = groups;
    return only !== undefined && others.length === 0 ? only : null;
  }

  /** The size of a dish that counts its pieces: "6 Piece". */
  sizeOfNumber(itemId: string, value: number): string | null {
    const sizes = this.item(itemId)?.variations ?? [];
    const isOf = ({ name }: { name: string }) => {
      const [count, unit = ''] = normalise(name).split(' ');
      return count === String(value) && !MEASURES.has(unit);
    };
    return sizes.find(isOf)?.id ?? null;
  }

  /** Whether a number alone may say a size: "twelve" where there is "12 Inch". */
  isSizeNumber(itemId: string, value: number): boolean {
    const sizes = this.item(itemId)?.variations ?? [];
    return sizes.some(({ name }) => normalise(name).split(' ')[0] === String(value));
  }

  sized(itemId: string, piece: Piece): boolean {
    return sizeOf(piece, itemId) !== undefined;
  }

  /** The dishes that a line's words name, best first: named by all words, with the sizes and options that were said. */
  heads(draft: Draft): ItemSense[] {
    const [first, ...rest] = draft.heads.map(itemsIn);
    if (!first) return [];
    const named = first.filter((sense) =>
      rest.every((other) => other.some((one) => one.item_id === sense.item_id)),
    );
    const whole = wholeFirst(named);
    const fitting = whole.filter(({ item_id }) => this.fits(item_id, draft));
    return fitting.length > 0 ? fitting : whole;
  }

  /** Whether a dish comes in the sizes and with the options of a line. */
  fits(itemId: string, { sizes, options }: Pick<Draft, 'sizes' | 'options'>): boolean {
    const known = options.flatMap(({ pieces }) => pieces).filter((piece) => optionsIn(piece).length > 0);
    return (
      sizes.every((piece) => this.sized(itemId, piece)) && known.every((piece) => this.offers(itemId, piece))
    );
  }
}

/** "a greek and one *caesar*": a salad as much as a dressing. */
export function isNoMoreOption(piece: Piece): boolean {
  const [item] = wholeFirst(itemsIn(piece));
  const [option] = wholeFirst(optionsIn(piece));
  return item !== undefined && option !== undefined && RANK[item.how] === RANK[option.how];
}

const MEASURES = new Set(
  ['inch', 'cm', 'oz', 'ml', 'cl', 'l', 'liter', 'litre', 'lb', 'g', 'kg'].map(normalise),
);

/** Whole names leave parts of names behind, and those the beginnings of names. */
export function wholeFirst<T extends { how: How }>(senses: T[]): T[] {
  const best = Math.min(...senses.map(({ how }) => RANK[how]));
  return senses.filter(({ how }) => RANK[how] === best);
}
