import { placeOrder } from '../../src/pos/place-order';
import type { PosOrder } from '../../src/pos/pos-order';
import { type Receipt, toReceipt } from '../../src/pos/receipt';
import { square } from '../../src/pos/square';
import type { Session, Vendor } from '../../src/pos/vendor';
import { sample } from '../support/vendor-doors';

const SESSION = { settings: {}, posLocation: 'L1' } as Session;
const receipt = (order: PosOrder, changes: Partial<Receipt> = {}): Receipt =>
  toReceipt(order, {
    vendor: 'square',
    vendorName: 'Square',
    reference: 'ow1',
    pos_order_id: 'O1',
    state: 'accepted',
    completed: ['order'],
    ...changes,
  });

/** Places an order with a vendor that only writes down what it was asked. */
function place(
  found: Partial<Receipt> | undefined,
  placed: Partial<Receipt>,
  lookFirst = true,
  quoted_total?: number | null,
) {
  const asked: string[] = [];
  const order: PosOrder = sample(quoted_total === undefined ? {} : { quoted_total });
  const vendor: Vendor = {
    ...square,
    async findOrder() {
      asked.push('find');
      return found && receipt(order, found);
    },
    async submitOrder(_order, _session, earlier) {
      asked.push(earlier ? `complete ${earlier.pos_order_id}` : 'create');
      return receipt(order, placed);
    },
  };
  const unmatched = [{ path: 'items[0]', said: 'x', handled: 'open_item' as const }];
  const prepared = { order, unmatched, matches: [] };
  return placeOrder({ vendor, prepared, session: SESSION, lookFirst }).then((made) => ({ made, asked }));
}

it.each<[string, Partial<Receipt> | undefined, boolean, string[]]>([
  ['looks before it creates', undefined, true, ['find', 'create']],
  ['completes what it finds instead of creating', { pos_order_id: 'O7' }, true, ['find', 'complete O7']],
  ['creates at once where nothing can be there yet', { pos_order_id: 'O7' }, false, ['create']],
])('%s', async (_what, found, lookFirst, asked) => {
  expect((await place(found, {}, lookFirst)).asked).toEqual(asked);
});

it('adds what matched nothing to what the vendor could not take', async () => {
  const own = [{ path: 'items[1]', said: 'y', handled: 'note' as const }];
  const { made } = await place(undefined, { unmatched: own, warnings: ['cut'] });
  expect(made.unmatched.map(({ path }) => path)).toEqual(['items[1]', 'items[0]']);
  expect(made.warnings).toContain('cut');
});

it.each<[number | null, number | null, string[]]>([
  [6190, 6190, []],
  [6190, 6690, ['The guest was told $61.90; Square charges $66.90.']],
  [6190, 5000, ['The guest was told $61.90; Square charges $50.00.']],
  [null, 6690, []],
  [6190, null, []],
  [0, 100, ['The guest was told $0.00; Square charges $1.00.']],
])('told %j, charged %j: the difference is said', async (told, pos_total, warnings) => {
  expect((await place(undefined, { pos_total }, true, told)).made.warnings).toEqual(warnings);
});

it('works with a vendor that has no look-up', async () => {
  const { findOrder: _none, ...rest } = square;
  const order: PosOrder = sample();
  const vendor: Vendor = { ...rest, submitOrder: async () => receipt(order) };
  const prepared = { order, unmatched: [], matches: [] };
  expect(await placeOrder({ vendor, prepared, session: SESSION, lookFirst: true })).toMatchObject({
    pos_order_id: 'O1',
  });
});
