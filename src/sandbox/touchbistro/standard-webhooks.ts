import { createHmac, timingSafeEqual } from 'node:crypto';

const TOLERANCE_SECONDS = 300;

/** The three headers of Standard Webhooks. https://www.standardwebhooks.com, version 1.0.0 */
export type SignedCall = { headers: Record<string, string>; body: string; now: Date };

/** Why the signature does not hold, or undefined when it does. */
export function signatureProblem({ headers, body, now }: SignedCall, secret: string): string | undefined {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const signatures = headers['webhook-signature'];
  if (!id || !timestamp || !signatures)
    return 'the headers webhook-id, webhook-timestamp and webhook-signature are required';
  if (!/^\d+$/.test(timestamp) || Math.abs(now.getTime() / 1000 - Number(timestamp)) > TOLERANCE_SECONDS)
    return 'webhook-timestamp is too far from now';
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
  const matches = signatures.split(' ').some((signature) => isSame(signature, expected));
  return matches ? undefined : 'webhook-signature does not match';
}

function isSame(signature: string, expected: Buffer): boolean {
  const [version, encoded = ''] = signature.split(',');
  const given = Buffer.from(encoded, 'base64');
  return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
}
