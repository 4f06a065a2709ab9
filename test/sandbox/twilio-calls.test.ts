import { validateRequest } from 'twilio';
import { openRestaurant } from '../support/restaurant-server';
import {
  ACCOUNT,
  ANN,
  clock,
  fact,
  NUMBER,
  phone,
  rest,
  twilio,
  wait,
  wire,
} from '../support/twilio-sandbox';

let restaurant: Awaited<ReturnType<typeof openRestaurant>>;
beforeEach(async () => {
  twilio.reset();
  restaurant = await openRestaurant();
  wire(restaurant.url);
});
afterEach(() => restaurant.close());

const says = (path: string, twiml: string) => restaurant.answer(path, `<Response>${twiml}</Response>`);
const dial = () => phone.call({ from: ANN, to: NUMBER });
type Call = Awaited<ReturnType<typeof dial>>;
const heard = ({ lines }: Call, who = 'restaurant') =>
  lines.filter((one) => one.who === who).map(({ text }) => text);
const last = () => {
  const asked = restaurant.asked.at(-1);
  if (!asked) throw new Error('Nobody was asked.');
  return asked;
};
const ASKS =
  '<Gather input="speech dtmf" action="/order?step=1" timeout="3"><Say>What would you like?</Say></Gather>';

describe('a call', () => {
  it('asks the number’s webhook with all that Twilio tells, signed', async () => {
    says('/voice', `${ASKS}<Say>Goodbye.</Say>`);
    const call = await dial();
    const { form, url, headers } = last();
    const place = { City: 'BOSTON', State: 'MA', Zip: '02109', Country: 'US' };
    const placed = (whose: string) =>
      Object.fromEntries(Object.entries(place).map(([name, value]) => [whose + name, value]));
    expect(Object.fromEntries(form)).toEqual({
      AccountSid: ACCOUNT,
      ApiVersion: '2010-04-01',
      CallSid: call.sid,
      CallStatus: 'ringing',
      Direction: 'inbound',
      From: ANN,
      Caller: ANN,
      To: NUMBER,
      Called: NUMBER,
      StirVerstat: 'TN-Validation-Passed-A',
      ...placed('From'),
      ...placed('Caller'),
      ...placed('To'),
      ...placed('Called'),
    });
    const signature = String(headers['x-twilio-signature']);
    expect(validateRequest(fact('auth_token'), signature, url, Object.fromEntries(form))).toBe(true);
    expect([heard(call), call.status]).toEqual([['What would you like?'], 'in-progress']);
    expect(rest(`GET /Calls/${call.sid}.json`).json).toMatchObject({
      status: 'in-progress',
      from: ANN,
      duration: null,
    });
  });

  it('tells its server apart two answers of the same words', async () => {
    says('/voice', ASKS);
    says('/order', ASKS);
    const { sid } = await dial();
    await phone.input(sid, { speech: 'yes' });
    await phone.input(sid, { speech: 'yes' });
    const tokens = restaurant.asked.map(({ headers }) => headers['i-twilio-idempotency-token']);
    expect(new Set(tokens).size).toBe(3);
  });

  it('takes what the guest says to the action, with how sure the recogniser is, and goes on with its answer', async () => {
    says('/voice', ASKS);
    says('/order', '<Say>Two large\n pepperoni.</Say><Hangup/><Say>never</Say>');
    const { sid } = await dial();
    const call = await phone.input(sid, { speech: 'two large pepperoni', confidence: 0.61 });
    const { url, form, headers } = last();
    expect(url).toBe(`${restaurant.url}/order?step=1`);
    expect(Object.fromEntries(form)).toMatchObject({
      CallSid: sid,
      CallStatus: 'in-progress',
      SpeechResult: 'two large pepperoni',
      Confidence: '0.61',
    });
    const signature = String(headers['x-twilio-signature']);
    expect(validateRequest(fact('auth_token'), signature, url, Object.fromEntries(form))).toBe(true);
    expect(heard(call)).toEqual(['What would you like?', 'Two large pepperoni.']);
    expect([heard(call, 'guest'), call.status]).toEqual([['two large pepperoni'], 'completed']);
    await expect(phone.input(sid, { silence: true })).rejects.toThrow(/has ended/);
  });

  it.each([
    ['the keys up to the one that ends them', '', '12#3', '12'],
    ['no more keys than are wanted', 'numDigits="1"', '12', '1'],
    ['every key where none ends them', 'finishOnKey=""', '1#', '1#'],
  ])('takes %s', async (_what, attributes, digits, taken) => {
    says('/voice', `<Gather ${attributes} action="/keys"/>`);
    const { sid } = await dial();
    await phone.input(sid, { digits });
    expect([last().url, last().form.get('Digits')]).toEqual([`${restaurant.url}/keys`, taken]);
  });

  it('asks the page of the question itself where there is no action, by the method that is given', async () => {
    says('/voice', '<Gather input="speech" method="GET"/>');
    const { sid } = await dial();
    await phone.input(sid, { speech: 'a coke' });
    expect([last().method, last().form.get('SpeechResult')]).toEqual(['GET', 'a coke']);
  });

  it('goes on with the next verb when nothing is heard', async () => {
    says('/voice', `${ASKS}<Say>We did not hear you.</Say>`);
    const { sid } = await dial();
    const call = await phone.input(sid, { silence: true });
    expect([heard(call).at(-1), call.status]).toEqual(['We did not hear you.', 'completed']);
    expect(restaurant.asked).toHaveLength(1);
  });

  it('hears no speech where only keys are wanted', async () => {
    says('/voice', '<Gather action="/keys"/><Say>Goodbye.</Say>');
    const { sid } = await dial();
    const call = await phone.input(sid, { speech: 'one' });
    expect([heard(call), restaurant.asked.length]).toEqual([['Goodbye.'], 1]);
  });

  it('tells the action that nothing was heard where it wants to know', async () => {
    says('/voice', '<Gather input="speech" actionOnEmptyResult="true" action="/order"/><Say>never</Say>');
    const { sid } = await dial();
    await phone.input(sid, { silence: true });
    expect([last().url, last().form.get('SpeechResult')]).toEqual([`${restaurant.url}/order`, '']);
  });

  it('plays what is to be played, pauses and follows a redirect', async () => {
    says(
      '/voice',
      '<Play>/hello.mp3</Play><Pause length="2"/><Redirect method="GET">/menu</Redirect><Say>never</Say>',
    );
    says('/menu', '<Say voice="Polly.Matthew-Neural">Hi <break time="1s"/>there.</Say>');
    const call = await dial();
    expect(heard(call, 'twilio')).toEqual(
      expect.arrayContaining([
        'Plays /hello.mp3.',
        'Silence of 2 s.',
        expect.stringMatching(/^GET .*\/menu/),
      ]),
    );
    expect(heard(call)).toEqual(['Hi there.']);
  });

  it('is passed to the restaurant’s own phone, and its action hears whether anybody answered', async () => {
    says('/voice', `<Dial action="/dialled"><Number>${fact('restaurant_phone')}</Number></Dial>`);
    const { sid } = await dial();
    const ringing = await phone.input(sid, { speech: 'hello?' });
    expect([restaurant.asked.length, ringing.status]).toEqual([1, 'in-progress']);
    await phone.input(sid, { other_phone: 'busy' });
    expect([last().form.get('DialCallStatus'), last().form.get('DialCallDuration')]).toEqual(['busy', null]);
  });

  it('goes on after a phone that nobody answered', async () => {
    says('/voice', `<Dial>${fact('restaurant_phone')}</Dial><Say>Nobody is there.</Say>`);
    const { sid } = await dial();
    expect(heard(await phone.input(sid, { other_phone: 'no-answer' }))).toEqual(['Nobody is there.']);
  });

  it('knows another phone only while one rings', async () => {
    says('/voice', ASKS);
    const { sid } = await dial();
    await expect(phone.input(sid, { other_phone: 'busy' })).rejects.toThrow(/No other phone rings/);
  });

  it('is recorded, and its action told where the recording lies', async () => {
    says('/voice', '<Record action="/recorded" maxLength="30"/><Say>Nothing recorded.</Say>');
    const { sid } = await dial();
    await phone.input(sid, { speech: 'call me back' });
    expect(last().form.get('RecordingUrl')).toMatch(/\/Recordings\/RE[0-9a-f]{32}$/);
    const { sid: silent } = await dial();
    expect(heard(await phone.input(silent, { silence: true }))).toEqual(['Nothing recorded.']);
  });

  it.each([
    ['', 'no-answer'],
    ['reason="busy"', 'busy'],
  ])('is turned away by <Reject %s/>', async (reason, status) => {
    says('/voice', `<Reject ${reason}/>`);
    expect((await dial()).status).toBe(status);
  });

  it('is answered by nobody where the number has no address', async () => {
    wire(restaurant.url, { VoiceUrl: '' });
    expect([(await dial()).status, restaurant.asked]).toEqual(['no-answer', []]);
  });
});

