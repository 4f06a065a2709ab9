import type { FastifyInstance } from 'fastify';
import { validateRequest, validateRequestWithBody } from 'twilio';
import { Sandbox } from '../../src/sandbox/sandbox';
import { buildSandboxApp } from '../../src/server/sandbox-app';
import { openRestaurant } from '../support/restaurant-server';
import { ACCOUNT, ANN, basic, fact, NUMBER } from '../support/twilio-sandbox';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const BROWSER = { ...FORM, accept: 'text/html,application/xhtml+xml' };
const TOKEN = fact('auth_token');

let app: FastifyInstance;
let restaurant: Awaited<ReturnType<typeof openRestaurant>>;
beforeEach(async () => {
  app = buildSandboxApp(new Sandbox(), () => new Date('2026-11-24T18:00:00Z'));
  restaurant = await openRestaurant();
  await rest(`IncomingPhoneNumbers/${fact('phone_number_sid')}.json`, {
    SmsUrl: `${restaurant.url}/sms`,
    VoiceUrl: `${restaurant.url}/voice`,
    StatusCallback: `${restaurant.url}/status`,
  });
});
afterEach(async () => {
  await app.close();
  await restaurant.close();
});

const rest = (path: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: `/twilio/2010-04-01/Accounts/${ACCOUNT}/${path}`,
    headers: { ...FORM, authorization: basic(ACCOUNT, TOKEN) },
    payload: new URLSearchParams(fields).toString(),
  });
const send = (fields: Record<string, string> = {}) =>
  rest('Messages.json', { From: NUMBER, To: ANN, Body: 'Your pizza is ready.', ...fields });
const post = (path: string, body: object) =>
  app.inject({
    method: 'POST',
    url: `/_sandbox/phone/${path}`,
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify(body),
  });
const fill = (path: string, fields: Record<string, string>, headers: Record<string, string> = BROWSER) =>
  app.inject({
    method: 'POST',
    url: `/_sandbox/phone/${path}`,
    headers,
    payload: new URLSearchParams(fields).toString(),
  });
const says = (path: string, twiml: string) => restaurant.answer(path, `<Response>${twiml}</Response>`);
const ASKS = '<Gather input="speech" action="/order"><Say>What would you like?</Say></Gather>';
const page = `/phone?${new URLSearchParams({ guest: ANN, number: NUMBER })}`;

describe('a guest’s phone for programs', () => {
  it('texts and says what came back', async () => {
    says('/sms', '<Message>That is $21.95. Reply YES.</Message>');
    const answer = await post('texts', { from: ANN, to: NUMBER, body: 'a coke' });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toEqual({
      message: expect.objectContaining({ direction: 'inbound', body: 'a coke', status: 'received' }),
      replies: [expect.objectContaining({ from: NUMBER, to: ANN, body: 'That is $21.95. Reply YES.' })],
      notices: [expect.objectContaining({ code: 0, text: expect.stringMatching(/^POST .*\/sms → 200$/) })],
    });
  });

  it('calls, is asked, answers and hangs up', async () => {
    says('/voice', ASKS);
    says('/order', `<Say>One coke.</Say>${ASKS}`);
    const called = await post('calls', { from: ANN, to: NUMBER });
    expect([called.statusCode, called.json()]).toEqual([
      201,
      expect.objectContaining({ status: 'in-progress', waiting_for: 'speech', ended_at: null }),
    ]);
    const { sid } = called.json();
    await post(`calls/${sid}/input`, { speech: 'a coke', confidence: 0.8 });
    const ended = await post(`calls/${sid}/input`, { hang_up: true });
    expect(ended.json()).toMatchObject({ status: 'completed', waiting_for: null });
    const lines = (await app.inject(`/_sandbox/phone/calls/${sid}`)).json().lines;
    expect(
      lines.filter(({ who }: { who: string }) => who !== 'twilio').map(({ text }: { text: string }) => text),
    ).toEqual(['What would you like?', 'a coke', 'One coke.', 'What would you like?', '(hangs up)']);
  });

  it('shows all that lies on it', async () => {
    await send();
    await send({ To: fact('guest_ben'), Body: 'not hers' });
    const { json } = await app.inject(`/_sandbox/phone?guest=${encodeURIComponent(ANN)}`);
    expect(json()).toMatchObject({
      guest: ANN,
      messages: [{ body: 'Your pizza is ready.' }],
      notices: [],
      calls: [],
    });
  });

  it.each([
    ['texts', { from: 'Ann', to: NUMBER, body: 'Hi' }, 400, /^from: /],
    ['texts', { from: ANN, to: '+16175550100', body: 'Hi' }, 400, /^to: /],
    ['texts', { from: ANN, to: NUMBER, text: 'Hi' }, 400, /must NOT have additional properties/],
    ['calls', { from: ANN }, 400, /'to'/],
    ['calls/CA0/input', { silence: true }, 404, /no call CA0/],
    ['calls/CA0/input', { silence: true, speech: 'x' }, 400, /Give one of speech/],
    ['calls/CA0/input', { digits: 'one' }, 400, /digits/],
    ['studio', { url: 'orders' }, 400, /url/],
  ])('refuses %s %j with a sentence', async (path, body, status, message) => {
    const answer = await post(path, body);
    expect([answer.statusCode, answer.json().message]).toEqual([status, expect.stringMatching(message)]);
  });
});

