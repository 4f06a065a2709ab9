import { createCloverSimulator } from './clover';
import { createDeliverectSimulator } from './deliverect';
import { FaultySimulator } from './faults';
import { createLightspeedSimulator } from './lightspeed';
import { Mailbox } from './mailbox';
import type { StaffedSimulator } from './notification';
import type { KitchenTicket, Simulator } from './simulator';
import { createSquareSimulator } from './square';
import { createToastSimulator } from './toast';
import { createTouchBistroSimulator } from './touchbistro';
import { createTwilioSimulator } from './twilio';

/** The vendors whose staff act and whose changes are told; the invented partner of TouchBistro has neither. */
export const STAFFED_VENDORS = ['square', 'toast', 'clover', 'lightspeed', 'deliverect'] as const;
export type StaffedVendor = (typeof STAFFED_VENDORS)[number];

const MAKERS = {
  square: createSquareSimulator,
  toast: createToastSimulator,
  clover: createCloverSimulator,
  lightspeed: createLightspeedSimulator,
  touchbistro: createTouchBistroSimulator,
  deliverect: createDeliverectSimulator,
} satisfies Record<StaffedVendor, () => StaffedSimulator> & Record<string, () => Simulator>;

/** The first part of a simulator's address: `/square/v2/orders`. */
export type SandboxVendor = keyof typeof MAKERS;
export const SANDBOX_VENDORS = Object.keys(MAKERS) as SandboxVendor[];

/** All POS simulators of one sandbox and Twilio, each behind its faults, and the mailbox. */
export class Sandbox {
  readonly mailbox = new Mailbox();
  readonly twilio = createTwilioSimulator();
  private readonly simulators = new Map<string, FaultySimulator>([
    ...SANDBOX_VENDORS.map((vendor) => [vendor, new FaultySimulator(MAKERS[vendor]())] as const),
    ['twilio', new FaultySimulator(this.twilio)],
  ]);

  /** A vendor's simulator, undefined for an unknown name. */
  find(vendor: string): FaultySimulator | undefined {
    return this.simulators.get(vendor);
  }

  /** The simulator of a vendor that has staff and calls, undefined for any other name. */
  staffed(vendor: string): StaffedSimulator | undefined {
    const known = STAFFED_VENDORS.some((one) => one === vendor);
    return known ? (this.find(vendor)?.simulator as StaffedSimulator) : undefined;
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
