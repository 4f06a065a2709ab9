import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { matchItem } from '../../src/menu/match';
import { buildMenuIndex } from '../../src/menu/menu-index';
import { parseOrderText } from '../../src/menu/parse';
import type { Menu } from '../../src/menu/schema';
import { parseOrder } from '../../src/order/parse';
import { ticketReference } from '../../src/order/reference';
import { sampleOrder } from '../../src/order/sample';
import { toReceipt } from '../../src/pos/receipt';
import { toMenuItemOutput } from '../../src/zapier/menu-item-output';
import { toReadingOutput } from '../../src/zapier/reading-output';
import { toCreateOutput } from '../../src/zapier/receipt-output';
import { withSpokenTime } from '../../src/zapier/spoken-time';
import { unstoredAnswer } from '../../src/zapier/unstored-answer';
import { dish, menuOf } from '../support/small-menu';

const FILE = join(__dirname, '../../src/zapier/samples.json');
const SHOP = { currency: 'USD', country: 'US', timezone: 'America/New_York' };
const WORDS = '2 garlic knots, pickup in half an hour';
const order = parseOrder(sampleOrder, SHOP);

/** The sample order as the Order API answers it. */
function orderAnswer() {
  const timing = { ...order.timing, placed_at: '2030-11-29T18:31:07-05:00' };
  return {
    ...unstoredAnswer(order, { ...SHOP, number: '14' }),
    ...{ timing, id: 'ord_1', number: '14', location_id: 'loc_1', location_name: "Mario's Downtown" },
  };
}

/** The sample order as Square takes it. */
function receipt() {
  const reference = ticketReference({ pos_location: 'L1', external_ref: sampleOrder.external_ref });
  const taken = toReceipt(
    { ...order, timezone: SHOP.timezone },
    {
      ...{ vendor: 'square', vendorName: 'Square', reference, pos_order_id: 'ORDER1', ticket_number: '4711' },
      ...{ state: 'accepted', completed: ['order'], pos_total: 6190, kitchen_confirmed: true },
      unmatched: [{ path: 'items[1]', said: 'cheeseburger', handled: 'open_item' }],
      warnings: ['"cheeseburger" was sent in words: staff must look.'],
    },
  );
  const pos_link = 'https://app.squareup.com/dashboard';
  return { ...toCreateOutput(taken, { order }), pos_link, request_preview: '[]' };
}

const menu: Menu = menuOf([dish('knots', 'Garlic Knots', { category: 'Sides', price: 599 })]);
function reading() {
  const parsed = parseOrderText(WORDS, buildMenuIndex(menu));
  const time = { timezone: SHOP.timezone, now: new Date('2030-11-29T17:00:00Z') };
  return toReadingOutput(WORDS, menu, withSpokenTime(parsed, time));
}
function menuItem() {
  const said = { name: 'garlic knots', menu_item_id: null, variation_id: null };
  return toMenuItemOutput(menu, matchItem(buildMenuIndex(menu), said));
}

it('samples are what the code makes of the sample order, to the letter (UPDATE_DOCS=1 writes them)', () => {
  const made = { order_answer: orderAnswer(), receipt: receipt(), reading: reading(), menu_item: menuItem() };
  const text = `${JSON.stringify(made, null, 2)}\n`;
  if (process.env.UPDATE_DOCS) writeFileSync(FILE, text);
  expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(JSON.parse(text));
});