describe('the page', () => {
  it('works without a script: what is sent brings the page back, with the answer on it', async () => {
    says('/sms', '<Message>&lt;b&gt;Hello&lt;/b&gt;</Message>');
    const sent = await fill('texts', { from: ANN, to: NUMBER, body: 'a coke' });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, page]);
    const { body, headers } = await app.inject(page);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'/);
    expect(body).toContain('<li class="mine"><p>a coke</p>');
    expect(body).toContain('<li class="theirs"><p>&lt;b&gt;Hello&lt;/b&gt;</p>');
  });

  it('offers in a call what the guest can do, and the call again after it', async () => {
    says('/voice', ASKS);
    await fill('calls', { from: ANN, to: NUMBER });
    const during = (await app.inject(page)).body;
    expect(during).toContain('<li class="theirs">What would you like?</li>');
    const [, action = ''] = /action="\/_sandbox\/phone\/(calls\/CA\w+\/input)"/.exec(during) ?? [];
    expect(during).not.toContain(`Call ${NUMBER}`);
    await fill(action, { speech: 'a coke' });
    expect(restaurant.asked.at(-1)?.form.get('SpeechResult')).toBe('a coke');
    expect((await app.inject(page)).body).toContain(`Call ${NUMBER}`);
  });

  it('shows the restaurant’s phone ringing, and who answers it', async () => {
    says('/voice', `<Dial>${fact('restaurant_phone')}</Dial>`);
    await fill('calls', { from: ANN, to: NUMBER });
    const { body } = await app.inject(page);
    expect(body).toContain('name="other_phone" value="busy"');
    expect(body).not.toContain('name="speech"');
  });

  it('says what a phone cannot do', async () => {
    const refused = await fill(
      'texts',
      { from: 'Ann', to: NUMBER, body: 'Hi' },
      { ...BROWSER, referer: `http://127.0.0.1${page}` },
    );
    expect(refused.statusCode).toBe(303);
    expect((await app.inject(String(refused.headers.location))).body).toMatch(
      /role="status">from: give the guest/,
    );
  });

  it('shows what went wrong at the restaurant’s server', async () => {
    restaurant.answer('/sms', (response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
    );
    await fill('texts', { from: ANN, to: NUMBER, body: 'a coke' });
    expect((await app.inject(page)).body).toContain(
      '<li class="why">12300: Invalid Content-Type: text/html.',
    );
  });

  it('is told live what changes', async () => {
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    const { body } = await fetch(`${address}/_sandbox/phone/events${page.slice('/phone'.length)}`);
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    await send({ Body: 'Fresh from the oven' });
    let read = '';
    while (!read.includes('Fresh from the oven')) read += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    expect(read).toMatch(/event: texts\ndata: "/);
  });

  it('brings its style and script, and is linked from the kitchen screen', async () => {
    expect((await app.inject('/phone.css')).headers['content-type']).toMatch(/css/);
    expect((await app.inject('/phone.js')).headers['content-type']).toMatch(/javascript/);
    expect((await app.inject('/')).body).toContain('href="/phone"');
  });
});

