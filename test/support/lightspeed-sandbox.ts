import { createLightspeedSimulator } from '../../src/sandbox/lightspeed';
import { SECONDS_UNTIL_DECIDED } from '../../src/sandbox/lightspeed/order-book';
import { type Answer, type CallOptions, call } from '../sandbox/call';

export const NOW = new Date('2026-11-27T18:00:00Z');
export const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
export const DECIDED = later(SECONDS_UNTIL_DECIDED);
export const V2_TOKEN = '/realms/k-series/protocol/openid-connect/token';
export const LOCATION = 100_000_000_421_001;
export const AT = `businessLocationId=${LOCATION}`;

/** One simulator for a whole test file: reset it before each test. */
export const lightspeed = createLightspeedSimulator();
export const fact = (name: string) => lightspeed.facts[name] ?? '';
export const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

export function refresh(refreshToken: string, options: CallOptions & { path?: string } = {}): Answer {
  return call(lightspeed, `POST ${options.path ?? V2_TOKEN}`, {
    headers: {
      authorization: basic(fact('client_id'), fact('client_secret')),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken }).toString(),
    ...options,
  });
}

export function connect(options: CallOptions = {}) {
  const { access_token } = refresh(fact('refresh_token'), options).json as { access_token: string };
  return (target: `${string} ${string}`, more: CallOptions = {}) =>
    call(lightspeed, target, { headers: { authorization: `Bearer ${access_token}` }, ...more });
}

export const order = (part: Record<string, unknown> = {}) => ({
  businessLocationId: LOCATION,
  thirdPartyReference: 'ow0123456789abcdef01',
  endpointId: 'ORDERWIRE',
  customerInfo: { firstName: 'Ann', lastName: 'Lee' },
  items: [{ sku: 'PEPPERONI-L', quantity: 2 }],
  ...part,
});
export const send = (body: unknown, path = 'toGo') => connect()(`POST /o/op/1/order/${path}`, { body });
export const statuses = (now: Date) =>
  lightspeed.notifications(now).map(({ body }) => JSON.parse(body) as { status: string; reason?: string });
export const fields = (answer: Answer) =>
  (answer.json as { errors: { field: string; code: string }[] }).errors.map(
    ({ field, code }) => `${field} ${code}`,
  );
