import type { NewDelivery } from './delivery-records';
import type { Act } from './records';

/** A night as it was kept. `body` belongs to the room that rehearses. */
export type StoredNight = { business_day: string; body: Record<string, unknown> };
export type NewNight = StoredNight & {
  connection: { id: string; restaurant_id: string; location_id: string };
  /** What tells the shop of it; null: nobody can be told. */
  mail: NewDelivery | null;
};

/** Nights of rehearsal. */
export interface RehearsalStore {
  /** The night and its mail, both or neither; false where it was kept before. */
  keepNight(night: NewNight, act: Act): Promise<boolean>;
  /** Latest first. */
  nightsOf(connection_id: string, limit: number): Promise<StoredNight[]>;
}
