import type { Act, ApiKey } from './records';

/** Whose session it is. A page's forms carry tokens made from `form_secret`. */
export type SignedIn = { key: ApiKey; form_secret: string; expires_at: number };
export type NewSession = { hash: Buffer; key_id: string; form_secret: string; expires_at: number };
export type NewLink = { hash: Buffer; key_id: string; expires_at: number };

/** Who is signed in to the pages. Secrets come as hashes; what has expired is gone. */
export interface SignInStore {
  /** Undefined once the session has ended or its key was revoked. */
  session(hash: Buffer, now: number): Promise<SignedIn | undefined>;
  openSession(session: NewSession, act: Act): Promise<void>;
  endSession(hash: Buffer): Promise<void>;
  /** Signs out everywhere whoever came in with this key. */
  endSessionsOf(key_id: string): Promise<void>;
  /** Keeps a link that is mailed; false where one for the same key was kept since a moment. */
  keepLink(link: NewLink, since: number, act: Act): Promise<boolean>;
  /** Whether a link is still good. */
  isLink(hash: Buffer, now: number): Promise<boolean>;
  /** The key that a link signs in with: once, then the link is gone. */
  useLink(hash: Buffer, now: number): Promise<string | undefined>;
}
