import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { toCart, toDraft } from '../../src/pos/clover/order';
import { euro, openClover, sample } from '../support/clover-door';
import { specsOf } from '../support/specs';

const specs = specsOf('clover');
const cart = join(specs, 'atomic_order_request.schema.json');

if (existsSync(cart)) {
  describe('our requests and what Clover takes', checkRequests);
} else {
  it('not run: no vendor specifications found', () => {
    console.warn(`No Clover specifications in ${specs}; set ORDERWIRE_SPECS to the folder that holds them.`);
  });
}

function checkRequests() {
  const schema = JSON.parse(readFileSync(cart, 'utf8')) as { $defs: object };
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  const valid = (name: string | null, body: unknown) => {
    const validate = ajv.compile(name ? { $defs: schema.$defs, $ref: `#/$defs/${name}` } : schema);
    validate(body);
    return validate.errors ?? [];
  };
  const long = (letter: string, length: number) => letter.repeat(length);
  const settings = { order_type_id: 'TYPE000000001', delivery_fee_item_id: 'FEE0000000001' };

  it.each([
    ['the sample order', {}],
    [
      'discounts, an allergy and a paid tip',
      {
        discounts: [{ name: 'Loyalty', amount: 5 }],
        allergy_note: 'nuts',
        tip: 100,
        payment: { state: 'paid' },
      },
    ],
    [
      'the longest texts',
      {
        customer: { name: long('n', 200) },
        notes: long('é', 2000),
        items: [
          {
            name: long('x', 200),
            quantity: '9',
            unit_price: 99_999_999,
            notes: long('🍕', 500),
            options: [{ name: long('o', 200), action: 'extra', unit_price: 5 }],
          },
        ],
        charges: [{ type: 'other', name: long('c', 100), amount: 1 }],
        discounts: [{ name: long('d', 100), amount: 99_999_999 }],
      },
    ],
  ])('agree on %s as a cart', (_, changes) => {
    const draft = toDraft(sample(changes), {
      posLocation: 'M',
      settings,
      orderTypeId: settings.order_type_id,
    });
    expect(valid(null, toCart(draft))).toEqual([]);
  });

  const SHAPES: [RegExp, string][] = [
    [/\/bulk_line_items$/, 'order.LineItem'],
    [/\/modifications$/, 'order.Modification'],
    [/\/discounts$/, 'order.Discount'],
    [/\/orders(\/[^/]+)?$/, 'order.Order'],
  ];

  it('agree on every step of a custom order', async () => {
    const { seen, send } = openClover('eu');
    await send(undefined, euro({ discounts: [{ name: 'Loyalty', amount: 5 }] }));
    const bodies = seen.flatMap(({ url, body }) => {
      const shape = SHAPES.find(([path]) => path.test(url))?.[1];
      if (!body || !shape) return [];
      const { items = [JSON.parse(body)] } = JSON.parse(body) as { items?: unknown[] };
      return items.map((one) => ({ shape, one }));
    });
    expect(new Set(bodies.map(({ shape }) => shape)).size).toBe(SHAPES.length);
    for (const { shape, one } of bodies) expect(valid(shape, one)).toEqual([]);
  });
}
