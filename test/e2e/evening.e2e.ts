import { Stage } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

it('leads from a key to tonight, and from an order to the ticket in the kitchen', async () => {
  await stage.order({ customer: { name: 'Ann Lee', phone: '+1 617 555 0123' } });
  const page = await stage.staff();
  expect(await page.locator('.health').textContent()).toContain('Clover answers');
  const card = page.locator('.card', { hasText: 'Ann Lee' });
  await card.filter({ hasText: 'Sent' }).waitFor();
  await card.getByRole('link').click();
  await page.locator('h1', { hasText: 'Ann Lee' }).waitFor();
  expect(await page.locator('.column').count()).toBe(3);
  expect(await page.locator('.kitchen').textContent()).toMatch(/Ticket \w+[\s\S]*Printed/);
  expect(stage.noise).toEqual([]);
});

it('shows a new order by itself, tells those who listen, and counts what needs somebody in the title', async () => {
  const page = await stage.staff();
  await stage.order({ customer: { name: 'Kim Soo' } });
  await page.locator('.card', { hasText: 'Kim Soo' }).filter({ hasText: 'Sent' }).waitFor();
  expect(await page.locator('#said').textContent()).toMatch(/New order #\d/);
  await stage.fault('clover', 'expired_token', 100);
  await stage.order({ customer: { name: 'Eve Stone' } });
  await page.locator('.attention .card', { hasText: 'Eve Stone' }).waitFor();
  expect(await page.title()).toMatch(/^\(1\) Tonight/);
});
