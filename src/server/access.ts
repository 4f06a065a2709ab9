import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type ApiKey, KEY_SCOPES, type KeyScope, type Scope } from '../store/records';
import type { Store } from '../store/store';
import { ApiProblem } from './problem';

/** Whose request it is and what the key may do. */
export type Access = { key: ApiKey; scope: Scope };

declare module 'fastify' {
  interface FastifyRequest {
    access: Access | null;
  }
  interface FastifyContextConfig {
    /** What a key needs for this route. Every route has this or `public`. */
    scope?: KeyScope;
    /** Answers without a key. */
    public?: true;
  }
}

export function hashKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** What may be the key in a request: Bearer, X-API-Key, or Basic with the key as user name or password. */
export function presentedKeys(headers: FastifyRequest['headers']): string[] {
  const plain = headers['x-api-key'];
  if (typeof plain === 'string' && plain.trim() !== '') return [plain.trim()];
  const [, scheme = '', value = ''] = /^(\S+)\s+(\S+)\s*$/.exec(headers.authorization ?? '') ?? [];
  if (scheme.toLowerCase() === 'bearer') return [value];
  if (scheme.toLowerCase() !== 'basic') return [];
  const [user = '', password = ''] = Buffer.from(value, 'base64').toString('utf8').split(/:(.*)/s);
  return [password, user].filter((half) => half !== '');
}

/** Finds out whose request it is; refuses a missing, unknown or revoked key, and one without the scope. */
export async function authorise(store: Store, request: FastifyRequest, needed: KeyScope): Promise<Access> {
  const presented = presentedKeys(request.headers);
  if (presented.length === 0) {
    throw unauthorised('Send your API key as "Authorization: Bearer <key>" or "X-API-Key: <key>".');
  }
  const found = await Promise.all(presented.map((one) => store.findKey(hashKey(one))));
  const key = found.find((one) => one && one.revoked_at === null);
  if (!key) {
    throw unauthorised(
      'This API key is wrong or was deleted. Make one under /v1/keys, or ask whoever runs OrderWire.',
    );
  }
  if (!scopesOf(key.scope).includes(needed)) {
    const detail = `This key has the scope "${key.scope}"; this needs "${needed}". Use a key with "${needed}".`;
    throw new ApiProblem('missing-scope', detail);
  }
  return { key, scope: { restaurant_id: key.restaurant_id, location_ids: key.location_ids } };
}

/** A scope with those it contains: `write` also reads. */
export function scopesOf(scope: KeyScope): KeyScope[] {
  return KEY_SCOPES.slice(0, KEY_SCOPES.indexOf(scope) + 1);
}

/** The access that the request was let in with. */
export function accessOf(request: FastifyRequest): Access {
  if (!request.access) throw new Error('A route that needs a key was reached without one.');
  return request.access;
}

/** Some things concern the whole restaurant: a key limited to shops may not touch them. */
export function mustHaveAllShops({ scope }: Access): void {
  if (scope.location_ids === null) return;
  const detail = `This key is limited to ${scope.location_ids.join(', ')}; this concerns the whole restaurant and needs an unlimited key.`;
  throw new ApiProblem('missing-scope', detail);
}

function unauthorised(detail: string): ApiProblem {
  return new ApiProblem('wrong-key', detail, { headers: { 'www-authenticate': 'Bearer realm="OrderWire"' } });
}
