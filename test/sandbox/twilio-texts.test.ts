import { validateRequest } from 'twilio';
import { openRestaurant } from '../support/restaurant-server';
import {
  ACCOUNT,
  ANN,
  BEN,
  codes,
  fact,
  inbox,
  NUMBER,
  phone,
  send,
  twilio,
  wire,
} from '../support/twilio-sandbox';

let restaurant: Awaited<ReturnType<typeof openRestaurant>>;
beforeEach(async () => {
  twilio.reset();
  restaurant = await openRestaurant();
  wire(restaurant.url);
});
afterEach(() => restaurant.close());

const text = (body: string, more: { from?: string; media?: string[] } = {}) =>
  phone.text({ from: ANN, to: NUMBER, body, ...more });
const says = (twiml: string) => restaurant.answer('/sms', `<Response>${twiml}</Response>`);
const first = () => {
  const [asked] = restaurant.asked;
  if (!asked) throw new Error('Nobody was asked.');
  return asked;
};

describe('a text to the restaurant', () => {
  it('arrives at the number’s webhook with all that Twilio tells', async () => {
    const { sid } = await text('2 large pepperoni & a coke');
    const { method, headers, form } = first();
    expect(method).toBe('POST');
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded; charset=UTF-8');
    expect(headers['i-twilio-idempotency-token']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(Object.fromEntries(form)).toEqual({
      AccountSid: ACCOUNT,
      ApiVersion: '2010-04-01',
      Body: '2 large pepperoni & a coke',
      From: ANN,
      FromCity: 'BOSTON',
      FromCountry: 'US',
      FromState: 'MA',
      FromZip: '02109',
      MessageSid: sid,
      NumMedia: '0',
      NumSegments: '1',
      SmsMessageSid: sid,
      SmsSid: sid,
      SmsStatus: 'received',
      To: NUMBER,
      ToCity: 'BOSTON',
      ToCountry: 'US',
      ToState: 'MA',
      ToZip: '02109',
    });
  });

  it('is signed so that Twilio’s own package believes it, and nothing else', async () => {
    await text('¿Dos pizzas? ñ 🍕 + a&b=c');
    const { url, headers, form } = first();
    const signature = String(headers['x-twilio-signature']);
    const fields = Object.fromEntries(form);
    expect(validateRequest(fact('auth_token'), signature, url, fields)).toBe(true);
    expect(validateRequest(fact('auth_token'), signature, url, { ...fields, Body: 'one' })).toBe(false);
    expect(validateRequest('another', signature, url, fields)).toBe(false);
  });

  it('is answered with what the TwiML says, in order', async () => {
    says('<Message>That is $21.95.\nReply YES.</Message><Message><Body>Thank you &amp; bye</Body></Message>');
    await text('a coke');
    expect(inbox()).toEqual(['That is $21.95.\nReply YES.', 'Thank you & bye']);
    expect(codes()).toEqual([]);
  });
});

describe('long texts and pictures', () => {
  it('arrive whole, with how many parts they came in', async () => {
    await text('a'.repeat(1_600));
    expect([first().form.get('Body')?.length, first().form.get('NumSegments')]).toEqual([1_600, '11']);
    await expect(text('a'.repeat(1_601))).rejects.toThrow(/1601 characters/);
  });

  it('come as media with their types, under an MM identity', async () => {
    const { sid } = await text('', { media: ['image/jpeg', 'text/vcard'] });
    const { form } = first();
    expect(sid).toMatch(/^MM/);
    expect([form.get('NumMedia'), form.get('Body'), form.get('MediaContentType1')]).toEqual([
      '2',
      '',
      'text/vcard',
    ]);
    expect(form.get('MediaUrl0')).toMatch(
      /^https:\/\/api\.twilio\.com\/2010-04-01\/Accounts\/AC\w{32}\/Messages\/MM\w{32}\/Media\/ME\w{32}$/,
    );
  });
});

describe('STOP', () => {
  it.each(['STOP', ' stop ', 'Unsubscribe', 'CANCEL'])(
    'as %j ends all texts, says so once and reaches the webhook too',
    async (word) => {
      says('<Message>You are unsubscribed.</Message>');
      await text(word);
      await text(word);
      expect(inbox()).toEqual([expect.stringMatching(/successfully been unsubscribed/)]);
      expect(restaurant.asked).toHaveLength(2);
      expect(codes()).toEqual([21610, 21610]);
      expect(send().json).toMatchObject({ code: 21610, status: 400 });
      expect(send({ To: BEN }).status).toBe(201);
    },
  );

  it('inside a sentence is only a word', async () => {
    await text('please stop');
    expect(send().status).toBe(201);
  });

  it.each(['START', 'unstop', 'YES'])('is taken back by %j', async (word) => {
    await text('STOP');
    await text(word);
    expect(inbox().at(-1)).toMatch(/re-subscribed/);
    expect(send().status).toBe(201);
  });
});

it('takes YES as an ordinary word of somebody who never said STOP', async () => {
  says('<Message>Thank you.</Message>');
  await text('yes');
  expect(inbox()).toEqual(['Thank you.']);
});

it('answers HELP by itself, but not to somebody who said STOP', async () => {
  await text('help');
  expect(inbox()).toEqual([expect.stringMatching(/Reply STOP/)]);
  await text('STOP', { from: BEN });
  await text('HELP', { from: BEN });
  expect(inbox(BEN)).toHaveLength(1);
});

describe('an answer that Twilio would not take', () => {
  const answers = (type: string, body: string, status = 200) =>
    restaurant.answer('/sms', (response) => response.writeHead(status, { 'content-type': type }).end(body));
  const TWIML = '<Response><Message>Hello</Message></Response>';

  it.each([
    ['of JSON', 'application/json', '{"ok":true}', 200, 12300],
    ['of HTML', 'text/html', TWIML, 200, 12300],
    ['that is no XML', 'text/xml', '<Response><Message>Salt & pepper</Message></Response>', 200, 12100],
    ['with a line before its XML', 'text/xml', `\n<?xml version="1.0"?>${TWIML}`, 200, 12100],
    ['without a Response', 'text/xml', '<Message>Hello</Message>', 200, 12100],
    ['that is empty', 'text/xml', '', 200, 12100],
    [
      'that is larger than 64 kB',
      'text/xml',
      `<Response><Message>${'a'.repeat(70_000)}</Message></Response>`,
      200,
      11750,
    ],
    ['with status 500', 'text/xml', TWIML, 500, 11200],
    ['with status 403', 'text/xml', TWIML, 403, 11200],
    ['of more than 1600 characters', 'text/xml', TWIML.replace('Hello', 'a'.repeat(1_601)), 200, 21617],
    ['without words', 'text/xml', TWIML.replace('Hello', ' '), 200, 14103],
    ['with a voice verb', 'text/xml', '<Response><Say>Hello</Say></Response>', 200, 12200],
  ])('%s is not sent, and the debugger says why', async (_what, type, body, status, code) => {
    answers(type, body, status);
    await text('a coke');
    expect([inbox(), codes()]).toEqual([[], [code]]);
  });

  it('but a plain text is sent as it is, and no content is no answer', async () => {
    answers('text/plain', 'Hello');
    await text('a coke');
    restaurant.answer('/sms', (response) => response.writeHead(204).end());
    await text('a coke');
    expect([inbox(), codes()]).toEqual([['Hello'], []]);
  });

  it('is only warned of where an attribute is wrong', async () => {
    says('<Message colour="red" method="PUT">Hello</Message>');
    await text('a coke');
    expect([inbox(), codes()]).toEqual([['Hello'], [12200, 12200]]);
  });
});

describe('where the answer comes from', () => {
  it('may be another page, by TwiML or by HTTP, each signed for its own address', async () => {
    says('<Redirect method="GET">two?step=1</Redirect><Message>never</Message>');
    restaurant.answer('/two', (response) => response.writeHead(307, { location: '/three' }).end());
    restaurant.answer('/three', '<Response><Message>Hello</Message></Response>');
    await text('a coke');
    expect(inbox()).toEqual(['Hello']);
    const two = restaurant.asked.find(({ url }) => url.includes('/two?step=1&'));
    const three = restaurant.asked.at(-1);
    for (const asked of [two, three]) {
      const signature = String(asked?.headers['x-twilio-signature']);
      expect(validateRequest(fact('auth_token'), signature, asked?.url ?? '', {})).toBe(true);
    }
  });

  it('is given up where pages lead in a circle', async () => {
    says('<Redirect>/sms</Redirect>');
    await text('a coke');
    expect(codes()).toEqual([14106]);
    restaurant.answer('/sms', (response) => response.writeHead(302, { location: '/sms' }).end());
    await text('a coke');
    expect(codes()).toEqual([14106, 11215]);
  });

  it('is the fallback address once the first fails, which is told the code and the address', async () => {
    wire(restaurant.url, { SmsFallbackUrl: `${restaurant.url}/fallback` });
    restaurant.answer('/sms', (response) => response.writeHead(500).end());
    restaurant.answer('/fallback', '<Response><Message>Please call us.</Message></Response>');
    await text('a coke');
    expect(inbox()).toEqual(['Please call us.']);
    const { form } = restaurant.asked[1] ?? first();
    expect([form.get('ErrorCode'), form.get('ErrorUrl'), form.get('Body')]).toEqual([
      '11200',
      `${restaurant.url}/sms`,
      'a coke',
    ]);
  });

  it('is nowhere without an address', async () => {
    wire(restaurant.url, { SmsUrl: '' });
    await text('a coke');
    expect([restaurant.asked, inbox(), codes()]).toEqual([[], [], []]);
  });

  it('may want a user and password, which go out only after it asked for them', async () => {
    wire(restaurant.url.replace('//', '//studio:secret@'));
    restaurant.answer('/sms', (response, { headers }) => {
      if (headers.authorization) response.writeHead(200, { 'content-type': 'text/xml' }).end('<Response/>');
      else response.writeHead(401, { 'www-authenticate': 'Basic realm="orders"' }).end();
    });
    await text('a coke');
    expect(restaurant.asked.map(({ headers }) => headers.authorization)).toEqual([
      undefined,
      `Basic ${Buffer.from('studio:secret').toString('base64')}`,
    ]);
    expect(codes()).toEqual([]);
  });
});

describe('a server that fails', () => {
  const failing = (times: number) => {
    let left = times;
    restaurant.answer('/sms', (response) => {
      left -= 1;
      if (left >= 0) response.writeHead(503).end();
      else
        response
          .writeHead(200, { 'content-type': 'text/xml' })
          .end('<Response><Message>Hello</Message></Response>');
    });
  };
  const tokens = () => restaurant.asked.map(({ headers }) => headers['i-twilio-idempotency-token']);

  it('is not asked again by default', async () => {
    failing(1);
    await text('a coke');
    expect([restaurant.asked.length, inbox()]).toEqual([1, []]);
  });

  it('is asked again as the address says, with the same token, and what says so is not sent', async () => {
    wire(restaurant.url, { SmsUrl: `${restaurant.url}/sms#rc=2&rp=5xx` });
    failing(2);
    await text('a coke');
    expect(inbox()).toEqual(['Hello']);
    expect(tokens()).toEqual([tokens()[0], tokens()[0], tokens()[0]]);
    const { url, headers, form } = first();
    expect(url).toBe(`${restaurant.url}/sms`);
    const signature = String(headers['x-twilio-signature']);
    expect(validateRequest(fact('auth_token'), signature, url, Object.fromEntries(form))).toBe(true);
    failing(0);
    await text('another');
    expect(tokens()[3]).not.toBe(tokens()[0]);
  });

  it('is given up after the time that the address gives it', async () => {
    wire(restaurant.url, { SmsUrl: `${restaurant.url}/sms#rt=100&rc=1&rp=rt` });
    restaurant.answer('/sms', () => {});
    await text('a coke');
    expect([restaurant.asked.length, codes()]).toEqual([2, [11200]]);
  });

  it('is tried once more where nobody listens at all', async () => {
    await restaurant.close();
    await text('a coke');
    expect(codes()).toEqual([11205]);
    expect(twilio.world().notices[0]?.text).toMatch(/2 attempts/);
  });
});

it('tells a player what a guest cannot do', async () => {
  await expect(phone.text({ from: 'Ann', to: NUMBER, body: 'Hi' })).rejects.toThrow(/^from: /);
  await expect(phone.text({ from: ANN, to: '+16175550100', body: 'Hi' })).rejects.toThrow(
    /^to: .*\+16175550142/,
  );
  await expect(phone.text({ from: ANN, to: fact('voice_only_phone_number'), body: 'Hi' })).rejects.toThrow(
    /takes no texts/,
  );
  await expect(text('')).rejects.toThrow(/body/);
});

it('tells what becomes of an answer to who asked for it in the TwiML', async () => {
  says('<Message action="/told">Hello</Message>');
  await text('a coke');
  const [told] = twilio.notifications(new Date('2026-11-27T19:00:00Z'));
  expect(told?.url).toBe(`${restaurant.url}/told`);
});
