import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { sampleOrder } from '../../src/order/sample';
import { addressesIn, specsOf } from '../support/specs';
import { openToastDoor } from '../support/toast-door';
import { sent } from '../support/toast-order';

type Schema = { required?: string[]; properties?: Record<string, Schema>; [key: string]: unknown };

const specs = specsOf('toast');
const orders = join(specs, 'toast-orders-openapi.yaml');

if (existsSync(orders)) describe("our requests and Toast's own specification", checkRequests);
else
  it('not run: no vendor specifications found', () => {
    console.warn(`No Toast specifications in ${specs}; set ORDERWIRE_SPECS to the folder that holds them.`);
  });

/**
 * Toast's types serve requests and replies alike, so three of their demands hold for replies only: what is new has no GUID yet, a reference
 * needs no type, and a special request stands for no item (https://doc.toasttab.com/doc/devguide/apiSpecifyingModifiersAndInstructions.html).
 */
function readDefinitions(): Record<string, Schema> {
  const { definitions } = parse(readFileSync(orders, 'utf8')) as { definitions: Record<string, Schema> };
  const { ToastReference } = definitions;
  if (ToastReference) ToastReference.required = [];
  return definitions;
}

function checkRequests() {
  const definitions = readDefinitions();
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  ajv.addSchema({ definitions }, 'toast');
  const problems = (type: string, value: unknown): string[] => {
    const validate = ajv.compile({ $ref: `toast#/definitions/${type}` });
    validate(value);
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  };
  /** Every field name that the specification gives a type, its parents' included. */
  const fieldsOf = (type: string): Set<string> => {
    const collect = (schema: Schema): string[] => [
      ...Object.keys(schema.properties ?? {}),
      ...((schema.allOf as Schema[] | undefined) ?? []).flatMap(collect),
      ...(typeof schema.$ref === 'string'
        ? collect(definitions[schema.$ref.replace('#/definitions/', '')] ?? {})
        : []),
    ];
    return new Set(collect(definitions[type] ?? {}));
  };
  const unknownFields = (type: string, value: object) =>
    Object.keys(value).filter((key) => !fieldsOf(type).has(key));
  const withoutItem = /modifiers\/\d+ must have required property 'item'$/;

  const full = {
    ...sampleOrder,
    test: true,
    allergy_note: 'peanuts',
    tip: 250,
    payment: { state: 'paid', method: 'card' },
    discounts: [{ name: 'Loyalty', amount: 100 }],
    items: [
      { name: 'large pepperoni pizza', quantity: '2', options_text: 'no onions; olives; truffles' },
      { name: 'ham', quantity: '0.75' },
      { name: 'birthday cake', quantity: '1', price: '9.50' },
    ],
  };
  const settings = {
    authority: 'MARIOS',
    delivery_fee_charge_id: 'SC1',
    discount_id: 'DI1',
    prepaid_payment_type_id: 'PT1',
  };
  const bodies = {
    'an order with one of everything': sent(full, { settings, total: 5000 }).order,
    'the smallest order': sent().order,
    'an order at a table': sent({ service: { type: 'dine_in', party_size: 2 } }).order,
  };

  it.each(Object.entries(bodies))('%s has the types and values of the specification', (_name, body) => {
    expect(problems('Order', body).filter((problem) => !withoutItem.test(problem))).toEqual([]);
  });

  it.each(Object.entries(bodies))('%s has no field that Toast does not know', (_name, body) => {
    const [check] = body.checks;
    expect(unknownFields('Order', body)).toEqual([]);
    expect(unknownFields('Check', check ?? {})).toEqual([]);
    expect(unknownFields('Customer', check?.customer ?? {})).toEqual([]);
    expect(unknownFields('DeliveryInfo', body.deliveryInfo ?? {})).toEqual([]);
    const lines = check?.selections ?? [];
    for (const one of [...lines, ...lines.flatMap((line) => line.modifiers)])
      expect(unknownFields('Selection', one)).toEqual([]);
    for (const one of check?.payments ?? []) expect(unknownFields('Payment', one)).toEqual([]);
    for (const one of check?.appliedServiceCharges ?? [])
      expect(unknownFields('AppliedServiceCharge', one)).toEqual([]);
    for (const one of check?.appliedDiscounts ?? [])
      expect(unknownFields('AppliedDiscount', one)).toEqual([]);
  });

  it('a wrong type, value or name would be seen', () => {
    const [check] = bodies['the smallest order'].checks;
    const [line] = check?.selections ?? [];
    const wrong = { ...line, quantity: '1', unitOfMeasure: 'STONE', modifiers: [{ displayName: 7 }] };
    expect(problems('Selection', wrong)).toHaveLength(5);
    expect(unknownFields('Selection', { ...line, note: 'no such field' })).toEqual(['note']);
  });

  it('every special request says its words, and nothing else goes without an item', () => {
    const lines = bodies['an order with one of everything'].checks[0]?.selections ?? [];
    for (const modifier of lines.flatMap((line) => line.modifiers)) {
      if (modifier.selectionType === 'SPECIAL_REQUEST') expect(modifier.displayName).toMatch(/\S/);
      else
        expect(modifier).toMatchObject({
          item: { guid: expect.any(String) },
          optionGroup: expect.any(Object),
        });
    }
  });

  it('asks only addresses that Toast has', async () => {
    const door = await openToastDoor();
    await door.send(sampleOrder);
    const known = [
      'toast-orders-openapi.yaml',
      'growthops-toast-config-api.yaml',
      'toast-restaurants-openapi.yaml',
      'growthops-toast-menus-api-v3.yaml',
      'toast-authentication-openapi.yaml',
    ].flatMap((file) => addressesIn(join(specs, file)));
    for (const path of new Set(door.paths())) expect(known.some((one) => one.test(path))).toBe(true);
  });
}
