import type { VendorNotification } from './notification';
import type { StaffedVendor } from './sandbox';
import { toRetry as toSquareRetry } from './square/outbound';
import { toRetry as toToastRetry } from './toast/outbound';

/** How a vendor's call went: the answer's status, null where none came in time. */
type Failure = { number: number; status: number | null };
/** `unsent`: nobody could be reached at all. */
export type Result = { status: number | null; unsent: boolean };

/** How a vendor delivers its calls. */
export type DeliveryRules = {
  /** How long it waits for an answer. */
  timeoutMs: number;
  /** Seconds before each repeat; where the vendor documents none there is none, and what fails is lost. */
  repeatAfterSeconds: readonly number[];
  /** Whether it repeats after this answer, which was no 2xx. */
  repeats(result: Result): boolean;
  /** The call as it is repeated for the nth time. */
  toRepeat(call: VendorNotification, failure: Failure): VendorNotification;
};

const ONCE = { repeatAfterSeconds: [], repeats: () => false, toRepeat: (call: VendorNotification) => call };

export const DELIVERY_RULES: Record<StaffedVendor | 'twilio', DeliveryRules> = {
  // Square goes on for 24 hours; these are the first repeats of https://developer.squareup.com/docs/webhooks/overview, read 2026-11-24.
  square: {
    timeoutMs: 10_000,
    repeatAfterSeconds: [60, 120, 240, 480],
    repeats: () => true,
    toRepeat: (call, { number, status }) =>
      toSquareRetry(call, { number, reason: status === null ? 'http_timeout' : 'http_error' }),
  },
  // https://doc.toasttab.com/doc/devguide/apiRetrySupport.html and apiTimeouts.html, read 2026-11-24.
  toast: {
    timeoutMs: 2_000,
    repeatAfterSeconds: [300, 600],
    repeats: ({ status }) => status === null || status === 404 || status === 429 || status >= 500,
    toRepeat: toToastRetry,
  },
  // Clover does not promise when, or whether, a message arrives: https://docs.clover.com/build/webhooks/, read 2026-11-24.
  clover: { timeoutMs: 10_000, ...ONCE },
  // K-Series documents no repeats: https://api-docs.lsk.lightspeed.app/operation/operation-onlineordernotification, read 2026-11-24.
  lightspeed: { timeoutMs: 10_000, ...ONCE },
  // One attempt, whatever the answer: https://developers.deliverect.com/v1.1-restaurants/reference/store-api_order_status_event, read 2026-11-24.
  deliverect: { timeoutMs: 20_000, ...ONCE },
  // Once more, and only where it could not connect: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides, read 2026-11-24.
  twilio: { timeoutMs: 15_000, ...ONCE, repeatAfterSeconds: [0], repeats: ({ unsent }) => unsent },
};
