import { details, fulfillment, pickup, send } from '../../support/square-order';

it('sends a whole order, exactly so', () => {
  const changes = {
    ...pickup,
    charges: [{ type: 'bag', name: 'Bag', amount: 10 }],
    discounts: [{ name: 'Loyalty', amount: 500 }],
    notes: 'napkins',
  };
  expect(send(changes, { collect: 'UNPAID, collect $7.10' })).toEqual({
    warnings: [],
    order: {
      location_id: 'LSANDBOX1',
      reference_id: expect.stringMatching(/^ow[0-9a-f]{18}$/),
      ticket_name: expect.stringMatching(/^Ann Lee [0-9A-F]{4}$/),
      source: { name: 'OrderWire' },
      line_items: [{ name: 'pizza', quantity: '1', base_price_money: { amount: 1200, currency: 'USD' } }],
      discounts: [
        {
          name: 'Loyalty',
          type: 'FIXED_AMOUNT',
          amount_money: { amount: 500, currency: 'USD' },
          scope: 'ORDER',
        },
      ],
      service_charges: [
        {
          name: 'Bag',
          amount_money: { amount: 10, currency: 'USD' },
          calculation_phase: 'SUBTOTAL_PHASE',
          taxable: false,
        },
      ],
      pricing_options: { auto_apply_taxes: true },
      fulfillments: [
        {
          type: 'PICKUP',
          state: 'PROPOSED',
          pickup_details: {
            recipient: {
              display_name: 'Ann Lee',
              phone_number: '+16175550123',
              email_address: 'ann_lee@example.com',
            },
            schedule_type: 'SCHEDULED',
            pickup_at: '2030-11-30T00:15:00Z',
            note: 'PICKUP\nUNPAID, collect $7.10\nAnn Lee  +1 617 555 0123\nnapkins',
          },
        },
      ],
    },
  });
});

it('depends on nothing but the order and the place: the same call gives the same request', () => {
  expect(send()).toEqual(send());
  expect(send().order.reference_id).not.toBe(send({}, { posLocation: 'LSANDBOX2' }).order.reference_id);
});

describe('when the food is wanted', () => {
  const at = (requested_at: string | null, requested_text: string | null = null) => ({
    timing: { requested_at, requested_text },
  });
  const asap = { schedule_type: 'ASAP', prep_time_duration: 'PT20M' };
  it.each<[string, object, object, object, string | null]>([
    ['as soon as possible', at(null), {}, asap, null],
    ['in words only: they stand in the note', at(null, 'around seven'), {}, asap, 'WANTED: around seven'],
    [
      'at an offset: in UTC',
      at('2030-07-01T19:15:00+02:00'),
      {},
      { schedule_type: 'SCHEDULED', pickup_at: '2030-07-01T17:15:00Z' },
      null,
    ],
    [
      'on the clock of the shop',
      at('2030-07-01 19:15'),
      {},
      { schedule_type: 'SCHEDULED', pickup_at: '2030-07-01T23:15:00Z' },
      null,
    ],
    [
      'still to come',
      at('2030-07-01T19:15:00Z'),
      { now: '2030-07-01T19:14:59Z' },
      { schedule_type: 'SCHEDULED', pickup_at: '2030-07-01T19:15:00Z' },
      null,
    ],
    [
      'a moment ago, which Square refuses: now, and the note says when',
      at('2030-07-01T19:15:00Z'),
      { now: '2030-07-01T15:15:00-04:00' },
      asap,
      'WANTED: Mon 1 Jul, 3:15 PM',
    ],
  ])('%s', (_what, timing, now, when, inNote) => {
    const { note, recipient: _recipient, ...rest } = details(timing, now);
    expect(rest).toEqual(when);
    expect(note.includes('WANTED')).toBe(inNote !== null);
    if (inNote) expect(note).toContain(inNote);
  });
});

describe('how the guest gets it', () => {
  const delivery = {
    service: { type: 'delivery' },
    delivery: { text: '12 Oak St, Boston', instructions: 'Ring twice' },
  };
  it('curbside', () => {
    expect(details({ service: { type: 'curbside' } })).toMatchObject({
      is_curbside_pickup: true,
      recipient: { display_name: 'Ann Lee (CURBSIDE)' },
    });
  });
  it('at a table', () => {
    const { note, recipient } = details({ service: { type: 'dine_in', table: '12', party_size: 4 } });
    expect(recipient.display_name).toBe('Ann Lee (DINE IN)');
    expect(note).toMatch(/^DINE IN\n.*\nTable 12, Party of 4$/s);
  });
  it('delivered, as a pickup that the seller can see, with the address in the note', () => {
    expect(fulfillment(delivery)?.type).toBe('PICKUP');
    expect(details(delivery)).toMatchObject({
      recipient: { display_name: 'Ann Lee (DELIVERY)' },
      note: expect.stringMatching(/^DELIVERY\n.*\n12 Oak St, Boston\nRing twice$/s),
    });
  });
  it('delivered by a partner of Square, with a warning for those who are none', () => {
    const full = {
      service: { type: 'delivery' },
      delivery: {
        street: '12 Oak St',
        unit: 'Apt 4',
        city: 'Boston',
        region: 'MA',
        postal_code: '02215',
        country: 'US',
      },
    };
    const { order, warnings } = send(full, { settings: { delivery_as: 'delivery' } });
    expect(warnings).toEqual([expect.stringContaining('only where its partner agreement covers')]);
    expect(order.fulfillments[0]).toMatchObject({
      type: 'DELIVERY',
      delivery_details: {
        schedule_type: 'SCHEDULED',
        deliver_at: '2030-11-30T00:15:00Z',
        recipient: {
          address: {
            address_line_1: '12 Oak St',
            address_line_2: 'Apt 4',
            locality: 'Boston',
            administrative_district_level_1: 'MA',
            postal_code: '02215',
            country: 'US',
          },
        },
      },
    });
  });
  it('has a name though none was given, and no phone number that Square would refuse', () => {
    const { order } = send({ customer: { name: null, phone: 'call the office', email: null } });
    expect(order.ticket_name).toMatch(/^Phone guest [0-9A-F]{4}$/);
    expect(order.fulfillments[0]?.pickup_details).toMatchObject({
      recipient: { display_name: 'Phone guest' },
      note: expect.stringContaining('call the office'),
    });
    expect(JSON.stringify(order)).not.toContain('phone_number');
  });
});

it('says of a test that it is one, before everything else', () => {
  expect(details({ test: true, allergy_note: 'nuts' }).note).toMatch(
    /^TEST, DO NOT MAKE\nALLERGY: NUTS\nPICKUP/,
  );
});

it('promises a tip on the ticket while it is unpaid', () => {
  expect(details({ tip: 250 }).note).toContain('Tip promised: $2.50');
});

it('needs a reference, so that a repeat finds the first ticket', () => {
  expect(() => send({ external_ref: null })).toThrow(/has no reference/);
});
