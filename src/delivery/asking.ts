import type { Store } from '../store/store';
import type { Background } from './background';
import type { Outlet, PosOutlets, SpeedLimits } from './pos-outlet';
import type { Timing } from './timing';

/** What asking a POS after its orders needs. */
export type AskingParts = {
  store: Store;
  outlets: PosOutlets;
  limits: SpeedLimits;
  timing: Timing;
  background: Background;
  now: () => number;
  newId: (prefix: string) => string;
};
export type Place = { restaurant_id: string; connection_id: string };

/** A connection opened for questions: they leave after all orders that wait. */
export async function openToAsk(
  { restaurant_id, connection_id }: Place,
  { outlets, limits }: Pick<AskingParts, 'outlets' | 'limits'>,
): Promise<Outlet> {
  return limits.of(await outlets.open(restaurant_id, connection_id), connection_id, 'menu');
}
