import { itemText } from '../../order/flat';
import { spokenMoney } from '../../order/money';
import type { Order } from '../../order/schema';
import { computedTotal } from '../../order/totals';
import type { OrderRecord } from '../../store/records';

/** What a text message is for: the first four go to the guest, the others to the staff. */
export type SmsPurpose = 'confirmation' | 'ready' | 'on_its_way' | 'note' | 'alert' | 'twin' | 'fallback';
export type SmsFacts = {
  shop: string;
  order: OrderRecord;
  /** The POS by its name. */
  pos: string;
  /** The page on which a person decides; null where no address leads to this server. */
  page: string | null;
  /** Of the shop's clock: tells repeated messages apart. */
  clock: string;
  /** What somebody of the staff has written. */
  words: string;
};

const LONGEST_LIST = 400;

const itemsOf = ({ items }: Order) => {
  const text = items.map(itemText).join('; ');
  return text.length > LONGEST_LIST ? `${text.slice(0, LONGEST_LIST)}…` : text;
};
const totalOf = (order: Order) => {
  const total = order.quoted_total ?? computedTotal(order);
  return total === null ? '' : ` Total ${spokenMoney(total, order.currency)}.`;
};
const at = (page: string | null) => (page === null ? '' : ` ${page}`);

/** The words of a message. Staff are told which order it is, never who ordered it. */
export const SMS_TEXTS: Record<SmsPurpose, (facts: SmsFacts) => string> = {
  confirmation: ({ shop, order }) =>
    `${shop}: we have your order #${order.number}: ${itemsOf(order.order)}.${totalOf(order.order)} Text STATUS to see how it stands.`,
  ready: ({ shop, order }) => `${shop}: your order #${order.number} is ready.`,
  on_its_way: ({ shop, order }) => `${shop}: your order #${order.number} is on its way.`,
  note: ({ shop, words }) => `${shop}: ${words}`,
  alert: ({ shop, order, pos, page, clock }) =>
    `${shop}: order #${order.number} is not in ${pos} yet (${clock}). OrderWire keeps trying.${at(page)}`,
  twin: ({ shop, order, page, clock }) =>
    `${shop}: order #${order.number} looks like one that came just before (${clock}). The same, or a new one?${at(page)}`,
  fallback: ({ shop, order, pos, page, clock }) =>
    `${shop}: KEY IN order #${order.number}, it is not in ${pos} (${clock}): ${itemsOf(order.order)}.${at(page)}`,
};
