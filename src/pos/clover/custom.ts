import { times } from '../../order/money';
import { PosError } from '../errors';
import { asInteger, asObject, asText, type Json, requireText } from '../json';
import { type CloverSession, LENGTHS, write } from './api';
import type { CloverLine } from './lines';
import type { Draft } from './order';
import { elements } from './pages';
import { remove } from './remove';

/**
 * Outside the United States and Canada (https://docs.clover.com/docs/creating-custom-orders): an order without a state is seen by
 * nobody, so it is filled first and opened last. What fails on the way leaves nothing in the kitchen and is removed again.
 * `isTaken` looks once more before opening: filling takes seconds, and another door may have been quicker.
 */
export async function createCustom(
  draft: Draft,
  session: CloverSession,
  isTaken: () => Promise<Json | undefined>,
): Promise<{ placed: Json; taken: boolean }> {
  const hidden = asObject(await post(session, '/orders', draft.head));
  const id = requireText(hidden.id, 'clover', 'order id');
  try {
    const total = await fill(draft, session, id);
    const taken = await isTaken();
    if (taken) {
      await remove(session, id);
      return { placed: taken, taken: true };
    }
    const opened = asObject(await open(session, id, total));
    return { placed: { ...hidden, ...opened, id, total: asInteger(opened.total) ?? total }, taken: false };
  } catch (error) {
    if (!(error instanceof Opening)) await remove(session, id);
    throw error instanceof Opening ? error.reason : error;
  }
}

/** The last step failed: the order may be open by now, so it is looked up, never removed. */
class Opening extends Error {
  constructor(readonly reason: unknown) {
    super('opening failed');
  }
}

/** Clover computes no total for a custom order (https://docs.clover.com/docs/calculating-order-totals): it is told with the opening. */
async function open(session: CloverSession, id: string, total: number): Promise<unknown> {
  return post(session, `/orders/${encodeURIComponent(id)}`, { total, state: 'open' }).catch((error) => {
    throw new Opening(error);
  });
}

/** Lines, then what modifies them, then discounts; returns the total from the prices that Clover answered. */
async function fill(draft: Draft, session: CloverSession, id: string): Promise<number> {
  const path = `/orders/${encodeURIComponent(id)}`;
  let total = 0;
  for (const chunk of chunks(draft.lines, LENGTHS.linesPerRequest)) {
    const items = chunk.map(({ modifications: _, ...line }) => line);
    const made = elements(await post(session, `${path}/bulk_line_items`, { items }));
    for (const { line, answer } of pair(chunk, made)) {
      total += times(asInteger(answer.price) ?? line.price ?? 0, quantityOf(line));
      const lineId = requireText(answer.id, 'clover', 'line id');
      for (const modification of line.modifications ?? []) {
        const added = await post(session, `${path}/line_items/${lineId}/modifications`, modification);
        total += asInteger(asObject(added).amount) ?? 0;
      }
    }
  }
  for (const discount of draft.discounts) {
    await post(session, `${path}/discounts`, discount);
    total += discount.amount;
  }
  return Math.max(0, total);
}

/** Clover does not promise to answer lines in the order they were sent in: equal lines are interchangeable, others are told apart. */
function pair(lines: CloverLine[], made: Json[]): { line: CloverLine; answer: Json }[] {
  const left = [...made];
  return lines.map((line) => {
    const index = left.findIndex((answer) => isSame(line, answer));
    const [answer] = index < 0 ? [] : left.splice(index, 1);
    if (answer) return { line, answer };
    const message = 'Clover answered other lines than were sent. Nothing was opened; the order is sent anew.';
    throw new PosError('unclear', 'clover', message, { code: 'LINES_DIFFER' });
  });
}

function isSame(line: CloverLine, answer: Json): boolean {
  const item = asText(asObject(answer.item).id);
  const same = line.item ? item === line.item.id : item === undefined && answer.name === line.name;
  return same && (asText(answer.note) ?? '') === (line.note ?? '');
}

function quantityOf(line: CloverLine): string {
  return line.unitQty === undefined ? '1' : (line.unitQty / 1000).toFixed(3);
}

function chunks<T>(list: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

function post(session: CloverSession, path: string, body: unknown): Promise<unknown> {
  return write(session, { method: 'POST', path, body });
}
