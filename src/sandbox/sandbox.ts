import { createCloverSimulator } from './clover';
import { createDeliverectSimulator } from './deliverect';
import { FaultySimulator } from './faults';
import { createLightspeedSimulator } from './lightspeed';
import { Mailbox } from './mailbox';
import type { KitchenTicket } from './simulator';
import { createSquareSimulator } from './square';
import { createToastSimulator } from './toast';
import { createTouchBistroSimulator } from './touchbistro';

const MAKERS = {
  square: createSquareSimulator,
  toast: createToastSimulator,
  clover: createCloverSimulator,
  lightspeed: createLightspeedSimulator,
  touchbistro: createTouchBistroSimulator,
  deliverect: createDeliverectSimulator,
};

/** The first part of a simulator's address: `/square/v2/orders`. */
export type SandboxVendor = keyof typeof MAKERS;
export const SANDBOX_VENDORS = Object.keys(MAKERS) as SandboxVendor[];

/** All POS simulators of one sandbox, each behind its faults, and the mailbox. */
export class Sandbox {
  readonly mailbox = new Mailbox();
  private readonly simulators = new Map(
    SANDBOX_VENDORS.map((vendor) => [vendor as string, new FaultySimulator(MAKERS[vendor]())]),
  );

  /** A vendor's simulator, undefined for an unknown name. */
  find(vendor: string): FaultySimulator | undefined {
    return this.simulators.get(vendor);
  }

  /** What a user needs to connect: the known credentials and ids of each vendor. */
  facts(): Record<string, Record<string, string>> {
    return Object.fromEntries(
      [...this.simulators].map(([vendor, { simulator }]) => [vendor, simulator.facts]),
    );
  }

  /** Every ticket of every POS, the newest first. */
  tickets(now: Date): KitchenTicket[] {
    return [...this.simulators.values()]
      .flatMap(({ simulator }) => simulator.tickets(now))
      .sort((a, b) => b.created_at.localeCompare(a.created_at));
  }

  /** Takes all faults back; tickets stay. */
  disarm(): void {
    for (const simulator of this.simulators.values()) simulator.disarm();
  }

  reset(): void {
    for (const simulator of this.simulators.values()) simulator.reset();
    this.mailbox.reset();
  }
}