describe('a restaurant’s server that fails', () => {
  it('ends the call with Twilio’s apology, and the code', async () => {
    restaurant.answer('/voice', (response) => response.writeHead(500).end());
    const call = await dial();
    expect(heard(call, 'twilio')).toEqual([
      expect.stringMatching(/→ failed$/),
      expect.stringMatching(/^11200: /),
      expect.stringMatching(/application error has occurred/),
    ]);
    expect(call.status).toBe('completed');
  });

  it('in the middle of a call leaves it to the fallback address', async () => {
    wire(restaurant.url, { VoiceFallbackUrl: `${restaurant.url}/fallback` });
    says('/voice', ASKS);
    restaurant.answer('/order', (response) =>
      response
        .writeHead(200, { 'content-type': 'text/xml' })
        .end('<Response><Say>Salt & pepper</Say></Response>'),
    );
    says('/fallback', `<Dial>${fact('restaurant_phone')}</Dial>`);
    const { sid } = await dial();
    const call = await phone.input(sid, { speech: 'a coke' });
    expect(heard(call, 'twilio').at(-1)).toBe(`Ringing ${fact('restaurant_phone')}, the restaurant.`);
    expect([last().form.get('ErrorCode'), last().form.get('ErrorUrl')]).toEqual([
      '12100',
      `${restaurant.url}/order?step=1`,
    ]);
  });

  it('warns of verbs and attributes that do not exist or do not belong there, and plays the rest', async () => {
    says(
      '/voice',
      '<say>no</say><Message>no</Message><Gather input="voice" timeout="soon"><Hangup/><Say loud="yes">Hello.</Say></Gather>',
    );
    const call = await dial();
    expect(heard(call)).toEqual(['Hello.']);
    expect(heard(call, 'twilio').filter((text) => text.startsWith('12200'))).toHaveLength(6);
    await phone.input(call.sid, { silence: true });
    expect(heard(call, 'twilio').at(-1)).toBe('Nothing was heard within 5 s.');
  });

  it('may not send its callers round in circles', async () => {
    says('/voice', '<Redirect>/voice</Redirect>');
    expect((await dial()).status).toBe('completed');
  });
});

