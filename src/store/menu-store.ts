import type { Act, AliasRecord, ItemAvailability, NewAlias, OrderRecord, Scope, StoredMenu } from './records';

/** The store's part that is about menus and the words for what is on them. */
export interface MenuStore {
  menu(scope: Scope, location_id: string): Promise<StoredMenu | undefined>;
  /** The version alone: cheap enough to ask for every order. */
  menuVersion(scope: Scope, location_id: string): Promise<string | undefined>;
  /** False, and nothing is written, where it was to take the place of a version (null: of none) that is no longer there. */
  saveMenu(
    scope: Scope,
    location_id: string,
    menu: StoredMenu & { replaces?: string | null },
    act: Act,
  ): Promise<boolean>;
  /** What staff said is sold out or back; it outlives a new menu. */
  availability(scope: Scope, location_id: string): Promise<ItemAvailability[]>;
  setAvailability(scope: Scope, location_id: string, item: ItemAvailability, act: Act): Promise<void>;
  /** A POS was read anew: what staff said before is back no longer counts, of these dishes or of all; what they said is sold out does. */
  forgetReturns(
    scope: Scope,
    location_id: string,
    which: { said_before: number; item_ids?: string[] },
  ): Promise<void>;

  /** Words that a restaurant taught us, oldest first: those for all of its shops, and those for shops of the scope. */
  aliases(scope: Scope): Promise<AliasRecord[]>;
  /** The same words again, for the same shops, mean something else from now on: `replaced`. Null where there are `most` already. */
  saveAlias(
    scope: Scope,
    alias: NewAlias & { most: number },
    act: Act,
  ): Promise<{ alias: AliasRecord; replaced: boolean } | null>;
  /** Whether there was one. */
  deleteAlias(scope: Scope, id: string, act: Act): Promise<boolean>;

  /** Orders of a shop whose ticket is still to be sent: they wait for their hour, an answer, the POS or their turn. */
  ordersToSend(scope: Scope, location_id: string): Promise<OrderRecord[]>;
}
