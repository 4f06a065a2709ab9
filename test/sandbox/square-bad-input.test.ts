import fc from 'fast-check';
import { openSquare, PHONE_ORDER } from '../support/square-sandbox';

type Json = Record<string, unknown>;

/** Every place inside a value where something else could stand. */
function places(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, entry]) => places(entry, [...path, key]))];
}

function put(value: unknown, path: (string | number)[], replacement: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((entry, at) => (String(at) === key ? put(entry, rest, replacement) : entry));
  return { ...(value as Json), [key]: put((value as Json)[key], rest, replacement) };
}

const PAYMENT = {
  source_id: 'EXTERNAL',
  idempotency_key: 'k',
  amount_money: { amount: 4748, currency: 'USD' },
  order_id: 'SQORDERSANDBOX1001',
  external_details: { type: 'OTHER', source: 'Phone order' },
};
const SEARCH = {
  location_ids: ['LSANDBOX1'],
  limit: 5,
  cursor: 'WzUsIm51bGwiXQ',
  query: {
    filter: { date_time_filter: { created_at: { start_at: '2026-11-27T18:00:00Z' } } },
    sort: { sort_field: 'CREATED_AT' },
  },
};
const REQUESTS: { method: string; path: string; body: unknown }[] = [
  { method: 'POST', path: '/v2/orders', body: { idempotency_key: 'k', order: PHONE_ORDER } },
  { method: 'POST', path: '/v2/orders/calculate', body: { order: PHONE_ORDER } },
  { method: 'POST', path: '/v2/payments', body: PAYMENT },
  { method: 'POST', path: '/v2/orders/search', body: SEARCH },
  { method: 'POST', path: '/v2/catalog/search', body: { object_types: ['ITEM'], limit: 2 } },
  {
    method: 'PUT',
    path: '/v2/orders/SQORDERSANDBOX1001',
    body: {
      idempotency_key: 'k',
      order: { ...PHONE_ORDER, version: 1 },
      fields_to_clear: ['line_items[sq-line-1].note'],
    },
  },
];

describe('a request with anything anywhere in it', () => {
  it.each(REQUESTS)(
    '$method $path is answered, never a crash, and no read breaks after it',
    ({ method, path, body }) => {
      const anything = fc.oneof(
        fc.jsonValue(),
        fc.constantFrom('-1', '1e3', '٣', '', 'P', '9'.repeat(12), 2 ** 53),
      );
      fc.assert(
        fc.property(fc.constantFrom(...places(body)), anything, (place, replacement) => {
          const square = openSquare();
          square.order();
          const { status, body: answer } = square.call(path, put(body, place, replacement), { method });
          expect([200, 400, 404, 501]).toContain(status);
          if (status !== 200) expect(answer.errors).toHaveLength(1);
          for (const { total, lines } of square.tickets()) {
            expect(total).toBeGreaterThanOrEqual(0);
            expect(lines.every(({ quantity }) => /^\d+$/.test(quantity))).toBe(true);
          }
          expect(square.call('/v2/orders/search', { location_ids: ['LSANDBOX1'] }).status).toBe(200);
        }),
        { numRuns: 300 },
      );
    },
  );
});
