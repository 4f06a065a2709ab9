import type { Page } from 'playwright-core';
import { DEVICES, KEY, Stage } from './stage';

/** Nothing is set up but a key. */
const NOTHING = { ORDERWIRE_CONNECTIONS: '', RESTAURANT_NAME: '', RESTAURANT_EMAIL: '' };
let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open({ environment: NOTHING });
});
afterEach(() => stage.close());

async function enter(options: Parameters<Stage['visitor']>[0]): Promise<Page> {
  const page = await stage.visitor(options);
  await page.locator('input[name=key]').fill(KEY);
  await page.locator('form[action="/sign-in"] button').click();
  return page;
}

it.each([
  ['with a script', { ...DEVICES.phone }],
  ['without JavaScript', { ...DEVICES.tablet, javaScriptEnabled: false }],
])('leads from a key to the first ticket in the kitchen (%s)', async (_, options) => {
  const page = await enter(options);
  await page.locator('#restaurant input[name=name]').fill('El Norte');
  await page.locator('#restaurant select').selectOption('America/New_York');
  await page.locator('#restaurant form button').click();
  await page.locator('#restaurant.step-done', { hasText: 'El Norte' }).waitFor();
  await page.getByRole('button', { name: /Connect the sandbox/ }).click();
  await page.locator('#pos.step-done').waitFor();
  const words = page.locator('#ticket textarea');
  await words.fill('one large pepperoni pizza, no onions');
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.locator('.read-sure', { hasText: 'Large Pepperoni Pizza' }).waitFor();
  await page.getByRole('button', { name: 'Send it to the kitchen' }).click();
  await page.locator('.arrived', { hasText: 'The kitchen has it' }).waitFor();
  const kitchen =
    (await page.getByRole('link', { name: 'See the kitchen screen' }).getAttribute('href')) ?? '';
  expect(await (await fetch(kitchen)).text()).toMatch(/Pepperoni Pizza[\s\S]*onions/i);
  expect(stage.noise).toEqual([]);
});

it('connects a POS by its values, tests it, and goes live only when somebody says so', async () => {
  const page = await enter(DEVICES.desktop);
  await page.locator('.steps').waitFor();
  const { vendors } = (await (await fetch(`${stage.sandbox}/_sandbox`)).json()) as {
    vendors: { square: { access_token: string } };
  };
  await page.goto('/connect/new/square');
  await page.locator('[name="credentials[access_token]"]').fill(vendors.square.access_token);
  await page.locator('[name="settings[unpaid_orders]"]').selectOption('external_tender');
  await page.locator('summary', { hasText: 'More settings' }).click();
  await page.locator('[name=api_url]').fill(`${stage.sandbox}/square`);
  await page.getByRole('button', { name: 'Save and check' }).click();
  await page.locator('#access').waitFor();
  if (await page.locator('#location.step-stuck').isVisible()) {
    await page.locator('#location select').selectOption({ index: 0 });
    await page.locator('#location button').click();
  }
  await page.locator('#access.step-done').waitFor();
  const { data } = await stage.api('GET', '/v1/connections');
  expect(data).toMatchObject([{ vendor: 'square', status: 'ok', default: false }]);
  await page.getByRole('button', { name: 'Send a test ticket' }).click();
  await page.getByRole('button', { name: 'Yes, once' }).click();
  await page.locator('#test.step-done').waitFor();
  await page.getByRole('button', { name: 'Go live' }).click();
  await page.locator('#live.step-done').waitFor();
  expect((await stage.api('GET', '/v1/connections')).data).toMatchObject([{ default: true, mode: 'live' }]);
  expect(await page.content()).not.toContain(vendors.square.access_token);
});
