/**
 * `part`: some words of the menu's name that can hardly mean anything else ("salsa" for "Tomato Salsa", "caesar" where there are
 * several salads); `hint`: words that only begin a name ("onion" for "Onion Rings").
 */
export type How = 'name' | 'alias' | 'part' | 'hint';
export type ItemSense = { kind: 'item'; item_id: string; variation_id: string | null; how: How };
export type SizeSense = { kind: 'size'; item_id: string; variation_id: string; how: How };
export type OptionSense = { kind: 'option'; group_id: string; option_id: string; how: How };
/** The surest first. */
export const RANK: Record<How, number> = { name: 0, alias: 0, part: 1, hint: 2 };
export const isWhole = ({ how }: { how: How }) => RANK[how] === 0;

/** What a phrase can mean on the menu. */
export type Sense = ItemSense | SizeSense | OptionSense;
