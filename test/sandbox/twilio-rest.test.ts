import {
  ACCOUNT,
  ANN,
  basic,
  clock,
  fact,
  NUMBER,
  rest,
  send,
  twilio,
  wait,
} from '../support/twilio-sandbox';

beforeEach(() => twilio.reset());

describe('a text sent through the REST API', () => {
  it('is taken as a message that is queued, then sent, then delivered', () => {
    const { status, json } = send();
    expect(status).toBe(201);
    expect(json).toMatchObject({
      sid: expect.stringMatching(/^SM[0-9a-f]{32}$/),
      account_sid: ACCOUNT,
      status: 'queued',
      direction: 'outbound-api',
      from: NUMBER,
      to: ANN,
      body: 'Your pizza is ready.',
      num_segments: '1',
      error_code: null,
      date_created: 'Fri, 27 Nov 2026 18:00:00 +0000',
    });
    const { sid } = json as { sid: string };
    const states = [0.5, 2].map((seconds) => {
      wait(seconds);
      return (rest(`GET /Messages/${sid}.json`).json as { status: string }).status;
    });
    expect(states).toEqual(['sent', 'delivered']);
  });

  it('goes from the service’s number when it names the service, which is chosen later', () => {
    const { json } = send({ From: '', MessagingServiceSid: fact('messaging_service_sid') });
    expect(json).toMatchObject({ status: 'accepted', from: null, num_segments: '0' });
    wait(1);
    expect(rest(`GET /Messages/${(json as { sid: string }).sid}.json`).json).toMatchObject({ from: NUMBER });
  });

  it('counts as many parts as the phone company would', () => {
    const parts = ['a'.repeat(160), 'a'.repeat(161), `${'a'.repeat(159)}€`, '🍕'.repeat(35), '🍕'.repeat(36)];
    const counted = parts.map((Body) => (send({ Body }).json as { num_segments: string }).num_segments);
    expect(counted).toEqual(['1', '2', '2', '1', '2']);
  });

  it('is listed, the newest first, by who got it', () => {
    send({ Body: 'one' });
    send({ Body: 'two' });
    send({ To: fact('guest_ben'), Body: 'other' });
    const { json } = rest(`GET /Messages.json?To=${encodeURIComponent(ANN)}`);
    expect((json as { messages: { body: string }[] }).messages.map(({ body }) => body)).toEqual([
      'two',
      'one',
    ]);
  });

  it('ends undelivered where the phone cannot be reached, with the reason', () => {
    const { sid } = send({ To: '+16175550199' }).json as { sid: string };
    wait(2);
    expect(rest(`GET /Messages/${sid}.json`).json).toMatchObject({
      status: 'undelivered',
      error_code: 30006,
      error_message: 'Landline or unreachable carrier',
    });
  });
});

it.each([
  ['no recipient', { To: '' }, 21604],
  ['no sender', { From: '' }, 21603],
  ['no words', { Body: '' }, 21602],
  ['more than 1600 characters', { Body: 'a'.repeat(1601) }, 21617],
  ['a recipient that is no number', { To: '617-555-0123' }, 21211],
  ['a recipient whose number cannot be', { To: '+11235550123' }, 21211],
  ['a recipient abroad', { To: '+353871234567' }, 21408],
  ['a sender that is no number', { From: 'Marios' }, 21212],
  ['a sender that is not ours', { From: '+16175550999' }, 21659],
  ['a sender that only talks', { From: fact('voice_only_phone_number') }, 21606],
  ['itself as recipient', { To: NUMBER }, 21266],
  ['a status address that is none', { StatusCallback: 'status' }, 21609],
  ['a service that does not exist', { MessagingServiceSid: 'MG1' }, 21701],
])('refuses %s as Twilio does', (_what, fields, code) => {
  const { status, json } = send(fields);
  expect([status, json]).toEqual([
    400,
    {
      code,
      message: expect.any(String),
      more_info: `https://www.twilio.com/docs/errors/${code}`,
      status: 400,
    },
  ]);
  expect(twilio.world().messages).toEqual([]);
});

