import { type HttpRequest, NoResponse } from '../../../src/http';
import { clover } from '../../../src/pos/clover';
import { PosError } from '../../../src/pos/errors';
import { openClover } from '../../support/clover-door';

async function failure(promise: Promise<unknown>): Promise<PosError> {
  const error = await promise.catch((reason: unknown) => reason);
  if (!(error instanceof PosError)) throw new Error(`expected a PosError, got ${error}`);
  return error;
}
const isDelete = ({ method }: HttpRequest) => method === 'DELETE';

it.each(['us', 'eu'] as const)('deletes the order, and once is enough (%s)', async (region) => {
  const { seen, session, send, tickets } = openClover(region);
  const receipt = await send();
  await clover.cancel(receipt, session());
  expect(tickets()).toMatchObject([{ voided: true, visible: false }]);
  await clover.cancel(receipt, session());
  expect(seen.filter(isDelete)).toHaveLength(1);
});

it('tells by the receipt that paper is out, which no deletion takes back', async () => {
  const { session, send, tickets } = openClover();
  const receipt = await send();
  await clover.cancel(receipt, session());
  expect(receipt.completed).toContain('print');
  expect(tickets()).toMatchObject([{ voided: true, printed: 1 }]);
});

it('is done where staff have deleted it themselves', async () => {
  const { clock, seen, session, send, staff } = openClover();
  const receipt = await send();
  staff.act(receipt.pos_order_id ?? '', 'cancel', clock.now);
  await clover.cancel(receipt, session());
  expect(seen.filter(isDelete)).toEqual([]);
});

it('leaves an order that has been paid, and its money, to people', async () => {
  const { clock, seen, session, send, tickets, staff } = openClover();
  const receipt = await send();
  staff.act(receipt.pos_order_id ?? '', 'complete', clock.now);
  expect(await failure(clover.cancel(receipt, session()))).toMatchObject({
    kind: 'rejected',
    details: { code: 'PAID_ORDER_KEPT' },
    message: expect.stringMatching(/Tell the kitchen, and refund it in Clover/),
  });
  expect(seen.filter(isDelete)).toEqual([]);
  expect(tickets()).toMatchObject([{ voided: false, payment: 'paid' }]);
});

it('has nothing to cancel in an order whose id Clover never told, and says so', async () => {
  const { session, send } = openClover();
  const receipt = { ...(await send()), pos_order_id: null };
  expect(await failure(clover.cancel(receipt, session()))).toMatchObject({ details: { code: 'NO_ORDER' } });
});

it.each<[string, string, number | null, RegExp]>([
  ['is refused', 'rejected', 400, /Tell the kitchen, and delete it in the Orders app\.$/],
  ['fails', 'unclear', 502, /asked again/],
  ['is never answered', 'unclear', null, /asked again/],
  ['is too fast', 'throttled', 429, /slow down/],
  ['lacks the right to write', 'credentials', 401, /Read and Write Orders/],
])('is told as it is where it %s, and succeeds afterwards', async (_what, kind, status, words) => {
  const { session, tampered, send, tickets } = openClover();
  const receipt = await send();
  const broken = tampered((request, http) => {
    if (!isDelete(request)) return http(request);
    if (status === null) return Promise.reject(new NoResponse('maybe', 'timeout'));
    return Promise.resolve({ status, headers: {}, body: '{"message":"No"}' });
  });
  const error = await failure(clover.cancel(receipt, broken));
  expect(error).toMatchObject({ kind, message: expect.stringMatching(words) });
  expect(tickets()).toMatchObject([{ voided: false }]);
  await clover.cancel(receipt, session());
  expect(tickets()).toMatchObject([{ voided: true }]);
});

it('leaves nothing of the order to be found', async () => {
  const { session, prepare, send } = openClover();
  await clover.cancel(await send(), session());
  expect(await clover.findOrder((await prepare()).order, session())).toBeUndefined();
});
