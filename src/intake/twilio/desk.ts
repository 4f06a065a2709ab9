import type { MenuIndex } from '../../menu/menu-index';
import type { Choice } from '../../menu/parse';
import type { Shop } from '../../order/shop';
import type { OrderStatus } from '../../order/status';
import type { OrderInput } from '../order-api';
import type { Language } from './phrases';

/** What the restaurant says to an order that is still being talked about: a total, or what stands in the way. */
export type Quote = {
  questions: { path: string; say: string; choices: Choice[] }[];
  problems: { path: string; code: string; say: string }[];
  say: string;
  /** The order as it is to be handed in: with the menu's ids and prices, and the total that was told. */
  order: OrderInput;
};
/** `held`: a person looks at it before it is made. */
export type Placed = { id: string; number: string; held: boolean } | { refused: string };

/** What a conversation needs from the house. */
export type Desk = {
  shop: Shop;
  /** When the guest's words came. */
  now: number;
  /** Why the shop takes no orders at this moment, in a sentence; null: it does. */
  notNow(language: Language): string | null;
  /** What is on the menu at this moment; null where none is known. */
  menu: MenuIndex | null;
  quote(order: OrderInput, language: Language): Promise<Quote>;
  /** Hands the order in. It is on the disk before this resolves, and a repeat makes no second. */
  place(order: OrderInput): Promise<Placed>;
  /** How the guest's latest order stands; null where there is none. */
  status(guest: string): Promise<{ number: string; status: OrderStatus } | null>;
};
