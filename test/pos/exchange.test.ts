import { type HttpResponse, NoResponse } from '../../src/http';
import { kindOfStatus, PosError } from '../../src/pos/errors';
import { exchange, retryAfterSeconds } from '../../src/pos/exchange';

const REQUEST = { method: 'POST', url: 'https://pos.example/orders?key=1', headers: {} } as const;
const reply = (status: number, body: string): HttpResponse => ({ status, headers: {}, body });

function ask(answer: HttpResponse | Error, writes: boolean): Promise<unknown> {
  const http = async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return exchange(http, REQUEST, {
    vendor: 'acme',
    name: 'Acme POS',
    writes,
    toError: ({ status }, json) =>
      new PosError(
        kindOfStatus(status),
        'acme',
        `Acme failed, and the ticket may exist. ${JSON.stringify(json)}`,
        {
          httpStatus: status,
        },
      ),
  });
}
const failure = (answer: HttpResponse | Error, writes: boolean) =>
  ask(answer, writes).then(
    () => Promise.reject(new Error('it succeeded')),
    (error: PosError) => error,
  );

it.each([
  ['an object', '{"id":"1"}', { id: '1' }],
  ['an empty body', '', null],
  ['blanks', ' \n', null],
  ['a list', '[]', []],
])('a success gives %s', async (_what, body, value) => {
  expect(await ask(reply(200, body), true)).toEqual(value);
});

describe.each<[string, HttpResponse | Error, string, string]>([
  ['nothing left this machine', new NoResponse('no', 'connect ECONNREFUSED'), 'unreachable', 'unreachable'],
  ['the reply was lost', new NoResponse('maybe', 'socket hang up'), 'unclear', 'unreachable'],
  ['a web page came back', reply(200, '<html>Welcome</html>'), 'unclear', 'unreachable'],
  ['the JSON ends early', reply(201, '{"order":{"id":"1'), 'unclear', 'unreachable'],
  ['a gateway failed with a web page', reply(502, '<html>Bad Gateway</html>'), 'unclear', 'unreachable'],
  ['the vendor failed', reply(500, '{}'), 'unclear', 'unreachable'],
  ['we were sent elsewhere', reply(302, ''), 'unclear', 'unreachable'],
  ['the vendor refused', reply(400, '{"why":1}'), 'rejected', 'rejected'],
  ['it was too fast', reply(429, ''), 'throttled', 'throttled'],
  ['the token is wrong', reply(401, ''), 'credentials', 'credentials'],
])('when %s', (_what, answer, whenWriting, whenAsking) => {
  it(`a write is ${whenWriting}`, async () => {
    expect(await failure(answer, true)).toMatchObject({
      name: 'PosError',
      kind: whenWriting,
      vendor: 'acme',
    });
  });
  it(`a question is ${whenAsking}, and no ticket is spoken of`, async () => {
    const { kind, message } = await failure(answer, false);
    expect(kind).toBe(whenAsking);
    if (whenAsking === 'unreachable')
      expect(message).toMatch(/^Acme POS .*(No order|Nothing) was sent; try again\.$/);
  });
});

it('hands the vendor table null where the error is no JSON', async () => {
  expect((await failure(reply(404, '<html>'), true)).message).toContain('null');
});

it('lets a failure of ours through as it is', async () => {
  const bug = new TypeError('a bug');
  expect(await failure(bug, true)).toBe(bug);
});

it.each([
  ['2', 2],
  [' 30 ', 30],
  ['0', 0],
  ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
  ['', undefined],
  ['-1', undefined],
  ['1e9', undefined],
  [undefined, undefined],
])('Retry-After %j means %j seconds', (value, seconds) => {
  const headers: Record<string, string> = value === undefined ? {} : { 'retry-after': value };
  expect(retryAfterSeconds({ status: 429, headers, body: '' })).toBe(seconds);
});
