import { PosError } from '../errors';
import { asText, type Json } from '../json';
import { type CloverSession, write } from './api';
import { isGone } from './errors';
import { isPaid } from './find';

/** Deletes an order (https://docs.clover.com/reference/orderdeleteorder); one that is gone already is deleted too. */
export async function deleteOrder(session: CloverSession, id: string): Promise<void> {
  try {
    await write(session, { method: 'DELETE', path: `/orders/${encodeURIComponent(id)}` });
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** Deletes an order; false where Clover would not, since what went before matters more than this. */
export async function remove(session: CloverSession, id: string): Promise<boolean> {
  try {
    await deleteOrder(session, id);
    return true;
  } catch (error) {
    if (error instanceof PosError) return false;
    throw error;
  }
}

/** Deletes the copies of an order that another door made at the same moment; a paid one is left to people. */
export async function removeCopies(session: CloverSession, copies: Json[]): Promise<string[]> {
  const warnings: string[] = [];
  for (const copy of copies) {
    const id = asText(copy.id) ?? '';
    if (isPaid(copy)) warnings.push(`Clover holds this order twice and ${id} is paid: look at it there.`);
    else if (!(await remove(session, id)))
      warnings.push(`Clover holds this order twice: delete ${id} there by hand.`);
  }
  return warnings;
}
