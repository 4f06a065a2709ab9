import { type VendorId, vendorIds } from '../../src/pos/vendors';
import { failureOf, openZap, type Zap } from '../support/zapier-door';

const WORDS = 'two large pepperoni pizzas no onions and a coke zero, pickup tomorrow';
/** What a Zap has of a text message: its SID, its sender and its words. */
const texted = (order_text: string, fields: object = {}) => ({
  order_reference: 'SM0123456789abcdef0123456789abcdef',
  order_data: '',
  order_text,
  customer_name: 'Ann Lee',
  customer_phone: '+16175550123',
  ...fields,
});
const ticketOf = (zap: Zap) => JSON.stringify(zap.tickets());
const withMenu = vendorIds.filter((id) => id !== 'touchbistro');

describe.each(withMenu)('a text message to %s', (vendor: VendorId) => {
  let zap: Zap;
  beforeEach(async () => {
    zap = await openZap(vendor);
  });
  afterEach(() => zap.close());

  it('makes one ticket with "no onions" and the time as it was said, however often the step runs', async () => {
    const output = await zap.run(texted(WORDS));
    expect(output).toMatchObject({
      ...{ vendor, sent_to_kitchen: true, replayed: false, check_items: '' },
      items_understood: '2 × Large Pepperoni Pizza (no onions); 1 × Coke Zero',
    });
    expect(output.reply_text).toContain('2 × Large Pepperoni Pizza (no onions); 1 × Coke Zero.');
    expect(ticketOf(zap)).toMatch(/NO onions/i);
    expect(ticketOf(zap)).toContain('tomorrow');
    expect(output.ticket_number).toEqual(expect.any(String));
    await zap.run(texted(WORDS));
    expect(zap.tickets()).toHaveLength(1);
  });

  it('prints an allergy that was only spoken of, first and in capitals', async () => {
    await zap.run(texted('garlic knots, I have a peanut allergy', { allergy_note: 'sesame' }));
    expect(ticketOf(zap)).toMatch(/ALLERGY[^"]*SESAME; PEANUT ALLERGY/);
  });
});

describe('a text message to TouchBistro, which has no menu', () => {
  it('travels as it was said, all of it', async () => {
    const zap = await openZap('touchbistro');
    const long = `${'garlic knots and '.repeat(15)}a tiramisu`;
    const output = await zap.run(texted(long));
    expect(output.sent_to_kitchen).toBe(true);
    expect(ticketOf(zap)).toContain(long);
    await zap.close();
  });
});

describe('the words of an order', () => {
  let square: Zap;
  beforeAll(async () => {
    square = await openZap('square');
  });
  afterAll(() => square.close());
  beforeEach(() => square.target.reset());
  const goOn = { when_refused: 'continue' };

  it('are asked about where they can mean two dishes: the reply is the question', async () => {
    const { message } = await failureOf(square.run(texted('a pizza and a coke')));
    expect(message).toBe(
      'Not sure what was meant by "pizza": Pepperoni Pizza, Supreme Pizza or Large Pizza? Ask the guest, then send the order again, or set "If We Are Not Sure What Was Meant".',
    );
    const output = await square.run(texted('a pizza and a coke', goOn));
    expect(output).toMatchObject({ state: 'not_sent', sent_to_kitchen: false });
    expect(output.reply_text).toBe(
      '"pizza": Pepperoni Pizza, Supreme Pizza or Large Pizza? Your order is not in yet: send us the whole order again, or call the restaurant.',
    );
    expect(output.items_understood).toBe('1 × pizza; 1 × coke');
    expect(square.tickets()).toHaveLength(0);
  });

  it('are sent all the same, marked CHECK, where the step says so', async () => {
    const output = await square.run(texted('a pizza and a coke', { unsure_items: 'open_item' }));
    expect(output).toMatchObject({ sent_to_kitchen: true, check_items: 'pizza' });
    expect(ticketOf(square)).toContain('CHECK: pizza');
  });

  it('are held where the menu lacks a dish and the step says so, with a reply that names it', async () => {
    const unknown = texted('garlic knots and 2 unicorn steaks', { unknown_items: 'hold', ...goOn });
    const output = await square.run(unknown);
    expect(output.reply_text).toMatch(/^"unicorn steaks?" is not on the menu of Mario's Downtown\./);
    expect(output.reply_text).not.toContain('Words Your Guests Use');
    const sent = await square.run({ ...unknown, unknown_items: '' });
    expect(sent.check_items).toMatch(/^unicorn steaks?$/);
  });

  it('ask for the choice that a dish needs, in words for the guest', async () => {
    const output = await square.run(texted('a large pizza please', goOn));
    expect(output.reply_text).toContain('Large Pizza needs a Crust: Thin, Pan or Stuffed.');
    expect(output.reply_text).not.toContain('Put it in Options');
  });

  it('are learned: what guests call a dish', async () => {
    const aliases = { 'the usual': 'Garlic Knots' };
    const output = await square.run(texted('the usual and a coke', { aliases }));
    expect(output).toMatchObject({ items_understood: '1 × Garlic Knots; 1 × Coke', check_items: '' });
  });

  it('make no ticket where they order nothing', async () => {
    expect((await failureOf(square.run(texted('are you open today?')))).message).toBe(
      "Order in Words names nothing on the menu of Mario's Downtown. Add what guests say under Words Your Guests Use, or fill in Items.",
    );
    const output = await square.run(texted('hello', goOn));
    expect(output.reply_text).toMatch(/^Sorry, we found no dish of ours in your message\./);
    expect(output.staff_text).toContain('hello');
    expect(square.tickets()).toHaveLength(0);
  });

  it('name the address, and the kitchen reads what belongs to no dish', async () => {
    const text =
      'one large pepperoni with extra cheese, deliver to 12 Oak St Apt 4. this is for the party upstairs';
    const output = await square.run(texted(text, { kitchen_note: 'call first' }));
    const [ticket] = square.tickets();
    expect(output.items_understood).toContain('1 × Large Pepperoni Pizza (extra cheese)');
    expect(JSON.stringify(ticket)).toContain('12 Oak St Apt 4');
    for (const words of ['call first', 'the party upstairs']) expect(JSON.stringify(ticket)).toContain(words);
  });

  it('give way to Items, and to each field that is filled in', async () => {
    const items = [{ name: 'coke' }];
    expect(await square.run(texted(WORDS, { items }))).toMatchObject({ items_understood: '1 × Coke' });
    square.target.reset();
    const fields = { requested_time: '2030-11-29T18:00', service_type: 'curbside', order_reference: 'SM2' };
    await square.run(texted(WORDS, fields));
    expect(ticketOf(square)).not.toContain('tomorrow');
    expect(ticketOf(square)).toContain('CURBSIDE');
  });

  it('name the time: a moment where it is sure, in the zone of the shop', async () => {
    const soon = Date.now() + 29 * 60_000;
    await square.run(texted('garlic knots, pickup in half an hour'));
    const at = Date.parse(square.tickets()[0]?.requested_at ?? '');
    expect(at).toBeGreaterThan(soon);
    expect(at).toBeLessThan(soon + 10 * 60_000);
  });

  it('win over Order Data, whose guest stays', async () => {
    const order_data = JSON.stringify({
      customer: { name: 'Bob' },
      items: [{ name: 'coke', quantity: '9' }],
    });
    const output = await square.run(texted('garlic knots', { order_data, customer_name: '' }));
    expect(output.items_understood).toBe('1 × Garlic Knots');
    expect(ticketOf(square)).toContain('Bob');
  });

  it('send nothing when Test is pressed, and show what would be sent', async () => {
    const output = await square.run(texted(WORDS), { testing: true });
    expect(output).toMatchObject({
      state: 'preview',
      items_understood: expect.stringContaining('no onions'),
    });
    expect(square.tickets()).toHaveLength(0);
  });
});
