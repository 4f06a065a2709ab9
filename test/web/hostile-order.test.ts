import { parseOrder } from '../../src/order/parse';
import { readStoredShop } from '../../src/order/shop';
import type { DeliveryRecord } from '../../src/store/delivery-records';
import { toBoardOrder } from '../../src/web/board-order';
import { toFixForm } from '../../src/web/fix-form';
import { fixPage } from '../../src/web/fix-page';
import { orderPage } from '../../src/web/order-page';
import { ordersPage } from '../../src/web/orders-page';
import { type Page, shell } from '../../src/web/shell';
import { soldOutPage } from '../../src/web/sold-out-page';
import { tonightPage } from '../../src/web/tonight-page';

/** Breaks out of text, of an attribute of either kind, of a comment and of a script. */
const EVIL = `"'><img src=x onerror=alert(1)></script><script>alert(2)</script><!--`;
const evil = (more = '') => `${more}${EVIL}`;

const shop = { id: 'loc_1', ...readStoredShop({ name: evil('shop'), timezone: 'America/New_York' }) };
const order = parseOrder(
  {
    external_ref: evil('ref'),
    source: {
      channel: 'phone',
      app: evil('app'),
      call_sid: 'CA1',
      recording_url: `javascript:alert('${EVIL}')`,
      transcript: evil('transcript'),
    },
    service: { type: 'dine_in', table: '<b>' },
    timing: { requested_at: '2030-11-29T19:15:00-05:00', requested_text: evil('when') },
    customer: { name: evil('name'), phone: `+1 617 555 0123 ${EVIL}`.slice(0, 50), email: 'a@b.example' },
    delivery: {
      text: evil('address'),
      street: evil('street'),
      unit: evil('unit'),
      instructions: evil('how'),
    },
    items: [
      {
        ...{ name: evil('dish'), quantity: '2', unit_price: 1599, notes: evil('note') },
        options: [{ name: evil('option'), action: 'remove' }],
      },
    ],
    charges: [{ type: 'other', name: evil('fee').slice(0, 100), amount: 300 }],
    payment: { state: 'unpaid', method: '<i>"', reference: evil('paid') },
    allergy_note: evil('allergy'),
    notes: evil('notes'),
  },
  shop,
);
const record = {
  ...{ id: 'ord_1', location_id: 'loc_1', external_ref: evil('ref'), number: '14', status: 'held' as const },
  ...{ previous_status: null, order, acked_at: null, created_at: 1_000, updated_at: 1_000 },
};
const row = {
  ...{
    id: 'dlv_1',
    order_id: 'ord_1',
    kind: 'pos',
    target: 'con_1',
    vendor: evil('vendor'),
    purpose: 'order',
  },
  ...{ state: 'needs_attention', payload: {}, degraded: [], next_attempt_at: null, alert_at: null },
  reason: { kind: 'rejected', vendor_code: null, message: evil('reason') },
  receipt: {
    ...{ ticket_number: evil('ticket'), reference: evil('reference'), pos_total: 1, currency: 'USD' },
    ...{ warnings: [evil('warning')], unmatched: [{ said: evil('said') }] },
  },
  attempts: [
    {
      ...{ n: 1, step: 'submit', outcome: 'rejected', http_status: 400, vendor_code: null },
      ...{ message: evil('message'), at: 2_000, ended_at: 3_000 },
    },
  ],
} as unknown as DeliveryRecord;

const viewer = {
  language: 'en',
  can: ['read', 'write', 'admin'],
  name: evil('key'),
  formToken: 'token',
} as const;
const now = 5_000;
const health = {
  pos: evil('pos'),
  state: 'blocked',
  said: evil('why'),
  checkedAt: 1,
  isRehearsed: true,
} as const;
const understood = new Map([
  ['items[0]', { status: 'unsure' as const, meant: evil('meant'), reason: evil(), runnerUp: evil('other') }],
  ['items[0].options[0]', { status: 'none' as const, meant: null, reason: evil(), runnerUp: null }],
]);
const onBoard = toBoardOrder(record, [row], shop);
const view = {
  ...{ viewer, record, shop, rows: [row], understood, canText: true, now },
  events: [
    {
      type: 'order.updated',
      subject_id: 'ord_1',
      location_id: null,
      key_id: null,
      at: 1,
      data: { changed: [EVIL] },
    },
  ],
  exchanges: [{ delivery_id: 'dlv_1', attempt: 1, at: 1, request: evil('sent'), reply: evil('reply') }],
  posNames: new Map([['con_1', evil('pos')]]),
};
const seen = {
  shop,
  health,
  pause: undefined,
  board: { orders: [onBoard], closed: [onBoard], isCut: true },
  now,
};

const pages: [name: string, page: Page][] = [
  ['tonight', tonightPage({ viewer, ...seen, shops: [shop, { ...shop, id: 'loc_2' }] })],
  ['an order', orderPage(view)],
  [
    'the search',
    ordersPage({ viewer, query: EVIL, found: [{ order: onBoard, timezone: 'UTC' }], isCut: true, now }),
  ],
  [
    'fixing',
    fixPage({
      ...{
        viewer,
        id: 'ord_1',
        number: '14',
        form: toFixForm(order, 'UTC'),
        asked: EVIL,
        understood,
        dishes: [EVIL],
      },
      problems: [{ path: EVIL, message: EVIL }],
    }),
  ],
  [
    'sold out',
    soldOutPage({
      ...{ viewer, shop, hasMenu: true, query: EVIL, now },
      dishes: [{ id: EVIL, name: EVIL, category: EVIL, available: false, until: 9_000 }],
    }),
  ],
];
const assets = { style: '/assets/pages.css', script: '/assets/pages.js', icon: '/assets/icon.svg' };

it.each(pages)('shows what a guest, a POS or a query says as words, never as markup: %s', (_name, page) => {
  const text = shell({ ...page, done: EVIL, viewer, assets });
  expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
  const tags = [...text.matchAll(/<(\/?[a-z][\w-]*|!--)/gi)].map(([, tag]) => tag?.toLowerCase());
  expect(tags).not.toContain('img');
  expect(tags).not.toContain('!--');
  expect(tags.filter((tag) => tag === 'script')).toHaveLength(1);
  // Every quote that opens an attribute closes it: nothing stands between tags as an attribute that we did not write.
  for (const [tag] of text.matchAll(/<[a-z][^<>]*>/gi)) {
    expect(tag).toMatch(/^<[a-z][\w-]*(\s+[a-z][\w:-]*(="[^"<>]*")?)*\s*>$/i);
    expect(tag.replaceAll(/="[^"]*"/g, '')).not.toMatch(/\son\w+/i);
    expect(tag).not.toMatch(/\s(href|src|action)="\s*javascript:/i);
  }
});

it('makes a link of no recording that is not a page on the web', () => {
  const { body } = orderPage(view);
  expect(body.text).not.toContain('Listen to the call');
  const web = { ...order, source: { ...order.source, recording_url: 'https://example.com/a.mp3' } };
  expect(orderPage({ ...view, record: { ...record, order: web } }).body.text).toContain(
    'href="https://example.com/a.mp3"',
  );
});
