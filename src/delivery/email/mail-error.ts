/** What can go wrong with a mail: `unclear` means that it may have arrived. */
export type MailErrorKind = 'temporary' | 'permanent' | 'credentials' | 'unclear';

/** A mail that did not leave, or perhaps did. The message names the next step and holds no password and nothing of the mail. */
export class MailError extends Error {
  override readonly name = 'MailError';
  constructor(
    readonly kind: MailErrorKind,
    message: string,
    /** The server's reply code, or what the connection died of. */
    readonly code: string,
  ) {
    super(message);
  }
}
