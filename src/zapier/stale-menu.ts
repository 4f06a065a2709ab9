import { PosError } from '../pos/errors';

/** What a POS answers when it has no such item or option any more, beside a plain 404. */
const GONE = new Set(['item_does_not_exist', 'invalid_modifier', 'UNKNOWN_ENTITY', 'WRONG_GROUP']);

/** Whether the POS has refused an id that the menu in memory still had: nothing was made. */
export function saysUnknownId(error: unknown): boolean {
  if (!(error instanceof PosError) || error.kind !== 'rejected' || error.details.progress) return false;
  return error.details.httpStatus === 404 || GONE.has(error.details.code ?? '');
}
