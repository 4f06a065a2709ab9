import type { CreateOutcome } from '../store/records';
import { ApiProblem, refusedFields } from './problem';

/** The `Idempotency-Key` header, quoted or not; null where there is none. */
export function readIdempotencyKey(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  const text = String(header).trim();
  const key = /^"(.*)"$/.exec(text)?.[1] ?? text;
  if (key.length > 0 && key.length <= 255) return key;
  const message = `has ${key.length} characters; write 1 to 255, the same for each repeat of one order.`;
  throw refusedFields([{ path: 'Idempotency-Key', message }]);
}

/** Another order came under a reference or key that is taken: the answer names what differs. */
export function conflictProblem({
  by,
  record,
  differing,
}: CreateOutcome & { outcome: 'conflict' }): ApiProblem {
  const first = `order ${record.id} (number ${record.number})`;
  const fields = differing.slice(0, 5).join(', ') + (differing.length > 5 ? ', …' : '');
  const errors = differing.map((path) => ({ path, message: `differs from ${record.id}.` }));
  if (by === 'idempotency_key') {
    const detail = `This Idempotency-Key belongs to ${first}, which differs in ${fields}. Use a new key for a new order.`;
    return new ApiProblem('key-reused', detail, { errors });
  }
  const detail = `The external_ref of this order belongs to ${first}, which differs in ${fields}. Use a new reference for a new order.`;
  return new ApiProblem('reference-used', detail, { errors });
}