describe('credentials', () => {
  const as = (authorization: string) =>
    send({}, { headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' } }).status;

  it('are the account’s own or an API key’s', () => {
    expect(as(basic(fact('api_key_sid'), fact('api_key_secret')))).toBe(201);
    expect([as(''), as('Bearer x'), as(basic(ACCOUNT, 'wrong')), as(basic('constructor', 'x'))]).toEqual([
      401, 401, 401, 401,
    ]);
  });

  it('are refused with 20003 and the kind of log-in that is wanted', () => {
    const { headers, json } = send({}, { headers: {} });
    expect(headers['www-authenticate']).toBe('Basic realm="Twilio API"');
    expect(json).toMatchObject({ code: 20003, status: 401 });
    expect(send({}, { expiredToken: true }).status).toBe(401);
  });

  it('that may only read cannot send', () => {
    expect(send({}, { readOnly: true }).json).toMatchObject({ code: 70051, status: 403 });
    expect(rest('GET /Messages.json', {}, {}).status).toBe(200);
  });
});

it('does not understand JSON, as Twilio does not', () => {
  const headers = { authorization: basic(ACCOUNT, fact('auth_token')), 'content-type': 'application/json' };
  expect(send({}, { headers, body: { To: ANN, From: NUMBER, Body: 'Hi' } }).json).toMatchObject({
    code: 21604,
  });
});

it('knows no other account, no other resource and no other method', () => {
  expect(rest('GET /Nothing.json').json).toMatchObject({ code: 20404 });
  expect(rest('GET /Messages/SM0.json').json).toMatchObject({ code: 20404 });
  expect(rest('DELETE /Messages.json').json).toMatchObject({ code: 20004, status: 405 });
});

describe('a number', () => {
  const path = `/IncomingPhoneNumbers/${fact('phone_number_sid')}.json`;

  it('is found by itself, and keeps where it was told to call', () => {
    const found = rest(`GET /IncomingPhoneNumbers.json?PhoneNumber=${encodeURIComponent(NUMBER)}`).json;
    expect(found).toMatchObject({
      incoming_phone_numbers: [{ sid: fact('phone_number_sid'), phone_number: NUMBER }],
    });
    rest(`POST ${path}`, { SmsUrl: 'https://orders.example/twilio/sms', SmsMethod: 'GET' });
    expect(rest(`GET ${path}`).json).toMatchObject({
      sms_url: 'https://orders.example/twilio/sms',
      sms_method: 'GET',
      voice_url: fact('voice_url'),
    });
  });

  it.each([
    [{ SmsUrl: 'orders.example' }, 21402],
    [{ VoiceMethod: 'PUT' }, 21403],
    [{ SmsUrl: '', SmsFallbackUrl: 'https://orders.example/' }, 21406],
    [{ VoiceUrl: '', VoiceFallbackUrl: 'https://orders.example/' }, 21405],
  ])('refuses %j', (fields, code) => {
    expect(rest(`POST ${path}`, fields as Record<string, string>).json).toMatchObject({ code, status: 400 });
    expect(rest(`GET ${path}`).json).toMatchObject({
      sms_url: fact('sms_url'),
      voice_url: fact('voice_url'),
    });
  });
});

describe('who asked for the status of a text', () => {
  const told = () =>
    twilio.notifications(clock.now).map(({ body }) => new URLSearchParams(body).get('MessageStatus'));

  it('hears each step once it is taken, but not the first state', () => {
    const { sid } = send({ StatusCallback: 'https://orders.example/status' }).json as { sid: string };
    expect(told()).toEqual([]);
    wait(2);
    expect(told()).toEqual(['sent', 'delivered']);
    expect(Object.fromEntries(new URLSearchParams(twilio.notifications(clock.now)[0]?.body))).toEqual({
      AccountSid: ACCOUNT,
      ApiVersion: '2010-04-01',
      From: NUMBER,
      MessageSid: sid,
      MessageStatus: 'sent',
      SmsSid: sid,
      SmsStatus: 'sent',
      To: ANN,
    });
  });

  it('hears why it failed', () => {
    send({ To: '+16175550198', StatusCallback: 'https://orders.example/status' });
    wait(2);
    const last = new URLSearchParams(twilio.notifications(clock.now).at(-1)?.body);
    expect([last.get('MessageStatus'), last.get('ErrorCode')]).toEqual(['undelivered', '30003']);
  });
});
