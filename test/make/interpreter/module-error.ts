/** https://help.make.com/types-of-errors, read 2026-11-24. */
export type ErrorType =
  | 'RateLimitError'
  | 'ConnectionError'
  | 'ModuleTimeoutError'
  | 'RuntimeError'
  | 'DataError'
  | 'InvalidAccessTokenError'
  | 'InvalidConfigurationError';

/** Errors after which Make runs a stored execution again by itself. */
const RETRYABLE: readonly ErrorType[] = ['RateLimitError', 'ConnectionError', 'ModuleTimeoutError'];

const BY_STATUS: Record<number, ErrorType> = {
  429: 'RateLimitError',
  503: 'ConnectionError',
  504: 'ConnectionError',
};

/** What a module ends with in Make when it fails: the account's owner sees type and message. */
export class ModuleError extends Error {
  override readonly name = 'ModuleError';

  constructor(
    readonly type: ErrorType,
    message: string,
  ) {
    super(message);
  }

  get isRetryable(): boolean {
    return RETRYABLE.includes(this.type);
  }

  static ofStatus(status: number, body: string): ModuleError {
    return new ModuleError(BY_STATUS[status] ?? 'RuntimeError', `[${status}] ${body}`);
  }
}
