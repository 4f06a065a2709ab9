import { coke, elements, sandbox } from '../support/clover-sandbox';

beforeEach(sandbox.restart);

describe('printing', () => {
  it('answers 404 for an order that does not exist', () => {
    expect(sandbox.print('NOSUCHORDER00')).toMatchObject({ status: 404, body: { message: 'Not Found' } });
  });

  it('forgets a finished job, and then says so on the lines', () => {
    const { id } = sandbox.order({ lineItems: [coke()] }).body;
    const event = sandbox.print(id).body;
    expect(event).toMatchObject({ orderRef: { id }, state: 'CREATED' });
    const printed = () =>
      elements(sandbox.at('us', 'GET', `orders/${id}?expand=lineItems`).body, 'lineItems')[0]?.printed;
    sandbox.wait(1000);
    expect(sandbox.at('us', 'GET', `print_event/${event.id}`).body.state).toBe('PRINTING');
    expect(printed()).toBe(false);
    sandbox.wait(1000);
    expect(sandbox.at('us', 'GET', `print_event/${event.id}`)).toMatchObject({
      status: 404,
      body: { details: 'The print event is missing' },
    });
    expect(printed()).toBe(true);
  });
});

describe('payments', () => {
  const pay = (id: unknown, tender: string, amount: number) =>
    sandbox.at('us', 'POST', `orders/${id}/payments`, {
      tender: { id: sandbox.idOf('us', 'tenders', tender) },
      amount,
      tipAmount: 100,
    });

  it('marks an order paid when outside money covers it', () => {
    const { id } = sandbox.order({ lineItems: [coke()] }).body;
    expect(pay(id, 'External Payment', 200).status).toBe(200);
    expect(sandbox.tickets()[0]).toMatchObject({ payment: 'unpaid', tip: 100 });
    pay(id, 'Cash', 99);
    expect(sandbox.tickets()[0]).toMatchObject({ payment: 'paid', tip: 200 });
    expect(sandbox.at('us', 'GET', `orders/${id}`).body).toMatchObject({
      paymentState: 'PAID',
      state: 'locked',
    });
  });

  it('refuses cards, unknown tenders and nothing at all', () => {
    const { id } = sandbox.order({ lineItems: [coke()] }).body;
    expect(pay(id, 'Credit Card', 299).status).toBe(400);
    expect(pay(id, 'Shells', 299).status).toBe(400);
    expect(pay(id, 'Cash', 0).status).toBe(400);
  });
});

describe('customers', () => {
  it('must exist before an order can name them', () => {
    const made = sandbox.at('us', 'POST', 'customers', {
      firstName: 'Ann',
      phoneNumbers: [{ phoneNumber: '+16175550123' }],
    });
    sandbox.order({ lineItems: [coke()], customers: [{ id: made.body.id }] });
    expect(sandbox.tickets()[0]?.customer).toBe('Ann +16175550123');
    const { body } = sandbox.at(
      'us',
      'GET',
      `customers?filter=${encodeURIComponent('phoneNumber=+16175550123')}`,
    );
    expect(elements(body)).toMatchObject([{ id: made.body.id, firstName: 'Ann' }]);
  });
});
