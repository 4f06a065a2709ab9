import type { PosItem, PosOrder } from '../../src/pos/pos-order';
import { sample } from './clover-door';

export const AT = { posLocation: 'SANDBOXUS0001', settings: {}, orderTypeId: 'TYPE000000001' };
export const option = (name: string, changes: object = {}) => ({
  name,
  action: 'add' as const,
  portion: 'whole' as const,
  quantity: 1,
  unit_price: null,
  option_id: null,
  ...changes,
});
export const item = (changes: Partial<PosItem> = {}): PosItem => ({
  name: 'cheeseburger',
  quantity: '1',
  unit_price: 1095,
  notes: null,
  allergy: false,
  menu_item_id: null,
  variation_id: null,
  options: [],
  pos: 'BURGER0000001',
  ...changes,
});
export const order = (items: PosItem[], changes: object = {}): PosOrder => ({
  ...sample({ charges: [], ...changes }),
  timezone: 'America/New_York',
  items,
});
