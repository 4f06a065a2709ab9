import { spokenMoney } from '../order/money';
import { allergyText, noteLines, serviceTitle, wantedText } from '../order/ticket-text';
import { PosError } from './errors';
import { fitText } from './fit-text';
import { type PosItem, type PosOrder, zoneOf } from './pos-order';

type Room = {
  vendor: string;
  /** What the vendor's field holds, in characters. */
  max: number;
  /** Lines that this vendor has no field for, put after the allergy. */
  extra?: (string | null)[];
  /** Leave out what this vendor shows elsewhere. */
  omit?: ('guest' | 'wanted')[];
  separator?: string;
};

/**
 * The order-level note: allergy first, then service, wanted time, what the vendor has no field for, guest, address, notes.
 * What does not fit is cut at the end and reported in `warnings`; an allergy that does not fit is refused, never cut.
 */
export function kitchenNote(order: PosOrder, room: Room): { text: string; warnings: string[] } {
  const { vendor, max, extra = [], omit = [], separator = '\n' } = room;
  // A test ticket says so before anything else; an allergy outranks every other line.
  const test = order.test ? 'TEST, DO NOT MAKE' : null;
  const allergy = allergyText(order);
  const space = max - 1 - (test ? test.length + separator.length : 0);
  if (allergy && allergy.length > space) {
    throw new PosError(
      'rejected',
      vendor,
      `The allergy note has ${allergy.length} characters and this POS takes ${space}. Shorten it: it is never cut.`,
      { code: 'ALLERGY_TOO_LONG' },
    );
  }
  const guest = [order.customer.name, order.customer.phone].filter(Boolean).join('  ');
  const lines = [
    test,
    allergy,
    serviceTitle(order),
    omit.includes('wanted') ? null : `WANTED: ${wantedText(order, zoneOf(order))}`,
    ...extra,
    ...noteLines(order).filter((line) => !(omit.includes('guest') && line === guest)),
    order.tip > 0 && order.payment.state === 'unpaid'
      ? `Tip promised: ${spokenMoney(order.tip, order.currency)}`
      : null,
  ].filter((line): line is string => Boolean(line));
  return cutTo(lines.join(separator), max);
}

/** A line's own note: allergy first, CHECK mark, words. `words` are options that this vendor takes only as text. */
export function lineNote(
  item: PosItem,
  words: string[],
  room: { max: number },
): { text: string | undefined; warnings: string[] } {
  const allergy = item.allergy && item.notes ? `ALLERGY: ${item.notes.toUpperCase()}` : null;
  // The order's own note holds every allergy whole: here none is better than half of one.
  const first = allergy && allergy.length > room.max - 1 ? 'ALLERGY: SEE THE ORDER NOTE' : allergy;
  const check = item.check ? 'CHECK: not on the menu as said' : null;
  const all = [first, check, ...words, item.allergy ? null : item.notes].filter(Boolean);
  return all.length === 0 ? { text: undefined, warnings: [] } : cutTo(all.join('; '), room.max);
}

/** What an ad-hoc line is called: the words said, marked where staff must look. */
export function openItemName(item: PosItem, max: number): string {
  return fitText(`${item.check ? 'CHECK: ' : ''}${item.name}`, max);
}

function cutTo(text: string, max: number): { text: string; warnings: string[] } {
  if (text.length <= max) return { text, warnings: [] };
  const kept = fitText(text, max - 1);
  return {
    text: `${kept}…`,
    warnings: [
      `A note was longer than the ${max} characters this POS takes and was cut: "${text.slice(kept.length)}" is missing on the ticket.`,
    ],
  };
}
