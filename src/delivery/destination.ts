import type { Claim, Decide } from '../store/delivery-records';

/** Sends one claimed row to where it goes, and comes back with what to write about it. Only a programming error rejects. */
export type Destination = {
  send(claim: Claim): Promise<Decide>;
  /** How many rows of one lane may be on their way at once. */
  concurrent(claim: { lane: string }): number;
};
