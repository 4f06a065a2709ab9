/** The five things that can go wrong with a vendor; every door decides each of them in a table. */
export type PosErrorKind = 'credentials' | 'rejected' | 'throttled' | 'unreachable' | 'unclear';

/** What happened at the vendor before it went wrong: a half state that a second attempt completes instead of repeating. */
export type Progress = { pos_order_id: string; completed: Step[] };
export type Step = 'order' | 'payment' | 'print';

type Details = {
  /** The vendor's own code, as it wrote it. */
  code?: string;
  httpStatus?: number;
  retryAfterSeconds?: number;
  progress?: Progress;
};

/**
 * A vendor call that failed, as one of five kinds. The message names the vendor, its code and the next step,
 * and holds no secret and nothing about the guest.
 */
export class PosError extends Error {
  override readonly name = 'PosError';
  constructor(
    readonly kind: PosErrorKind,
    readonly vendor: string,
    message: string,
    readonly details: Details = {},
  ) {
    super(message);
  }

  /** The same error, with what had been done before it. */
  after(progress: Progress): PosError {
    return new PosError(this.kind, this.vendor, this.message, { ...this.details, progress });
  }
}

const EXACT: Record<number, PosErrorKind> = {
  401: 'credentials',
  403: 'credentials',
  408: 'unclear',
  429: 'throttled',
};

/** The kind an HTTP status means where the vendor's own table is silent. */
export function kindOfStatus(status: number): PosErrorKind {
  return EXACT[status] ?? (status >= 400 && status < 500 ? 'rejected' : 'unclear');
}
