import { createHash, randomBytes } from 'node:crypto';
import { Tokens } from '@fastify/csrf';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedIn } from '../../store/sign-in';
import type { Services } from '../services';

/** A tablet in a kitchen stays signed in for a month. */
const SESSION_MS = 30 * 24 * 3_600_000;

type Parts = Pick<Services, 'store' | 'now'> & { isHttps: boolean };

const hashOf = (secret: string) => createHash('sha256').update(secret).digest();
const newSecret = () => randomBytes(32).toString('base64url');

/**
 * Who is signed in. The browser holds a random text in a signed cookie that no script can read; the store holds its hash. Tokens of
 * forms are made from a secret of the session, before signing in from one in a cookie of its own.
 */
export class SessionDesk {
  private readonly tokens = new Tokens({ saltLength: 16 });
  private readonly names: { session: string; form: string };
  private readonly attributes;
  constructor(private readonly parts: Parts) {
    // With this prefix a browser takes the cookie from this very host over HTTPS only (RFC 6265bis).
    const prefix = parts.isHttps ? '__Host-' : '';
    this.names = { session: `${prefix}orderwire`, form: `${prefix}orderwire-form` };
    this.attributes = {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: parts.isHttps,
      signed: true,
    } as const;
  }

  /** Undefined where nobody is signed in. */
  async of(request: FastifyRequest): Promise<SignedIn | undefined> {
    const secret = this.read(request, this.names.session);
    return secret === null ? undefined : this.parts.store.session(hashOf(secret), this.parts.now());
  }

  /** Signs in under a new id, whatever the browser held before. */
  async open(request: FastifyRequest, reply: FastifyReply, key_id: string): Promise<void> {
    const { store, now } = this.parts;
    await this.endOwn(request);
    const secret = newSecret();
    const at = now();
    const session = { hash: hashOf(secret), key_id, form_secret: newSecret(), expires_at: at + SESSION_MS };
    await store.openSession(session, { key_id, at });
    reply.setCookie(this.names.session, secret, { ...this.attributes, maxAge: SESSION_MS / 1000 });
    reply.clearCookie(this.names.form, this.attributes);
  }

  /** Ends this session, or every one of the key. */
  async end(request: FastifyRequest, reply: FastifyReply, everywhere: boolean): Promise<void> {
    const signedIn = everywhere ? await this.of(request) : undefined;
    if (signedIn) await this.parts.store.endSessionsOf(signedIn.key.id);
    else await this.endOwn(request);
    reply.clearCookie(this.names.session, this.attributes);
  }

  /** A token for the forms of a page; another one each time, so that a compressed page tells nothing about it. */
  formToken(request: FastifyRequest, reply: FastifyReply): string {
    const known = request.signedIn?.form_secret ?? this.read(request, this.names.form);
    const secret = known ?? newSecret();
    if (known === null) reply.setCookie(this.names.form, secret, this.attributes);
    return this.tokens.create(secret);
  }

  isOurForm(request: FastifyRequest, token: unknown): boolean {
    const secret = request.signedIn?.form_secret ?? this.read(request, this.names.form);
    return secret !== null && typeof token === 'string' && this.tokens.verify(secret, token);
  }

  private async endOwn(request: FastifyRequest): Promise<void> {
    const secret = this.read(request, this.names.session);
    if (secret !== null) await this.parts.store.endSession(hashOf(secret));
  }

  private read(request: FastifyRequest, name: string): string | null {
    const cookie = request.cookies?.[name];
    const { valid, value } =
      cookie === undefined ? { valid: false, value: null } : request.unsignCookie(cookie);
    return valid ? value : null;
  }
}
