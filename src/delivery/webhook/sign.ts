import { createHmac, randomBytes } from 'node:crypto';
import type { HttpRequest } from '../../http';

const PREFIX = 'whsec_';
/** What a receiver may take (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md, read 2026-11-24: 15 to 30 s). */
export const HOOK_TIMEOUT_MS = 15_000;

export type HookMessage = {
  url: string;
  /** The same for every repeat, so that a receiver knows one. */
  id: string;
  /** Milliseconds: when this attempt leaves. */
  at: number;
  body: string;
  /** The secret in force, and during a rotation the one before it; none where they cannot be read. */
  secrets: string[];
};

/** A call as Standard Webhooks has it: signed over id, time and body. */
export function toHookRequest({ url, id, at, body, secrets }: HookMessage): HttpRequest {
  const timestamp = String(Math.floor(at / 1000));
  const signatures = secrets.map((secret) => `v1,${signature(secret, `${id}.${timestamp}.${body}`)}`);
  return {
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'OrderWire-Webhooks',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatures.join(' '),
    },
    body,
    timeoutMs: HOOK_TIMEOUT_MS,
  };
}

function signature(secret: string, signed: string): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return createHmac('sha256', key).update(signed).digest('base64');
}

/** A new secret: 192 random bits, as Standard Webhooks writes them. */
export function createHookSecret(random: (size: number) => Buffer = randomBytes): string {
  return `${PREFIX}${random(24).toString('base64')}`;
}
