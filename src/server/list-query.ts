import { type Static, Type } from 'typebox';
import { toE164 } from '../order/phone';
import { InputProblems, type Problem, shown } from '../order/problems';
import { ORDER_STATUSES, type OrderStatus } from '../order/status';
import type { OrderQuery, Position } from '../store/records';

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

export const OrderListQuery = Type.Object(
  {
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
    cursor: Type.Optional(Type.String({ maxLength: 200, description: '`next_cursor` of the page before.' })),
    status: Type.Optional(
      Type.String({ maxLength: 300, description: `One or more, with commas: ${ORDER_STATUSES.join(', ')}.` }),
    ),
    since: Type.Optional(
      Type.String({
        maxLength: 40,
        description: 'Orders changed at or after this time (RFC 3339); the latest change first.',
      }),
    ),
    location_id: Type.Optional(Type.String({ maxLength: 64 })),
    acked: Type.Optional(Type.Boolean({ description: 'Whether a reader has acknowledged the order.' })),
    external_ref: Type.Optional(Type.String({ maxLength: 191 })),
    phone: Type.Optional(
      Type.String({ maxLength: 50, description: "The guest's number, or its last four digits." }),
    ),
  },
  { additionalProperties: false },
);
type Given = Static<typeof OrderListQuery>;

/** The query of `GET /v1/orders` to what the store takes; throws naming every value that is wrong. */
export function readListQuery(given: Given, shops: { ids: string[]; country: string }): OrderQuery {
  const problems: Problem[] = [];
  const query: OrderQuery = {
    limit: given.limit,
    after: given.cursor === undefined ? undefined : readCursor(given.cursor, sortOf(given), problems),
    location_ids: shops.ids,
    statuses: given.status === undefined ? undefined : readStatuses(given.status, problems),
    acked: given.acked,
    since: given.since === undefined ? undefined : readSince(given.since, problems),
    external_ref: given.external_ref,
    phone: given.phone === undefined ? undefined : readPhone(given.phone, shops.country, problems),
  };
  if (problems.length > 0) throw new InputProblems(problems);
  return query;
}

/** A place in a list as callers hold it. It says what it sorts by, so that it cannot be used in a list sorted otherwise. */
export function toCursor(position: Position, given: Given): string {
  return Buffer.from(`${sortOf(given)}.${position.at}.${position.id}`).toString('base64url');
}

function sortOf({ since, external_ref, phone }: Given): 'u' | 'c' {
  return since !== undefined && external_ref === undefined && phone === undefined ? 'u' : 'c';
}

function readCursor(cursor: string, sort: string, problems: Problem[]): Position | undefined {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const [, sorted, at, id] = /^([uc])\.(\d{1,15})\.(ord_\w{1,40})$/.exec(text) ?? [];
  if (id !== undefined && sorted === sort) return { at: Number(at), id };
  const message =
    id === undefined
      ? 'is no cursor of this list; send next_cursor as it was given, or leave it out to start at the newest.'
      : 'belongs to a list with other filters; send the same filters as for the first page.';
  problems.push({ path: 'cursor', message });
  return undefined;
}

function readStatuses(text: string, problems: Problem[]): OrderStatus[] {
  const words = text.split(',').map((word) => word.trim());
  const known = ORDER_STATUSES.filter((status) => words.includes(status));
  const unknown = words.filter((word) => !known.some((status) => status === word));
  if (unknown.length > 0) {
    const message = `${unknown.map(shown).join(', ')} is not a status; write one or more of ${ORDER_STATUSES.join(',')}.`;
    problems.push({ path: 'status', message });
  }
  return known;
}

function readSince(text: string, problems: Problem[]): number | undefined {
  // A plus sign that was not encoded arrives as a space.
  const repaired = text.trim().replace(/ (\d{2}:\d{2})$/, '+$1');
  const at = RFC3339.test(repaired) ? Date.parse(repaired) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  const message = `${shown(text)} is not a time with an offset; write one like "2026-11-27T19:15:00Z".`;
  problems.push({ path: 'since', message });
  return undefined;
}

function readPhone(text: string, country: string, problems: Problem[]): OrderQuery['phone'] {
  const digits = text.replaceAll(/\D/g, '');
  if (digits.length === 4) return { last4: digits };
  const e164 = toE164(text.replace(/^ /, '+'), country);
  if (e164) return { e164 };
  const message = `${shown(text)} is not a phone number; write it like "+14155550123", or its last four digits.`;
  problems.push({ path: 'phone', message });
  return undefined;
}
