import type { ServerResponse } from 'node:http';
import { openRestaurant } from '../../support/restaurant-server';
import type { Blueprint, Module } from './blueprint';
import { Scenario } from './scenario';
import { openWebhook } from './webhook-address';

type Parts = Partial<Module> & Pick<Module, 'id' | 'module'>;
const place = { designer: { x: 0, y: 0 } };
const one = (parts: Parts): Module => ({ version: 1, parameters: {}, mapper: {}, metadata: place, ...parts });
const webhook = one({ id: 1, module: 'gateway:CustomWebHook', parameters: { maxResults: 1 } });
const ask = (id: number, url: string, more: Partial<Module> = {}): Module =>
  one({
    id,
    module: 'http:MakeRequest',
    version: 4,
    mapper: { url, method: 'get', parseResponse: true, stopOnHttpError: true },
    ...more,
  });
const again = (id: number) =>
  one({ id, module: 'builtin:Break', mapper: { retry: true, count: 2, interval: 1 } });
const blueprint = (flow: Module[], scenario = {}): Blueprint => ({
  name: 'Test',
  flow,
  metadata: {
    instant: flow[0]?.module === 'gateway:CustomWebHook',
    version: 1,
    scenario: { maxErrors: 3, dlq: true, sequential: false, ...scenario },
  },
});
const status = (code: number) => (response: ServerResponse) => void response.writeHead(code).end('{}');

describe('a scenario', () => {
  let server: Awaited<ReturnType<typeof openRestaurant>>;
  const paths = () => server.asked.map(({ url }) => new URL(url).pathname);
  beforeEach(async () => {
    server = await openRestaurant();
  });
  afterEach(() => server.close());

  it('runs what follows an iterator once for each element, and an aggregator makes one of them again', async () => {
    const scenario = new Scenario(
      blueprint([
        webhook,
        one({ id: 2, module: 'builtin:BasicFeeder', mapper: { array: '{{1.names}}' } }),
        ask(3, `${server.url}/{{2.value}}`, {
          filter: { name: 'Not b', conditions: [[{ a: '{{2.value}}', o: 'text:notequal', b: 'b' }]] },
        }),
        one({
          id: 4,
          module: 'builtin:BasicAggregator',
          parameters: { feeder: 2 },
          mapper: { name: '{{2.value}}' },
        }),
        ask(5, `${server.url}/all/{{join(map(4.array; "name"); "-")}}`),
      ]),
    );
    expect((await scenario.run({ names: ['a', 'b', 'c'] })).status).toBe('success');
    expect(paths()).toEqual(['/a', '/c', '/all/a-c']);
  });

  it('lets every route of a router run whose filter agrees', async () => {
    const route = (id: number, word: string) => ({
      flow: [
        ask(id, `${server.url}/${word}`, {
          filter: { name: word, conditions: [[{ a: '{{1.text}}', o: 'text:contain', b: word }]] },
        }),
      ],
    });
    const router = one({
      id: 2,
      module: 'builtin:BasicRouter',
      mapper: null,
      routes: [route(3, 'x'), route(4, 'y'), route(5, 'z')],
    });
    await new Scenario(blueprint([webhook, router])).run({ text: 'x and z' });
    expect(paths()).toEqual(['/x', '/z']);
  });

  it('goes on from the module that failed once Break lets it, and never repeats what had worked', async () => {
    server.answer('/order', status(503));
    const scenario = new Scenario(
      blueprint([
        webhook,
        ask(2, `${server.url}/first`),
        ask(3, `${server.url}/order`, { onerror: [again(4)] }),
        ask(5, `${server.url}/last`),
      ]),
    );
    expect((await scenario.run({})).status).toBe('warning');
    await scenario.retryIncomplete();
    server.answer('/order', status(200));
    expect(await scenario.retryIncomplete()).toEqual([{ status: 'success', reply: undefined }]);
    expect(paths()).toEqual(['/first', '/order', '/order', '/order', '/last']);
    expect([scenario.active, scenario.incomplete]).toEqual([true, []]);
  });

  it('leaves an execution to a person when its attempts are used up', async () => {
    server.answer('/order', status(503));
    const scenario = new Scenario(
      blueprint([webhook, ask(2, `${server.url}/order`, { onerror: [again(3)] })]),
    );
    await scenario.run({});
    for (let n = 0; n < 4; n++) await scenario.retryIncomplete();
    expect(paths()).toHaveLength(3);
    expect(scenario.incomplete).toHaveLength(1);
  });

  it('goes on with what Resume gives in place of the answer', async () => {
    server.answer('/order', status(404));
    const resume = one({ id: 3, module: 'builtin:Resume', mapper: { data: 'none' } });
    const scenario = new Scenario(
      blueprint([
        webhook,
        ask(2, `${server.url}/order`, { onerror: [resume] }),
        ask(4, `${server.url}/{{2.data}}`),
      ]),
    );
    await scenario.run({});
    expect(paths()).toEqual(['/order', '/none']);
  });

  it.each([
    [429, 'RateLimitError', true],
    [503, 'ConnectionError', true],
    [504, 'ConnectionError', true],
    [409, 'RuntimeError', false],
    [500, 'RuntimeError', false],
  ])('takes a %s that nobody handles as %s', async (code, type, goesOn) => {
    server.answer('/order', status(code));
    const scenario = new Scenario(blueprint([webhook, ask(2, `${server.url}/order`)]));
    const { error } = await scenario.run({});
    expect([error?.type, scenario.active]).toEqual([type, goesOn]);
    expect(scenario.incomplete).toHaveLength(goesOn ? 1 : 0);
  });

  it('takes silence as a timeout', async () => {
    server.answer('/order', () => {});
    const scenario = new Scenario(blueprint([webhook, ask(2, `${server.url}/order`)]), { longestMs: 100 });
    expect((await scenario.run({})).error?.type).toBe('ModuleTimeoutError');
  });

  it('answers its webhook with what the response module says', async () => {
    const respond = one({
      id: 2,
      module: 'gateway:WebhookRespond',
      mapper: {
        status: '200',
        body: 'Hello {{1.From}}',
        headers: [{ key: 'Content-Type', value: 'text/xml' }],
      },
    });
    const address = await openWebhook(new Scenario(blueprint([webhook, respond])));
    const answer = await fetch(address.url, { method: 'POST', body: new URLSearchParams({ From: '+1617' }) });
    expect([await answer.text(), answer.headers.get('content-type')]).toEqual(['Hello +1617', 'text/xml']);
    await address.close();
  });
});

describe('a blueprint that Make would not take', () => {
  it.each<[string, Module[], object, string]>([
    ['an unknown module', [one({ id: 1, module: 'util:Nothing' })], {}, 'util:Nothing is not known'],
    ['another version', [one({ id: 1, module: 'http:MakeRequest', version: 3 })], {}, 'no version 3'],
    ['a field it does not have', [ask(1, '', { mapper: { body: '' } })], {}, 'no mapper called body'],
    ['two ids alike', [webhook, ask(1, '')], {}, 'the same id'],
    [
      'Break without a place for it',
      [webhook, ask(2, '', { onerror: [again(3)] })],
      { dlq: false },
      'Break needs dlq',
    ],
    ['a webhook of somebody else', [{ ...webhook, parameters: { hook: 7 } }], {}, 'of another account'],
    [
      'a router in the middle',
      [webhook, one({ id: 2, module: 'builtin:BasicRouter', mapper: null }), ask(3, '')],
      {},
      'router',
    ],
  ])('%s', (_, flow, settings, message) => {
    expect(() => new Scenario(blueprint(flow, settings))).toThrow(message);
  });
});
