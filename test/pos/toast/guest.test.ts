import { toToastOrder } from '../../../src/pos/toast/order';
import { lines, prepared, SETTINGS, sent } from '../../support/toast-order';

describe('the guest', () => {
  const guest = (customer: object, settings = {}) =>
    sent({ customer }, { settings }).order.checks[0]?.customer;

  it.each([
    ['a single name', { name: 'Cher', phone: '6175550123' }, { firstName: 'Cher', lastName: 'Guest' }],
    [
      'three names',
      { name: 'Ana de Armas', phone: '6175550123' },
      { firstName: 'Ana', lastName: 'de Armas' },
    ],
    ['no name', { phone: '6175550123' }, { firstName: 'Phone', lastName: 'Guest' }],
    [
      'a British number',
      { name: 'A B', phone: '+44 20 7946 0958' },
      { phone: '2079460958', phoneCountryCode: '44' },
    ],
    ['no e-mail', { name: 'A B', phone: '6175550123' }, { email: 'orders@marios.example' }],
    [
      'a hyphen in the domain of the e-mail',
      { name: 'A B', phone: '6175550123', email: 'a_b@my-pizza.example' },
      { email: 'a_b@my-pizza.example' },
    ],
  ])('with %s', (_name, customer, expected) => {
    expect(guest(customer)).toMatchObject(expected);
  });

  it.each([
    'ann.lee@example.com',
    'ann+pizza@example.com',
    'änn@example.com',
    `${'a'.repeat(42)}@example.com`,
  ])('with the address %s, which Toast cannot take: the fallback is used and the ticket says it', (email) => {
    const { order, warnings } = sent({ customer: { name: 'Ann Lee', phone: '6175550123', email } });
    expect(order.checks[0]?.customer?.email).toBe('orders@marios.example');
    expect(lines(order)[0]).toContain(`"E-mail: ${email}"`);
    expect(warnings).toHaveLength(1);
  });

  it.each([
    [
      'no e-mail and no fallback',
      { phone: '6175550123' },
      { fallback_guest_email: undefined },
      'Toast demands an e-mail address for each pickup and delivery guest, and this order has none. Ask the guest for one, or set "Fallback Guest Email" to an address of the restaurant.',
    ],
    [
      'an e-mail that breaks the rule',
      { phone: '6175550123', email: 'ann.lee@example.com' },
      { fallback_guest_email: undefined },
      'Toast takes e-mail addresses of at most 53 characters: letters, digits and _; the guest\'s is not one. Set "Fallback Guest Email" to an address of the restaurant.',
    ],
    [
      'a fallback that breaks the rule',
      { phone: '6175550123' },
      { fallback_guest_email: 'front.desk@marios.example' },
      'Toast takes e-mail addresses of at most 53 characters: letters, digits and _. "Fallback Guest Email" is not one; correct it.',
    ],
    [
      'a phone number that cannot be dialled',
      { name: 'Ann', phone: '12' },
      {},
      'this order has none that can be dialled',
    ],
    [
      'no phone number',
      { name: 'Ann' },
      {},
      'Toast demands a phone number for each pickup and delivery guest, and this order has none that can be dialled. Ask the guest, then send it again.',
    ],
  ])('refused in one sentence: %s', (_name, customer, settings, sentence) => {
    expect(() => guest(customer, settings)).toThrow(sentence);
  });

  it('may stay unknown at a table', () => {
    const { order } = sent(
      { service: { type: 'dine_in', table: '7', party_size: 4 }, customer: { name: 'Ann' } },
      { settings: { fallback_guest_email: undefined } },
    );
    expect(order).toMatchObject({ numberOfGuests: 4 });
    expect(order.checks[0]?.customer).toBeUndefined();
    expect(lines(order)[0]).toEqual(expect.arrayContaining(['"DINE IN"', '"Ann"', '"Table 7, Party of 4"']));
  });
});

describe('where and when', () => {
  const delivery = (address: object) =>
    sent({ service: { type: 'delivery' }, delivery: address }).order.deliveryInfo;

  it('sends a wanted time as both dates, in UTC, whatever the offset', () => {
    const { order } = sent({ timing: { requested_at: '2026-11-01T01:30:00-04:00' } });
    expect(order).toMatchObject({
      openedDate: '2026-11-01T05:30:00.000+0000',
      promisedDate: '2026-11-01T05:30:00.000+0000',
    });
    expect(order).not.toHaveProperty('requiredPrepTime');
  });

  it.each([
    [
      '12 Oak St Apt 4, Boston, MA 02215',
      { address1: '12 Oak St Apt 4', city: 'Boston', state: 'MA', zipCode: '02215' },
    ],
    [
      '12 Oak St, Apt 4, Boston, ma, 02215-1234, USA',
      { address1: '12 Oak St, Apt 4', state: 'MA', zipCode: '02215-1234' },
    ],
    ['1 King St W, Toronto, ON M5H 1A1', { city: 'Toronto', state: 'ON', zipCode: 'M5H 1A1' }],
  ])('reads the address in one line: %s', (text, expected) => {
    expect(delivery({ text })).toMatchObject(expected);
  });

  it('takes the parts where they are given', () => {
    const parts = {
      street: '12 Oak St',
      unit: 'Apt 4',
      city: 'Boston',
      region: 'ma',
      postal_code: '02215',
      country: 'US',
      instructions: 'Ring twice',
    };
    expect(delivery(parts)).toEqual({
      address1: '12 Oak St',
      address2: 'Apt 4',
      city: 'Boston',
      state: 'MA',
      zipCode: '02215',
      country: 'US',
      notes: 'Ring twice',
    });
  });

  it.each([
    { text: 'the blue house behind the church' },
    { street: '12 Oak St', city: 'Boston', region: 'Massachusetts' },
  ])('asks for an address that Toast can take: %j', (address) => {
    expect(() => delivery(address)).toThrow('Toast needs street, city, state and ZIP code for a delivery.');
  });

  it('puts the naming authority before every external id, from the setting or the token', () => {
    const { order } = sent({}, { settings: { authority: 'MARIOS:' } });
    expect(order.externalId).toMatch(/^MARIOS:ow[0-9a-f]{18}$/);
    expect(order.checks[0]?.selections[0]?.externalId).toBe(`${order.externalId}-l1`);
    const claims = Buffer.from('{"namingAuthority":"ORDERWIRE"}').toString('base64url');
    const at = { posLocation: 'R1', settings: SETTINGS, diningOption: 'D1', total: null };
    const token = { access_token: `x.${claims}.x` };
    expect(toToastOrder(prepared(), { ...at, token }).order.externalId).toMatch(/^ORDERWIRE:ow/);
  });
});
