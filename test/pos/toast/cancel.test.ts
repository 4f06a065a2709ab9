import type { Receipt } from '../../../src/pos/receipt';
import { toast } from '../../../src/pos/toast';
import type { Session } from '../../../src/pos/vendor';
import { fakeHttp } from '../../support/fake-http';
import { failure } from '../../support/toast-door';

const receipt = (part: Partial<Receipt> = {}) =>
  ({ reference: 'ow0123456789abcdef01', pos_order_id: 'G1', ...part }) as Receipt;
const open = { guid: 'G1', guestOrderStatus: 'IN_PREPARATION' };
const at = (replies: Parameters<typeof fakeHttp>[0], settings: Record<string, string> = {}) => {
  const { http, asked } = fakeHttp(replies);
  const session = {
    http,
    credentials: {},
    settings,
    posLocation: 'R1',
    environment: 'production',
  } as Session;
  return { session, asked };
};
const works = { '/orders/G1': { body: open }, '/G1/void': { body: { ...open, voided: true } } };

it('voids the lines and the payment together, as Toast demands', async () => {
  const { session, asked } = at(works);
  await toast.cancel(receipt(), session);
  const [look, sent] = asked;
  expect(look).toMatchObject({ method: 'GET' });
  expect(sent).toMatchObject({
    method: 'POST',
    url: 'https://ws-api.toasttab.com/orders/v2/orders/G1/void',
    headers: { 'toast-restaurant-external-id': 'R1' },
  });
  expect(JSON.parse(sent?.body ?? '')).toEqual({
    selections: { voidAll: true },
    payments: { voidAll: true },
  });
});

it('is done where it is voided already', async () => {
  const { session, asked } = at({ '/orders/G1': { body: { ...open, voided: true } } });
  await toast.cancel(receipt(), session);
  expect(asked).toHaveLength(1);
});

it('finds an order whose GUID was never told by our reference, behind its authority', async () => {
  const { session, asked } = at(
    { '/orders/MARIOS%3Aow0123456789abcdef01': { body: open }, '/G1/void': works['/G1/void'] },
    { authority: 'MARIOS' },
  );
  await toast.cancel(receipt({ pos_order_id: null }), session);
  expect(asked).toHaveLength(2);
});

it('voids unseen what these credentials may not read', async () => {
  const { session, asked } = at({ '/orders/G1': { status: 403 }, '/G1/void': works['/G1/void'] });
  await toast.cancel(receipt(), session);
  expect(asked).toHaveLength(2);
});

it.each([
  [
    'is ready',
    { '/orders/G1': { body: { ...open, guestOrderStatus: 'READY_FOR_PICKUP' } } },
    'TOO_LATE',
    'as ready. Speak with the restaurant',
  ],
  [
    'is closed',
    { '/orders/G1': { body: { ...open, guestOrderStatus: 'CLOSED' } } },
    'TOO_LATE',
    'given back in Toast',
  ],
  [
    'was joined to another',
    { '/orders/G1': { body: { ...open, deleted: true } } },
    'JOINED',
    'Tell the kitchen',
  ],
  ['is unknown to Toast', {}, 'NO_ORDER', 'Tell the kitchen'.toLowerCase()],
  [
    'has a payment or discount that Toast keeps',
    { ...works, '/G1/void': { status: 400, body: { message: 'modifiers required' } } },
    'NOT_VOIDED',
    'void it on a Toast POS device',
  ],
  [
    'may not be voided by these credentials',
    { ...works, '/G1/void': { status: 403 } },
    'MISSING_SCOPE',
    'orders.channel:void',
  ],
] as const)('says what to do next where the order %s', async (_name, replies, code, next) => {
  const error = await failure(toast.cancel(receipt(), at(replies).session));
  expect(error).toMatchObject({ kind: 'rejected', details: { code } });
  expect(error.message).toContain(next);
});

it.each([
  ['Toast fails while answering', { status: 500 }, 'unclear'],
  ['the reply does not say voided', { body: open }, 'unclear'],
  ['the reply cannot be read', { body: '<html>' }, 'unclear'],
  ['Toast asks to slow down', { status: 429 }, 'throttled'],
  ['the token has expired', { status: 401 }, 'credentials'],
])('is asked again where %s', async (_name, reply, kind) => {
  const error = await failure(toast.cancel(receipt(), at({ ...works, '/G1/void': reply }).session));
  expect(error.kind).toBe(kind);
  expect(error.message).not.toMatch(/the order \(|ticket may exist/);
});
