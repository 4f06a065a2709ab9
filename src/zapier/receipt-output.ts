import type { MenuIndex } from '../menu/menu-index';
import { itemText } from '../order/flat';
import { spokenMoney } from '../order/money';
import type { Order } from '../order/schema';
import type { Prepared } from '../pos/prepare';
import type { Receipt } from '../pos/receipt';
import type { Environment, Preview } from '../pos/vendor';
import { nameOf, placeOf } from './menu-place';

/** What a create returns: the receipt, and what a person reading a Zap run wants to see beside it. */
export type CreateOutput = Receipt & {
  items_understood: string;
  check_items: string;
  quoted_total: number | null;
  total_difference: number | null;
  pos_link: string | null;
  request_preview: string | null;
};

type Seen = {
  order: Order;
  prepared?: Prepared;
  menu?: MenuIndex | null;
  preview?: Preview;
  environment?: Environment;
  /** The guest's own words were read: the reply says what was understood. */
  isSpoken?: boolean;
};

/** A receipt with the extra fields, `status_text` first: it is what Zapier shows of a run. */
export function toCreateOutput(
  receipt: Receipt,
  { order, prepared, menu, preview, environment, isSpoken }: Seen,
): CreateOutput {
  const { status_text, ...rest } = receipt;
  const quoted = order.quoted_total;
  const items_understood = order.items
    .map((item, index) => itemText({ ...item, name: menuName(index, prepared, menu) ?? item.name }))
    .join('; ');
  return {
    status_text,
    ...rest,
    ...(isSpoken && receipt.sent_to_kitchen && { reply_text: readBack(receipt, items_understood) }),
    items_understood,
    check_items: receipt.unmatched.map(({ said }) => said).join('; '),
    quoted_total: quoted,
    total_difference: quoted === null || receipt.pos_total === null ? null : receipt.pos_total - quoted,
    pos_link:
      environment === 'production' && receipt.pos_order_id ? (POS_PAGES[receipt.vendor] ?? null) : null,
    request_preview: preview ? JSON.stringify(preview.requests, null, 2) : null,
  };
}

function readBack({ pos_total, currency }: Receipt, understood: string): string {
  const total = pos_total === null ? '' : ` Total ${spokenMoney(pos_total, currency)}.`;
  return `Thank you! We have your order: ${understood}.${total}`;
}

/** A line's dish by its name on the menu, undefined where the words matched nothing surely. */
function menuName(index: number, prepared?: Prepared, menu?: MenuIndex | null): string | undefined {
  const match = prepared?.matches.find(({ path }) => path === `items[${index}]`)?.match;
  const place = match && menu ? placeOf(menu.menu, match) : undefined;
  return place && nameOf(place);
}

/** The POS's own pages, where their address is known; no vendor documents the address of one order. */
const POS_PAGES: Record<string, string> = {
  square: 'https://app.squareup.com/dashboard',
  clover: 'https://www.clover.com/dashboard',
};

/** What a guest is told when the order did not go through: never a thank-you. */
export const UNSENT_REPLY = 'Sorry, we could not send your order to the kitchen. Please call the restaurant.';

type Unsent = { message: string; reply?: string; order?: Order };

/** A refusal as output, for Zaps that go on to alert someone. `message` says why, `reply` what to answer the guest. */
export function toUnsentOutput(
  receipt: Receipt,
  { message, reply = UNSENT_REPLY, order }: Unsent,
): CreateOutput {
  const told = { ...receipt, status_text: message, reply_text: reply };
  if (order) return toCreateOutput(told, { order });
  return {
    ...told,
    items_understood: '',
    check_items: '',
    quoted_total: null,
    total_difference: null,
    pos_link: null,
    request_preview: null,
  };
}

/** The receipt of an order that could not even be read. */
export function unreadReceipt(vendor: string): Receipt {
  return {
    vendor,
    reference: '',
    pos_order_id: null,
    ticket_number: null,
    state: 'not_sent',
    completed: [],
    pos_total: null,
    currency: '',
    sent_to_kitchen: false,
    kitchen_confirmed: null,
    replayed: false,
    unmatched: [],
    warnings: [],
    status_text: '',
    reply_text: '',
    staff_text: '',
  };
}
