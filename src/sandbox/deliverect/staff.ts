import type { StaffAction } from '../notification';
import { itemsBySize } from '../seed-codes';
import { SEED_ITEMS } from '../seed-menu';
import { type OrderDesk, STATUS } from './order-desk';

/** The statuses of the POS behind Deliverect from which each step can be taken, and the one it leads to. */
const STEPS: Record<StaffAction, { from: number[]; to: number }> = {
  start: { from: [STATUS.accepted], to: STATUS.preparing },
  ready: { from: [STATUS.accepted, STATUS.preparing], to: STATUS.pickupReady },
  complete: { from: [STATUS.accepted, STATUS.preparing, STATUS.pickupReady], to: STATUS.finalized },
  cancel: { from: [STATUS.accepted, STATUS.preparing, STATUS.pickupReady], to: STATUS.canceled },
};

/** Staff move an order on; false where there is none by this id or it stands elsewhere. */
export function act(
  desk: OrderDesk,
  { ticketId, action, now }: { ticketId: string; action: StaffAction; now: Date },
): boolean {
  const record = desk.records.find(({ id }) => id === ticketId);
  const { from, to } = STEPS[action];
  if (record?.status === undefined || !from.includes(record.status)) return false;
  if (action === 'cancel') record.reason = 'Cancelled by staff';
  desk.update(record, to, now);
  return true;
}

/** A guest orders a drink at the counter of the POS, which no channel hears of. */
export function ringUp(desk: OrderDesk, now: Date): string {
  const items = SEED_ITEMS.flatMap(itemsBySize)
    .filter(({ name }) => name === 'Coke')
    .map(({ code, name, price }) => ({ plu: code, name, price, quantity: 1 }));
  const amount = items.reduce((sum, { price }) => sum + price, 0);
  const number = `C${desk.records.length + 1}`;
  const record = desk.keep(
    {
      channelOrderId: number,
      channelOrderDisplayId: number,
      orderType: 1,
      deliveryIsAsap: true,
      courier: 'restaurant',
      payment: { amount, type: 1 },
      items,
    },
    { fromChannel: false, now },
  );
  desk.update(record, STATUS.accepted, now);
  return record.id;
}
