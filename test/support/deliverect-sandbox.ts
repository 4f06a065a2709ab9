import { createDeliverectSimulator } from '../../src/sandbox/deliverect';
import { SECONDS_UNTIL_DECIDED } from '../../src/sandbox/deliverect/order-desk';
import { type CallOptions, call } from '../sandbox/call';

export const NOW = new Date('2026-11-27T18:00:00Z');
export const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
export const DECIDED = later(SECONDS_UNTIL_DECIDED);
export const CHANNEL = 'POST /orderwire/order/606d8489fcd8eddf13b121a6';

/** One simulator for a whole test file: reset it before each test. */
export const deliverect = createDeliverectSimulator();
export const fact = (name: string) => deliverect.facts[name] ?? '';
export const logIn = (part: Record<string, unknown> = {}, options: CallOptions = {}) =>
  call(deliverect, 'POST /oauth/token', {
    body: {
      client_id: fact('client_id'),
      client_secret: fact('client_secret'),
      audience: 'https://api.staging.deliverect.com',
      grant_type: 'client_credentials',
      ...part,
    },
    ...options,
  });
export const bearer = (options: CallOptions = {}) => {
  const { access_token } = logIn({}, options).json as { access_token: string };
  return { authorization: `Bearer ${access_token}` };
};
export const order = (part: Record<string, unknown> = {}) => ({
  channelOrderId: 'ow0123456789abcdef01',
  channelOrderDisplayId: 'OW-14',
  orderType: 1,
  deliveryIsAsap: true,
  courier: 'restaurant',
  decimalDigits: 2,
  payment: { amount: 3198, type: 1 },
  items: [{ plu: 'PEPPERONI-L', name: 'Large Pepperoni', price: 1599, quantity: 2 }],
  ...part,
});
export const send = (body: unknown, options: CallOptions = {}) =>
  call(deliverect, CHANNEL, { body, headers: bearer(), ...options });
export const updates = (now: Date) =>
  deliverect.notifications(now).map(({ body }) => JSON.parse(body) as { status: number; reason: string });