describe('the end of a call', () => {
  const told = () =>
    twilio
      .notifications(clock.now)
      .map(({ url, body }) => [url, Object.fromEntries(new URLSearchParams(body))]);

  it('is told once to the number’s status address, with how long it was', async () => {
    says('/voice', ASKS);
    const { sid } = await dial();
    expect(told()).toEqual([]);
    wait(75);
    phone.hangUp(sid);
    phone.hangUp(sid);
    expect(told()).toEqual([
      [
        `${restaurant.url}/status`,
        expect.objectContaining({
          CallSid: sid,
          CallStatus: 'completed',
          CallDuration: '75',
          Duration: '2',
          CallbackSource: 'call-progress-events',
          SequenceNumber: '0',
          Timestamp: expect.stringMatching(/\+0000$/),
        }),
      ],
    ]);
    expect(rest(`GET /Calls/${sid}.json`).json).toMatchObject({ status: 'completed', duration: '75' });
  });

  it('while the server still thinks stops what it answers then', async () => {
    says('/voice', ASKS);
    const { sid } = await dial();
    restaurant.answer('/order', (response) => {
      phone.hangUp(sid);
      response.writeHead(200, { 'content-type': 'text/xml' }).end('<Response><Say>never</Say></Response>');
    });
    const call = await phone.input(sid, { speech: 'a coke' });
    expect([heard(call).at(-1), call.status]).toEqual(['What would you like?', 'completed']);
    expect(told()).toHaveLength(1);
  });
});
