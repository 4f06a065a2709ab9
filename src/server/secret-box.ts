import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scryptSync } from 'node:crypto';

const FORMAT = 1;
const SIZES = { keyId: 4, nonce: 12, tag: 16 };
const HEAD = 1 + SIZES.keyId;

/** A sealed value that this box cannot open, in words for whoever runs OrderWire. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
}

/**
 * Seals what must not lie in the database in the clear (AES-256-GCM). A sealed value belongs to its row: under another row's id
 * it does not open. In front of it stands the id of its key, so that a later version can hold several keys and reseal.
 */
export class SecretBox {
  private readonly master: Buffer;
  private readonly key: Buffer;
  private readonly keyId: Buffer;
  constructor(secret: string) {
    // Slow on purpose, and once a start: the text may have been thought up by a person.
    this.master = scryptSync(secret, 'OrderWire', 32);
    this.key = this.derive('sealing');
    this.keyId = this.derive('key id').subarray(0, SIZES.keyId);
  }

  /** A key for something else, which tells nothing about the others. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.master, '', `OrderWire ${purpose}`, 32));
  }

  seal(text: string, rowId: string): Buffer {
    const nonce = randomBytes(SIZES.nonce);
    const head = Buffer.concat([Buffer.from([FORMAT]), this.keyId]);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(boundTo(head, rowId));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([head, nonce, cipher.getAuthTag(), sealed]);
  }

  /** The sealed text; throws `CannotOpen`. */
  open(sealed: Uint8Array, rowId: string): string {
    const bytes = Buffer.from(sealed);
    const head = bytes.subarray(0, HEAD);
    if (head[0] !== FORMAT || bytes.length < HEAD + SIZES.nonce + SIZES.tag) throw damaged(rowId);
    if (!head.subarray(1).equals(this.keyId)) throw wrongKey(rowId);
    const nonce = bytes.subarray(HEAD, HEAD + SIZES.nonce);
    const tag = bytes.subarray(HEAD + SIZES.nonce, HEAD + SIZES.nonce + SIZES.tag);
    const body = bytes.subarray(HEAD + SIZES.nonce + SIZES.tag);
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, nonce, { authTagLength: SIZES.tag });
      decipher.setAAD(boundTo(head, rowId)).setAuthTag(tag);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    } catch {
      throw damaged(rowId);
    }
  }
}

function boundTo(head: Buffer, rowId: string): Buffer {
  return Buffer.concat([head, Buffer.from(rowId)]);
}

function wrongKey(rowId: string): CannotOpen {
  return new CannotOpen(
    `The credentials of ${rowId} were saved under another secret. Set ORDERWIRE_SECRET to the one of that time (or put back the .secret file beside the database), or enter the credentials again.`,
  );
}

function damaged(rowId: string): CannotOpen {
  return new CannotOpen(
    `The credentials of ${rowId} are damaged or were sealed for something else. Enter them again.`,
  );
}
