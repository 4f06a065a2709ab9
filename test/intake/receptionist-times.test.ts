import { changesSince } from '../../src/intake/receptionist/changes';
import type { Reading } from '../../src/intake/receptionist/reading';
import { saidItems } from '../../src/intake/receptionist/said-items';
import { toOrder } from '../../src/intake/receptionist/to-order';
import { readStoredShop } from '../../src/order/shop';
import type { ReceptionistCall, ReceptionistRow } from '../../src/store/receptionist/records';
import { daily } from '../support/call-time';

const hours = daily('11:00', '22:00');
const shop = { id: 'loc_1', ...readStoredShop({ timezone: 'America/New_York', hours }) };
/** Written at one o'clock on Friday the 27th in New York. */
const row = (given: Partial<ReceptionistRow>): ReceptionistRow => ({
  ...{ row_id: 1, caller_phone: null, phone: null, name: null, pickup_name: null, items: '2 cokes' },
  ...{ order_type: 'pickup', address: null, instructions: null, payment_method: null, total: null },
  ...{ total_in: 'units', wanted: null, status: 'pending' },
  ...{ created_at: '2026-11-27 18:00:00', created_in: 'utc' },
  ...given,
});
const callOf = (...rows: ReceptionistRow[]): ReceptionistCall => ({
  ...{ key: 'CA1', rows, ended: true, ended_at: null, business: null, businesses: 1 },
});
const read = (requested_text: string | null): Reading => ({
  items: [{ name: 'coke', quantity: '2' }],
  // The reader asks too, but as of the moment at which it was asked.
  unsure:
    requested_text === null ? [] : [{ path: 'requested_at', said: requested_text, question: 'Tomorrow?' }],
  requested_text,
});
const ordered = (call: ReceptionistCall, heard: string | null = null) =>
  toOrder(call, { shop, said: saidItems(call.rows.at(-1) ?? row({})), readings: [read(heard)] });
const timing = (given: Partial<ReceptionistRow>, heard: string | null = null) =>
  ordered(callOf(row(given)), heard).order.timing;

describe('when the guest of a call wants the order', () => {
  it('counts from when the row was written, however late it is read', () => {
    expect(timing({ items: 'two cokes in half an hour' }, 'in half an hour')).toEqual({
      requested_at: '2026-11-27T13:30:00-05:00',
      requested_text: 'in half an hour',
      placed_at: '2026-11-27T18:00:00Z',
    });
    expect(timing({ created_at: '2026-11-28 18:00:00' }, 'at seven')).toMatchObject({
      requested_at: '2026-11-28T19:00:00-05:00',
    });
  });

  it.each([
    ['7:30 PM', '2026-11-27T19:30:00-05:00'],
    ['mañana a las siete y media', '2026-11-28T19:30:00-05:00'],
    ['2026-11-27 19:15:00', '2026-11-28T00:15:00Z'],
    ['asap', null],
  ])('stands in a column of its own as "%s"', (wanted, requested_at) => {
    expect(timing({ wanted })).toMatchObject({ requested_at, requested_text: wanted });
  });

  it.each([
    ['Extra napkins. Pickup at 6:30 PM', '2026-11-27T18:30:00-05:00'],
    ['Pick up at seven', '2026-11-27T19:00:00-05:00'],
    ['a table for 2', null],
    ['ring at 12 Oak Street', null],
    ['leave it at the door, 2 please', null],
  ])('stands in the instructions: "%s"', (instructions, requested_at) => {
    expect(timing({ instructions })).toMatchObject({ requested_at });
  });

  it('is asked, never guessed: such an order waits for a person', () => {
    const late = callOf(row({ created_at: '2026-11-28 01:30:00' }));
    expect(ordered(late, 'at seven').questions).toEqual(['Wanted "at seven": 7:00 PM tomorrow?']);
    expect(ordered(callOf(row({})), 'after the game').questions).toEqual([
      'Wanted "after the game": when is that?',
    ]);
    expect(ordered(callOf(row({ created_at: null })), 'in half an hour').questions).toHaveLength(1);
  });

  it('does not move because a later row says the same again', () => {
    const said = { items: 'two cokes in half an hour' };
    const first = row(said);
    const again = row({ ...said, row_id: 2, created_at: '2026-11-27 18:02:00' });
    const call = callOf(first, again);
    const before = ordered(callOf(first), 'in half an hour').order;
    expect(changesSince(before, ordered(call, 'in half an hour').order)).toBeNull();
  });
});
