import { findOrder } from '../../searches/find-order';
import { OrderApi } from '../support/order-api';
import { connectZap, posConnection, shapeOf, tester } from '../support/order-api-zap';
import { failureOf } from '../support/zapier-door';

let api: OrderApi;
let authData: Record<string, string>;
beforeAll(async () => {
  api = await OrderApi.start();
  authData = await connectZap(api);
  await api.send({ external_ref: 'CA-1' });
  await api.send({ external_ref: 'CA-2', customer: { name: 'Bob', phone: '617 555 0199' } });
  await api.send({ external_ref: 'CA-3' });
});
afterAll(() => api.stop());

const find = (inputData: Record<string, unknown>) =>
  tester(findOrder.operation.perform, { authData, inputData });
const referencesOf = async (inputData: Record<string, unknown>) =>
  (await find(inputData)).map(({ order_reference }) => order_reference);

describe('Find Order', () => {
  it.each([
    [{ order_reference: 'CA-2' }, ['CA-2']],
    [{ phone: '+1 (617) 555-0123' }, ['CA-3', 'CA-1']],
    [{ phone: '0199' }, ['CA-2']],
    [{ number: '2' }, ['CA-2']],
    [{ number: '#3' }, ['CA-3']],
    [{ number: 1, phone: '0123', order_reference: '' }, ['CA-1']],
    [{ order_reference: 'CA-2', phone: '0123' }, []],
    [{ order_reference: 'CA-9' }, []],
  ])('finds by %j: %j, the newest first', async (fields, references) => {
    expect(await referencesOf(fields)).toEqual(references);
  });

  it('gives the order flat, with what has become of it, in the shape of its sample', async () => {
    const [order] = await find({ order_reference: 'CA-2' });
    expect(order).toMatchObject({ customer_name: 'Bob', status: 'received', location_name: "mario's" });
    expect(shapeOf(order ?? {})).toEqual(shapeOf(findOrder.operation.sample));
  });

  it('finds nothing by nothing: an empty mapping is an error, not the newest order', async () => {
    for (const empty of ['', null, []]) {
      const { message } = await failureOf(find({ order_reference: empty, phone: empty, number: empty }));
      expect(message).toBe('Fill in Order Reference, Guest Phone or Order Number.');
    }
  });

  it('says what is wrong with a number or a connection', async () => {
    expect((await failureOf(find({ phone: '12' }))).message).toContain('is not a phone number');
    const bundle = { authData: posConnection, inputData: { number: '1' } };
    expect((await failureOf(tester(findOrder.operation.perform, bundle))).message).toContain(
      'Find Order reads from the Order API, but the connection chosen is "Clover: M1 (US)".',
    );
  });
});
