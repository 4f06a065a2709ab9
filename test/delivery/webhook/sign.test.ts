import { Webhook } from 'standardwebhooks';
import { callHook } from '../../../src/delivery/webhook/call';
import { createHookSecret, toHookRequest } from '../../../src/delivery/webhook/sign';

const [secret, earlier] = [createHookSecret(), createHookSecret()];
const now = () => Date.now();
const message = { url: 'https://example.com/x', id: 'dlv_1', body: '{"note":"ñ 🍕"}', secrets: [secret] };
const verify = (key: string, { headers, body = '' }: { headers: Record<string, string>; body?: string }) =>
  new Webhook(key).verify(body, headers);

describe('a call to a hook, read with the Standard Webhooks library', () => {
  it('is ours', () => {
    expect(verify(secret, toHookRequest({ ...message, at: now() }))).toEqual({ note: 'ñ 🍕' });
  });

  it('is not ours once a letter of it is changed', () => {
    const request = toHookRequest({ ...message, at: now() });
    expect(() => verify(secret, { ...request, body: message.body.replace('ñ', 'n') })).toThrow(/signature/i);
    const headers = { ...request.headers, 'webhook-id': 'dlv_2' };
    expect(() => verify(secret, { ...request, headers })).toThrow(/signature/i);
  });

  it('is refused with another secret', () => {
    expect(() => verify(earlier, toHookRequest({ ...message, at: now() }))).toThrow(/signature/i);
  });

  it.each([
    ['old', -6],
    ['of the future', 6],
  ])('is refused once it is %s', (_what, minutes) => {
    const request = toHookRequest({ ...message, at: now() + minutes * 60_000 });
    expect(() => verify(secret, request)).toThrow(/timestamp/i);
  });

  it('is known by either secret while they change', () => {
    const request = toHookRequest({ ...message, at: now(), secrets: [secret, earlier] });
    for (const one of [secret, earlier]) expect(() => verify(one, request)).not.toThrow();
    expect(() => verify(createHookSecret(), request)).toThrow();
  });

  it('never leaves unsigned', async () => {
    const http = jest.fn();
    const { outcome, message: says } = await callHook({ ...message, at: now(), secrets: [] }, http);
    expect([outcome, http.mock.calls]).toEqual(['failed', []]);
    expect(says).toContain('ORDERWIRE_SECRET');
  });
});

it('makes secrets of 192 random bits, each another', () => {
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
  expect(secret).not.toBe(earlier);
});
