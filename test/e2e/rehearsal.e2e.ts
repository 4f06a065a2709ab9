import { DEVICES, Stage } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({ vendor: 'square' });
});
afterAll(() => stage.close());

it('leads from a rehearsal, in which nothing is sent, to going live', async () => {
  const page = await stage.staff(DEVICES.tablet);
  await page.goto('/rehearsal');
  await page.getByRole('button', { name: 'Rehearse' }).click();
  await page.locator('.done', { hasText: 'nothing is sent' }).waitFor();
  const id = await stage.order({ customer: { name: 'Ann Lee' } });
  await page.goto(`/orders/${id}`);
  await page.locator('.kitchen', { hasText: 'Rehearsal: not sent' }).waitFor();
  expect(await page.locator('.kitchen').textContent()).toContain('Key this order in as ever');
  await page.goto('/rehearsal');
  expect(await page.locator('.counts').first().textContent()).toContain('1 order');
  await page.getByText('Go live without a clean night').click();
  await page.getByRole('button', { name: 'Go live' }).click();
  await page.locator('.done', { hasText: 'new orders are sent' }).waitFor();
  await stage.order({ customer: { name: 'Kim Soo' } });
  await page.goto('/');
  await page.locator('.card', { hasText: 'Kim Soo' }).filter({ hasText: 'Sent' }).waitFor();
  expect(await page.locator('.card', { hasText: 'Ann Lee' }).textContent()).toContain('Rehearsal: not sent');
  expect(stage.noise).toEqual([]);
});
