import {
  getExpectedBodyHash,
  getExpectedTwilioSignature,
  validateRequestWithBody,
} from 'twilio/lib/webhooks/webhooks';
import { isSignedByTwilio } from '../../src/intake/twilio/signature';
import { OrderApi } from '../support/order-api';
import { GUEST, LINE, TOKEN, TwilioPhone, twilioConfig } from '../support/twilio-phone';

const URL_ = 'https://orders.example/twilio/sms';
const FORM = 'application/x-www-form-urlencoded';
const sms = {
  MessageSid: `SM${'0'.repeat(31)}1`,
  From: GUEST,
  To: LINE,
  Body: 'a coke & "fries" ü 😀',
  Empty: '',
};
const formCall = (url = URL_, fields: Record<string, string> = sms) => ({
  url,
  contentType: FORM,
  body: new URLSearchParams(fields).toString(),
  signature: getExpectedTwilioSignature(TOKEN, url, fields),
});

it.each([
  ['a form', URL_, sms],
  ['an address with a query', `${URL_}?turn=3&name=O%27Hara`, sms],
  ['an address with a port of its own', 'https://orders.example:8443/twilio/sms', sms],
  ['fields in any order', URL_, { b: '2', a: '1', B: '3', A: '4' }],
  ['a call without fields', URL_, {}],
])('believes what Twilio’s own package signs: %s', (_what, url, fields) => {
  expect(isSignedByTwilio(formCall(url, fields), [TOKEN])).toBe(true);
});

it('knows Twilio’s published example', () => {
  const fields = {
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675309',
    Digits: '1234',
    From: '+14158675309',
    To: '+18005551212',
  };
  const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
  const call = { ...formCall(url, fields), signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=' };
  expect(isSignedByTwilio(call, ['12345'])).toBe(true);
  expect(isSignedByTwilio({ ...call, signature: 'GvWf1cFY/Q7PnoempGyD5oXAezc=' }, ['12345'])).toBe(false);
});

it('believes an address that was signed with or without its standard port', () => {
  const signature = getExpectedTwilioSignature(TOKEN, 'https://orders.example:443/twilio/sms', sms);
  expect(isSignedByTwilio({ ...formCall(), signature }, [TOKEN])).toBe(true);
});

it('takes a field that comes twice as Twilio’s package does', () => {
  const fields = { Digit: ['2', '1', '2'], To: LINE };
  const body = `${fields.Digit.map((one) => `Digit=${one}`).join('&')}&To=${encodeURIComponent(LINE)}`;
  const signature = getExpectedTwilioSignature(TOKEN, URL_, fields);
  expect(isSignedByTwilio({ url: URL_, contentType: FORM, body, signature }, [TOKEN])).toBe(true);
});

describe('a JSON body', () => {
  const body = JSON.stringify({ hello: 'wörld' });
  const url = `${URL_}?bodySHA256=${getExpectedBodyHash(body)}`;
  const signature = getExpectedTwilioSignature(TOKEN, url, {});
  const call = { url, contentType: 'application/json', body, signature };

  it('is believed by its hash in the signed address', () => {
    expect(validateRequestWithBody(TOKEN, signature, url, body)).toBe(true);
    expect(isSignedByTwilio(call, [TOKEN])).toBe(true);
  });

  it('is refused where it was changed, or where no hash protects it', () => {
    expect(isSignedByTwilio({ ...call, body: `${body} ` }, [TOKEN])).toBe(false);
    const bare = getExpectedTwilioSignature(TOKEN, URL_, {});
    expect(isSignedByTwilio({ ...call, url: URL_, signature: bare }, [TOKEN])).toBe(false);
  });
});

it('believes either token while one is replaced, and nothing without a token', () => {
  expect(isSignedByTwilio(formCall(), ['the next one', TOKEN])).toBe(true);
  expect(isSignedByTwilio(formCall(), ['the next one'])).toBe(false);
  expect(isSignedByTwilio(formCall(), [])).toBe(false);
});

it.each([
  ['no signature', { signature: undefined }],
  ['an empty signature', { signature: '' }],
  ['another address', { url: 'https://evil.example/twilio/sms' }],
  ['another query', { url: `${URL_}?turn=1` }],
  ['another body', { body: `${new URLSearchParams({ ...sms, Body: 'ten pizzas' })}` }],
  ['another signature of the same length', { signature: `A${formCall().signature.slice(1)}` }],
])('refuses %s', (_what, change) => {
  expect(isSignedByTwilio({ ...formCall(), ...change }, [TOKEN])).toBe(false);
});

describe('the line itself', () => {
  let api: OrderApi;
  afterEach(() => api.stop());

  it('answers 401 to a call that Twilio did not sign, and does nothing', async () => {
    api = await OrderApi.start({ config: twilioConfig });
    const forged = await new TwilioPhone(api, 'guessed').post('two cokes');
    expect([forged.status, forged.text]).toEqual([
      401,
      expect.stringContaining('not signed as Twilio signs'),
    ]);
  });

  it('believes nothing before a token is set, not even an empty one', async () => {
    api = await OrderApi.start({
      config: { ...twilioConfig, twilio: { ...twilioConfig.twilio, authTokens: [] } },
    });
    expect((await new TwilioPhone(api, '').post('two cokes')).status).toBe(401);
  });
});
