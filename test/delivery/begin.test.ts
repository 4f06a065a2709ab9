import { begin } from '../../src/delivery/begin';
import { afterSeen } from '../../src/delivery/seen';
import { TIMING } from '../../src/delivery/timing';
import type { DeliveryState } from '../../src/order/delivery';
import { readStoredShop } from '../../src/order/shop';
import type { DeliveryRecord } from '../../src/store/delivery-records';

const row = (state: DeliveryState, changes: Partial<DeliveryRecord> = {}) =>
  ({
    id: 'dlv_1',
    state,
    kind: 'pos',
    purpose: 'order',
    unproved: false,
    receipt: null,
    attempts: [],
    next_attempt_at: 500,
    ...changes,
  }) as unknown as DeliveryRecord;
const context = {
  now: 1000,
  timing: TIMING,
  newId: () => 'dlv_2',
  answerTime: () => 0,
};
const subject = { order: null, shop: { id: 'loc_1', ...readStoredShop({ name: 'Shop' }) } };

describe('a row whose time has come', () => {
  it('is not put off when its last attempt is written but not yet let go of', () => {
    const ours = { ...context, isOurs: () => true };
    expect(begin(row('pending'), ours, subject)).toBeNull();
    expect(begin(row('verifying'), ours, subject)).toMatchObject({ next: { at: 1000 + TIMING.lease } });
  });

  it('is not taken for delivered because an order exists: the kitchen may not see it, and the look-up completes it', () => {
    const news = { pos_order_id: 'P1', status: 'accepted' as const, at: '2026-11-27T18:00:00Z' };
    for (const state of ['sending', 'verifying', 'unknown', 'retry_wait'] as const) {
      expect(afterSeen(row(state, { unproved: true }), news, context)).toBeNull();
    }
    const printed = { ...news, kitchen_confirmed: true };
    expect(afterSeen(row('unknown', { unproved: true }), printed, context)).toMatchObject({
      state: 'delivered',
    });
  });

  it.each(['webhook', 'email'] as const)(
    'is sent again after a crash, which is no failure of its receiver: %s',
    (kind) => {
      const crashed = { ...context, isOurs: () => false };
      const change = begin(row('sending', { kind, purpose: 'order.created' }), crashed, subject);
      expect(change).toMatchObject({ state: 'retry_wait', next: { backoff: TIMING.retry } });
      expect(change?.failed).toBeFalsy();
    },
  );

  it('writes nothing down when the POS tells what is known', () => {
    const news = { pos_order_id: 'P1', status: 'accepted' as const, at: '2026-11-27T18:00:00Z' };
    const first = afterSeen(row('delivered'), news, context);
    expect(first).toMatchObject({ event: 'status', next: { at: 500 } });
    expect(afterSeen(row('delivered', { receipt: first?.receipt ?? null }), news, context)).toBeNull();
  });
});
