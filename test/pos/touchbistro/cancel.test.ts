import type { Receipt } from '../../../src/pos/receipt';
import { touchbistro } from '../../../src/pos/touchbistro';
import type { Session } from '../../../src/pos/vendor';
import { fakeHttp } from '../../support/fake-http';

const receipt = { reference: 'ow0123456789abcdef01', pos_order_id: null } as Receipt;
const open = (reply: { status?: number; body?: unknown }, mode = 'deliverect') => {
  const { http, asked } = fakeHttp({ '/orderwire/order/606d': reply });
  const session = {
    http,
    credentials: {},
    settings: { mode, channel_name: 'orderwire' },
    posLocation: '606d',
    environment: 'production',
    token: { access_token: 'secret-token' },
  } as Session;
  return { asked, cancel: () => touchbistro.cancel(receipt, session) };
};

it('asks Deliverect to have the same order voided', async () => {
  const { cancel, asked } = open({ status: 201, body: '' });
  await cancel();
  expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'POST https://api.deliverect.com/orderwire/order/606d',
  ]);
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
    channelOrderId: 'ow0123456789abcdef01',
    channelOrderDisplayId: '012345',
    cancellationReason: 'CANCELLATION',
    status: 100,
  });
});

it.each([
  [{ status: 400, body: { code: 'X1' } }, 'rejected', 'does not cancel this order (X1). Call the restaurant'],
  [{ status: 404 }, 'rejected', 'Call the restaurant'],
  [{ status: 401 }, 'credentials', 'does not accept these credentials'],
  [{ status: 429 }, 'throttled', 'slow down'],
  [{ status: 500 }, 'unclear', 'on its way'],
  [{ status: 201, body: '<html>' }, 'unclear', 'on its way'],
])('calls the answer %j %s', async (reply, kind, words) => {
  await expect(open(reply).cancel()).rejects.toMatchObject({ kind, message: expect.stringContaining(words) });
});

it.each(['partner', 'webhook', 'email'])('has no way to cancel by %s, and says who has', async (mode) => {
  const { cancel, asked } = open({}, mode);
  await expect(cancel()).rejects.toMatchObject({
    kind: 'rejected',
    message: expect.stringContaining('Tell the restaurant'),
    details: { code: 'NO_CANCEL' },
  });
  expect(asked).toEqual([]);
});
