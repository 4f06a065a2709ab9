/**
 * What `npm run zapier:invoke` runs, system by system and in this order: what is invoked, with which fields, and what its
 * output must hold. `file` is an order of docs/zapier-env.
 */
const WORDS = 'two large pepperoni pizzas no onions and a coke';
const UNDERSTOOD = /"items_understood": "2 × Large Pepperoni Pizza \(no onions\); 1 × Coke"/;
const texted = (fields = {}) => ({
  order_reference: 'SM0123456789abcdef0123456789abcdef',
  order_text: WORDS,
  customer_name: 'Ann Lee',
  customer_phone: '+16175550123',
  ...fields,
});
const stored = (reference) => ({
  order_reference: reference,
  items: [{ name: 'garlic knots' }],
  customer_name: 'Ann Lee',
  customer_phone: '+16175550123',
});

/** A log-in says nothing: the calls after it prove it. */
const auth = (...whats) =>
  whats.map((what) => ({ what: `auth ${what}`, expect: what === 'refresh' ? /^/ : /\S/ }));
const trigger = (key, { input, expect = /"name": "\S/ } = {}) => ({ what: `trigger ${key}`, input, expect });
const search = (key, input, expect) => ({ what: `search ${key}`, input, expect });
const create = (key, input, expect) => ({ what: `create ${key}`, input, expect });

/** What a POS with a menu can do, in words and in fields. */
function pos(vendor, { fields, lists = [], logsIn = false }) {
  return [
    ...auth(...(logsIn ? ['refresh'] : []), 'test', 'label'),
    trigger(`${vendor}_menu_items`, { expect: /Garlic Knots/ }),
    ...lists.map((list) => trigger(`${vendor}_${list}_choices`)),
    search('read_order_text', { order_text: WORDS }, UNDERSTOOD),
    search('find_menu_item', { words: 'large pepperoni' }, /"match_status": "sure"/),
    create(`create_${vendor}_order`, texted(fields), UNDERSTOOD),
    { ...create(`create_${vendor}_order`, undefined, /"sent_to_kitchen": true/), file: `${vendor}.json` },
  ];
}

const INVOCATIONS = {
  'order-api': [
    ...auth('test', 'label'),
    { ...create('create_order', undefined, /"replayed": false/), file: 'order-api.json' },
    create('create_order', { order_reference: 'SM1', order_text: WORDS }, /"options_text": "no onions"/),
    create('create_order', stored('CA-to-cancel'), /"status_text"/),
    trigger('new_order', { input: { include_sent: 'yes' }, expect: /"order_reference": "SM1"/ }),
    trigger('location'),
    trigger('pos_connection', { expect: /Square/ }),
    trigger('recent_order', { expect: /Coke|coke/ }),
    search('find_order', { order_reference: 'SM1' }, /"order_reference": "SM1"/),
    search('read_order_text', { order_text: WORDS }, UNDERSTOOD),
    search('find_menu_item', { words: 'large pepperoni' }, /"match_status": "sure"/),
    create('send_order_to_pos', { order_reference: 'SM1', wait_seconds: 20 }, /"sent_to_kitchen": true/),
    create('cancel_order', { order_reference: 'CA-to-cancel', reason: 'guest called' }, /"outcome": "\w/),
  ],
  square: pos('square', { fields: { unpaid_orders: 'external_tender' } }),
  toast: pos('toast', {
    fields: { fallback_guest_email: 'orders@marios.example' },
    lists: [
      'dining_option_id',
      'prepaid_payment_type_id',
      'fallback_item_id',
      'delivery_fee_charge_id',
      'discount_id',
    ],
    logsIn: true,
  }),
  clover: pos('clover', { fields: {}, lists: ['order_type_id', 'delivery_fee_item_id'] }),
  lightspeed: pos('lightspeed', {
    fields: { endpoint_id: 'ORDERWIRE' },
    lists: ['order_profile_code'],
    logsIn: true,
  }),
  touchbistro: [
    ...auth('test', 'label'),
    create('create_touchbistro_order', texted({ delivery_mode: 'partner' }), /"sent_to_kitchen": true/),
    { ...create('create_touchbistro_order', undefined, /"sent_to_kitchen": true/), file: 'touchbistro.json' },
  ],
};

/** Zapier's tool calls hooks as nobody else does, so the tests play their part (test/zapier). */
const HOOKS = ['new_order_instant', 'new_order_pushed', 'order_status_changed'];

module.exports = { INVOCATIONS, HOOKS };
