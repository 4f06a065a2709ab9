import type { HttpClient } from '../http';
import type { HookRecord } from '../store/records';
import { createGuardedHttpClient } from './guarded-http-client';
import { type AddressPolicy, assertPublicAddress } from './public-address';
import { CannotOpen, type SecretBox } from './secret-box';

/** What a receiver answers is read no further: only its status counts. */
const LONGEST_ANSWER = 256 * 1024;

/** What calling hooks needs: the guarded client, which addresses may be called, and the secrets in the clear. */
export class HookDesk {
  readonly http: HttpClient;
  constructor(
    private readonly box: SecretBox,
    readonly addresses: AddressPolicy,
  ) {
    this.http = createGuardedHttpClient(addresses, { mostBytes: LONGEST_ANSWER });
  }

  /** Throws `RefusedAddress`. */
  assertAddress(url: string): void {
    assertPublicAddress(url, this.addresses);
  }

  seal(secret: string, hook_id: string): Buffer {
    return this.box.seal(secret, hook_id);
  }

  /** The secret in force; during a rotation also the one before it. One that was sealed under another key is left out. */
  secretsOf({ id, secret, previous_secret, previous_until }: HookRecord, now: number): string[] {
    const rotating = previous_secret !== null && previous_until !== null && previous_until > now;
    return [secret, ...(rotating ? [previous_secret] : [])].flatMap((sealed) => this.open(sealed, id));
  }

  private open(sealed: Buffer, id: string): string[] {
    try {
      return [this.box.open(sealed, id)];
    } catch (error) {
      if (error instanceof CannotOpen) return [];
      throw error;
    }
  }
}
