import type { BrowserContextOptions, Page } from 'playwright-core';
import { barriers } from './axe';
import { picture } from './screens';
import { DEVICES, Stage } from './stage';

let stage: Stage;
let paths: Record<string, string>;
beforeAll(async () => {
  stage = await Stage.open();
  const sent = await stage.order(EVENING.sent);
  await stage.settled(sent);
  await stage.order(EVENING.later);
  const fuzzy = await stage.order(EVENING.unknown);
  await stage.settled(fuzzy);
  const done = await stage.order(EVENING.done);
  await stage.settled(done);
  await stage.api('PATCH', `/v1/orders/${done}`, { status: 'completed' });
  const asked = await stage.api('POST', '/v1/orders?hold=Large%20or%20small%3F', EVENING.asked);
  paths = {
    tonight: '/',
    order: `/orders/${sent}`,
    'order-that-waits': `/orders/${asked.id}`,
    fix: `/orders/${asked.id}/fix`,
    orders: '/orders?q=0123',
    'sold-out': '/sold-out',
    'not-found': '/orders/none',
  };
});
afterAll(() => stage.close());

const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const PHONE = '+1 617 555 0123';
const EVENING = {
  sent: {
    source: {
      ...{ channel: 'phone', recording_url: 'https://calls.example.com/CA1.mp3' },
      transcript: 'Two large pepperonis without onions, and a Coke, please. As soon as you can.',
    },
    customer: { name: 'Ann Lee', phone: PHONE },
    items: [
      { name: 'large pepperoni pizza', quantity: '2', unit_price: 1599, options: [{ name: 'no onions' }] },
      { name: 'coke', quantity: '1' },
    ],
    timing: { requested_text: 'as soon as you can' },
  },
  later: {
    customer: { name: 'José Ortega', phone: '+1 617 555 0188' },
    items: [
      { name: 'cheeseburger', quantity: '1' },
      { name: 'coke zero', quantity: '3' },
    ],
    timing: { requested_at: soon(150) },
    allergy_note: 'peanuts',
    quoted_total: 1992,
  },
  unknown: {
    customer: { name: 'Kim Soo', phone: '+1 617 555 0177' },
    items: [{ name: 'that thing with cheese on top', quantity: '1' }],
    delivery: { text: '12 Oak St Apt 4, Boston, MA 02215' },
  },
  done: {
    customer: { name: 'Lou Reyes', phone: '+1 617 555 0166' },
    items: [{ name: 'coke', quantity: '2' }],
  },
  asked: {
    customer: { name: 'Maria Gonzalez', phone: '+1 617 555 0144' },
    items: [{ name: 'pepperoni pizza', quantity: '1' }],
  },
};

const looks: [device: string, scheme: 'light' | 'dark', options: BrowserContextOptions][] = Object.entries(
  DEVICES,
).flatMap(([device, options]) => [
  [device, 'light', options],
  [device, 'dark', { ...options, colorScheme: 'dark' as const }],
]);

/** Nothing is wider than the screen: nobody scrolls sideways to read. */
const isAsWide = (page: Page) =>
  page.evaluate<boolean>('document.documentElement.scrollWidth <= document.documentElement.clientWidth');

it.each(looks)('keeps nobody out: %s, %s', async (device, scheme, options) => {
  const visitor = await stage.visitor(options);
  expect(await barriers(visitor)).toEqual([]);
  await picture(visitor, `sign-in-${device}-${scheme}`);
  const page = await stage.staff(options);
  for (const [name, path] of Object.entries(paths)) {
    await page.goto(path);
    expect([name, await barriers(page)]).toEqual([name, []]);
    expect([name, await isAsWide(page)]).toEqual([name, true]);
    await picture(page, `${name}-${device}-${scheme}`);
  }
});

it('keeps nobody out in Spanish, with everything unfolded', async () => {
  const page = await stage.staff({ ...DEVICES.tablet, locale: 'es-US' });
  expect(await page.locator('html').getAttribute('lang')).toBe('es');
  for (const [name, path] of Object.entries(paths)) {
    await page.goto(path);
    await page.locator('details').evaluateAll((folds) => {
      for (const fold of folds) fold.setAttribute('open', '');
    });
    expect([name, await barriers(page)]).toEqual([name, []]);
  }
});

it('has no button or link that is smaller than a thumb', async () => {
  const page = await stage.staff(DEVICES.phone);
  for (const path of Object.values(paths)) {
    await page.goto(path);
    const small = await page
      .locator('button:visible, a.button:visible, nav a:visible, summary:visible')
      .evaluateAll((all) =>
        all
          .map((one) => ({ text: one.textContent, height: one.getBoundingClientRect().height }))
          .filter(({ height }) => height < 44),
      );
    expect([path, small]).toEqual([path, []]);
  }
});

it('weighs less than a photo: the first page is at most 70 kB', async () => {
  const page = await stage.visitor();
  let bytes = 0;
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.locator('input[name=key]').fill('owk_a_key_for_the_browser_0123456789');
  await page.locator('form[action="/sign-in"] button').click();
  await page.locator('.card').first().waitFor();
  await page.reload({ waitUntil: 'load' });
  await page.waitForTimeout(300);
  expect(bytes).toBeGreaterThan(5_000);
  // Signing in and the evening together, nothing of it from the cache.
  expect(bytes).toBeLessThan(70_000);
});
