import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Live, type Looker } from '../../../src/server/pages/live';
import { OrderApi } from '../../support/order-api';
import { Visitor } from '../../support/visitor';

/** A page that is open somewhere, and what it has been sent. */
function openPage(mayLook = async () => true, personal: Looker['personal'] = (markup) => markup) {
  const sent: string[] = [];
  const response = Object.assign(new EventEmitter(), {
    writeHead: () => response,
    write: (text: string) => sent.push(text),
    end: () => response.emit('close'),
  });
  const events = () => sent.filter((text) => text.startsWith('event'));
  return { looker: { response: response as unknown as ServerResponse, personal, mayLook }, events, response };
}
const later = (milliseconds = 60) => new Promise((done) => setTimeout(done, milliseconds));

let last = 0;
let live: Live;
beforeEach(() => {
  last = 1;
  live = new Live({ store: { lastEvent: async () => last }, onError: () => {}, pollMs: 5 });
});
afterEach(() => live.close());

it('draws a board once for everybody who looks at it, and sends it only when it differs', async () => {
  let drawn = 0;
  let shows = 'one';
  const draw = async () => {
    drawn++;
    return shows;
  };
  const pages = Array.from({ length: 20 }, () => openPage());
  for (const { looker } of pages) live.watch({ key: 'board', name: 'tonight', draw }, looker);
  await later();
  expect(drawn).toBe(1);
  last++;
  await later();
  expect(drawn).toBe(2);
  expect(pages.map(({ events }) => events().length)).toEqual(Array(20).fill(1));
  shows = 'two\nlines';
  last++;
  await later();
  expect(drawn).toBe(3);
  expect(pages[7]?.events()).toEqual([
    'event: tonight\ndata: one\n\n',
    'event: tonight\ndata: two\ndata: lines\n\n',
  ]);
});

it("makes what all see each looker's own", async () => {
  const [one, two] = ['a', 'b'].map((token) => openPage(undefined, (markup) => markup.replace('%', token)));
  for (const page of [one, two]) {
    if (page) live.watch({ key: 'board', name: 'tonight', draw: async () => '<%>' }, page.looker);
  }
  await later();
  expect([one?.events(), two?.events()]).toEqual([
    ['event: tonight\ndata: <a>\n\n'],
    ['event: tonight\ndata: <b>\n\n'],
  ]);
});

it('hangs up on whoever has been signed out meanwhile, before anything more is sent', async () => {
  let signedIn = true;
  const page = openPage(async () => signedIn);
  live.watch({ key: 'board', name: 'tonight', draw: async () => `drawn at ${last}` }, page.looker);
  await later();
  signedIn = false;
  last++;
  await later();
  expect(page.events()).toHaveLength(1);
});

it('looks no more once nobody looks', async () => {
  let looked = 0;
  live = new Live({ store: { lastEvent: async () => ++looked }, onError: () => {}, pollMs: 1 });
  const page = openPage();
  live.watch({ key: 'board', name: 'tonight', draw: async () => '' }, page.looker);
  await later();
  page.response.emit('close');
  await later();
  const then = looked;
  await later();
  expect(looked).toBe(then);
});

it('tells an open page of a new order, with a form token of its own, and lets go when the program stops', async () => {
  const api = await OrderApi.start();
  const staff = await Visitor.signedIn(api);
  const address = await api.app.listen({ host: '127.0.0.1', port: 0 });
  const cookie = [...staff.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const stream = await fetch(`${address}/live/tonight`, { headers: { cookie } });
  expect(stream.headers.get('content-type')).toBe('text/event-stream');
  const reader = stream.body?.getReader();
  let text = '';
  const until = async (pattern: RegExp) => {
    while (!pattern.test(text)) {
      const { value, done } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) throw new Error(`It ended: ${text}`);
      text += new TextDecoder().decode(value);
    }
  };
  await api.send({ customer: { name: 'Ann Lee' } });
  await until(/Ann Lee/);
  expect(text).not.toContain('%form-token%');
  await api.app.close();
  await expect(until(/never/)).rejects.toThrow('It ended');
  await api.stop();
});
