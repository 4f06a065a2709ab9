import type { MenuIndex, Place } from './menu-index';
import { itemOf } from './menu-items';
import type { Menu, MenuItem } from './schema';
import type { How } from './spoken/senses';

export type MatchMethod = 'ref' | 'alias' | 'exact' | 'normalized' | 'fuzzy' | 'manual';

/** What was said, held against the menu: how sure we are, why, and what came second. */
export type Match = {
  status: 'sure' | 'unsure' | 'none';
  item_id: string | null;
  variation_id: string | null;
  option_id: string | null;
  score: number;
  method: MatchMethod | null;
  reason: string;
  runner_up: { item_id: string; score: number } | null;
  menu_version: string | null;
};

export type SureBy = 'ref' | 'exact' | 'alias' | 'normalized';
const SCORE: Record<SureBy, number> = {
  ref: 1,
  exact: 1,
  alias: 0.99,
  normalized: 0.97,
};

export function sure(place: Place, method: SureBy, reason: string, menu_version: string | null): Match {
  return { ...blank(reason, menu_version), ...place, status: 'sure', score: SCORE[method], method };
}

export function blank(reason: string, menu_version: string | null): Match {
  return {
    status: 'none',
    item_id: null,
    variation_id: null,
    option_id: null,
    score: 0,
    method: null,
    reason,
    runner_up: null,
    menu_version,
  };
}

/** Words that mean nothing on this menu. */
export function unknownMatch(index: MenuIndex, said: string): Match {
  return blank(`"${said}" is not on the menu.`, index.version);
}

type Heard = {
  place: Place;
  said: string;
  how: How;
  /** Letters that were wrong, of how many. */
  distance: number;
  length: number;
  doubt: boolean;
  rivals: { item_id: string; name: string }[];
};

/** A place that words were heard as, and how sure that is. */
export function placeMatch(index: MenuIndex, heard: Heard): Match {
  const { place, said, how, distance, length, doubt, rivals } = heard;
  const item = itemOf(index.menu, place.item_id);
  const method = how === 'alias' ? 'alias' : 'normalized';
  const match = withDefault(index, place, item, method, `"${said}" is ${placeName(index.menu, place)}`);
  const score = Math.max(0, match.score - distance / Math.max(1, length));
  const spelled: Match = distance > 0 ? { ...match, score, method: 'fuzzy' } : match;
  const [rival] = rivals;
  if (rival) {
    const names = [item?.name, ...rivals.map(({ name }) => name)].join(' or ');
    return {
      ...spelled,
      status: 'unsure',
      score: 0.5,
      reason: `"${said}" can be ${names}.`,
      runner_up: { item_id: rival.item_id, score: 0.5 },
    };
  }
  if (!doubt) return spelled;
  return {
    ...spelled,
    status: 'unsure',
    score: Math.min(score, 0.7),
    reason: `"${said}" may be ${item?.name}.`,
  };
}

/** A dish with several sizes needs one: the default where the menu names it, else the guest must be asked. */
export function withDefault(
  index: MenuIndex,
  place: Place,
  item: MenuItem | undefined,
  method: SureBy,
  reason: string,
): Match {
  const sizes = item?.variations ?? [];
  if (place.variation_id !== null || sizes.length === 0)
    return sure(bare(place), method, reason, index.version);
  const chosen = sizes.length === 1 ? sizes[0] : sizes.find((size) => size.default);
  if (chosen) return sure({ ...bare(place), variation_id: chosen.id }, method, reason, index.version);
  const choices = sizes.map((size) => size.name).join(' or ');
  return {
    ...blank(`${item?.name} comes in ${choices}; the order does not say which.`, index.version),
    item_id: place.item_id,
    status: 'unsure',
    score: 0.6,
    method,
  };
}

export function bare({ item_id, variation_id }: Place): Place {
  return { item_id, variation_id };
}

export function placeName(menu: Menu, place: Place): string {
  const item = itemOf(menu, place.item_id);
  const size = item?.variations.find((one) => one.id === place.variation_id);
  return [size?.name, item?.name].filter(Boolean).join(' ');
}
