import type { HttpClient } from '../http';
import type { HookRecord } from '../store/records';
import { createGuardedHttpClient } from './guarded-http-client';
import { type AddressPolicy, assertPublicAddress } from './public-address';
import type { SecretBox } from './secret-box';

/** What calling hooks needs: the guarded client, which addresses may be called, and the secrets in the clear. */
export class HookDesk {
  readonly http: HttpClient;
  constructor(
    private readonly box: SecretBox,
    readonly addresses: AddressPolicy,
  ) {
    this.http = createGuardedHttpClient(addresses);
  }

  /** Throws `RefusedAddress`. */
  assertAddress(url: string): void {
    assertPublicAddress(url, this.addresses);
  }

  seal(secret: string, hook_id: string): Buffer {
    return this.box.seal(secret, hook_id);
  }

  /** The secret in force; during a rotation also the one before it. */
  secretsOf({ id, secret, previous_secret, previous_until }: HookRecord, now: number): string[] {
    const rotating = previous_secret !== null && previous_until !== null && previous_until > now;
    return [secret, ...(rotating ? [previous_secret] : [])].map((sealed) => this.box.open(sealed, id));
  }
}
