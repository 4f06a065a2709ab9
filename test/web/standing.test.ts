import { DELIVERY_STATES } from '../../src/order/delivery';
import { ORDER_STATUSES, type OrderStatus } from '../../src/order/status';
import type { DeliveryRecord } from '../../src/store/delivery-records';
import { type Standing, standingOf, standingOfOrder, type Way } from '../../src/web/standing';

const NEEDS: Way[] = ['held', 'blocked', 'refused', 'needs_attention'];
const WAITS: Way[] = ['none', 'later', 'pending', 'sending', 'unknown', 'verifying', 'retry_wait'];
const SENT: Way[] = ['taken', 'delivered', 'delivered_degraded'];
const SEEN: Way[] = ['confirmed_by_pos', 'manual_done'];
const WAYS: Way[] = [...DELIVERY_STATES, 'later', 'taken', 'none'];

const CLOSED: OrderStatus[] = ['completed', 'rejected', 'cancelled', 'expired'];
const COOKED: OrderStatus[] = ['in_preparation', 'ready', 'out_for_delivery'];
const EARLY: OrderStatus[] = ['received', 'scheduled', 'sent', 'accepted'];

/** The five words as a restaurant is told them. */
function expected(status: OrderStatus, way: Way): Standing {
  if (CLOSED.includes(status)) return 'closed';
  if (NEEDS.includes(way) || status === 'held') return 'needs_you';
  if (COOKED.includes(status) || SEEN.includes(way)) return 'seen';
  if (SENT.includes(way)) return 'sent';
  return WAITS.includes(way) ? 'waiting' : 'closed';
}

it('says one of five words for every status and every state there is', () => {
  expect([...NEEDS, ...WAITS, ...SENT, ...SEEN, 'abandoned'].sort()).toEqual([...WAYS].sort());
  expect([...CLOSED, ...COOKED, ...EARLY, 'held'].sort()).toEqual([...ORDER_STATUSES].sort());
  for (const status of ORDER_STATUSES) {
    for (const way of WAYS) {
      expect([status, way, standingOf(status, way)]).toEqual([status, way, expected(status, way)]);
    }
  }
});

const row = (changes: Partial<DeliveryRecord>) =>
  ({ purpose: 'order', state: 'delivered', reason: null, ...changes }) as DeliveryRecord;
const scheduled = { kind: 'scheduled', vendor_code: null, message: 'It is sent when it is time to cook it.' };

it.each<[string, OrderStatus, Partial<DeliveryRecord>[], Standing]>([
  ['nobody fetches it yet', 'received', [], 'waiting'],
  ['it waits for its hour', 'scheduled', [{ state: 'held', reason: scheduled }], 'waiting'],
  [
    'it waits for an answer',
    'scheduled',
    [{ state: 'held', reason: { ...scheduled, kind: 'held' } }],
    'needs_you',
  ],
  ['one of two kitchens lacks it', 'accepted', [{}, { state: 'needs_attention' }], 'needs_you'],
  [
    'the kitchen was not told of a change',
    'accepted',
    [{}, { purpose: 'change', state: 'needs_attention' }],
    'needs_you',
  ],
  [
    'the kitchen may still make what was cancelled',
    'cancelled',
    [{}, { purpose: 'cancel', state: 'needs_attention' }],
    'needs_you',
  ],
  ['somebody has told the kitchen', 'cancelled', [{}, { purpose: 'cancel', state: 'manual_done' }], 'closed'],
])('when %s (%s)', (_when, status, rows, standing) => {
  expect(standingOfOrder({ status, acked_at: null }, rows.map(row))).toBe(standing);
});

it('is sent once another program has taken it over', () => {
  expect(standingOfOrder({ status: 'received', acked_at: 1 }, [])).toBe('sent');
});