describe('Studio’s widget', () => {
  const json = (body: unknown, status = 200) =>
    restaurant.answer('/studio', (response) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    );
  const play = (more: object) => post('studio', { url: `${restaurant.url}/studio?a=1`, ...more });
  const JSON_BODY = { content_type: 'application/json', body: '{"text":"a coke"}' };

  it('goes on with what it parsed of a JSON object', async () => {
    json({ say: 'One coke.' });
    expect((await play({ parameters: { text: 'a coke' } })).json()).toEqual({
      transition: 'success',
      status: 200,
      parsed: { say: 'One coke.' },
      body: '{"say":"One coke."}',
      why: null,
    });
  });

  it('cannot read a list, and fails on any status but 2xx and on silence', async () => {
    json([1]);
    expect((await play(JSON_BODY)).json()).toMatchObject({ transition: 'success', parsed: null });
    json({ message: 'no' }, 422);
    expect((await play(JSON_BODY)).json()).toMatchObject({ transition: 'failed', status: 422, parsed: null });
    restaurant.answer('/studio', (response) => response.destroy());
    expect((await play(JSON_BODY)).json()).toMatchObject({ transition: 'failed', status: null });
  });

  it('is signed so that Twilio’s own package believes its form and its JSON', async () => {
    await play({ parameters: { text: 'a coke & fries' } });
    await play(JSON_BODY);
    await play({ method: 'GET' });
    const [form, body, get] = restaurant.asked.map((asked) => ({
      ...asked,
      signature: String(asked.headers['x-twilio-signature']),
    }));
    expect(validateRequest(TOKEN, form?.signature ?? '', form?.url ?? '', { text: 'a coke & fries' })).toBe(
      true,
    );
    expect(validateRequestWithBody(TOKEN, body?.signature ?? '', body?.url ?? '', body?.body ?? '')).toBe(
      true,
    );
    expect(validateRequestWithBody(TOKEN, body?.signature ?? '', body?.url ?? '', '{}')).toBe(false);
    expect(validateRequest(TOKEN, get?.signature ?? '', get?.url ?? '', {})).toBe(true);
  });
});

describe('faults and callbacks', () => {
  const arm = (fault: string) =>
    app.inject({ method: 'POST', url: '/_sandbox/twilio/faults', payload: JSON.stringify({ fault }) });
  const told = async () => (await app.inject('/_sandbox/twilio/webhook-calls')).json().data;

  it('lets Twilio say that it is too busy, or fail before or after it took a text', async () => {
    await arm('throttle');
    expect((await send()).json()).toMatchObject({ code: 20429, status: 429 });
    await arm('error_before');
    await arm('error_after');
    expect([(await send()).statusCode, (await send()).statusCode, (await send()).statusCode]).toEqual([
      500, 500, 201,
    ]);
    const { json } = await app.inject(`/_sandbox/phone?guest=${encodeURIComponent(ANN)}`);
    expect(json().messages).toHaveLength(2);
  });

  it('posts the end of a call to the status address', async () => {
    says('/voice', '<Hangup/>');
    const { sid } = (await post('calls', { from: ANN, to: NUMBER })).json();
    for (let tries = 0; tries < 400 && (await told())[0]?.status !== 200; tries++)
      await new Promise((resolve) => setTimeout(resolve, 25));
    expect(await told()).toMatchObject([
      { id: `twilio-${sid}-completed`, url: `${restaurant.url}/status`, status: 200, attempts: 1 },
    ]);
    const asked = restaurant.asked.find(({ url }) => url.endsWith('/status'));
    const signature = String(asked?.headers['x-twilio-signature']);
    expect(validateRequest(TOKEN, signature, asked?.url ?? '', Object.fromEntries(asked?.form ?? []))).toBe(
      true,
    );
  });

  it('forgets texts, calls and addresses when the sandbox starts clean', async () => {
    await send();
    await app.inject({ method: 'DELETE', url: '/_sandbox' });
    const { json } = await app.inject(`/_sandbox/phone?guest=${encodeURIComponent(ANN)}`);
    expect(json().messages).toEqual([]);
  });

  it('sends who looks for Twilio’s webhook to its numbers', async () => {
    const { statusCode, body } = await app.inject({
      method: 'POST',
      url: '/_sandbox/twilio/webhook',
      headers: { 'content-type': 'application/json' },
      payload: '{"url":null}',
    });
    expect([statusCode, body]).toEqual([409, expect.stringMatching(/IncomingPhoneNumbers/)]);
  });
});
