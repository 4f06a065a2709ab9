import { DEVICES, Stage } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

it('lets somebody work with the keyboard alone: past the menu to an order, and out again', async () => {
  await stage.settled(await stage.order({ customer: { name: 'Ann Lee' } }));
  const page = await stage.visitor();
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').textContent()).toContain('Skip');
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').getAttribute('name')).toBe('key');
  await page.keyboard.type('owk_a_key_for_the_browser_0123456789');
  await page.keyboard.press('Enter');
  await page.locator('.card', { hasText: 'Ann Lee' }).waitFor();
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Tab');
    if ((await page.locator(':focus').getAttribute('href'))?.startsWith('/orders/')) break;
  }
  await page.keyboard.press('Enter');
  await page.locator('h1', { hasText: 'Ann Lee' }).waitFor();
});

it('works without JavaScript: sign in, pause, resume, find an order, write it right, sign out', async () => {
  const id = await stage.order({ customer: { name: 'Eve Stone', phone: '+1 617 555 0111' } });
  await stage.settled(id);
  const page = await stage.staff({ ...DEVICES.tablet, javaScriptEnabled: false });
  await page.getByRole('button', { name: '15 min' }).click();
  await page.getByText('Orders are paused.').waitFor();
  await page.getByRole('button', { name: 'Resume now' }).click();
  await page.getByText('Orders are taken again.').waitFor();
  await page.getByRole('link', { name: 'Orders', exact: true }).click();
  await page.getByLabel('Find an order').fill('0111');
  await page.getByRole('button', { name: 'Find' }).click();
  await page.getByRole('link', { name: 'Eve Stone' }).click();
  await page.getByRole('link', { name: 'Change the order' }).click();
  await page.getByLabel('Notes').fill('by the window');
  await page.getByRole('button', { name: 'Send it' }).click();
  await page.getByText('Changed.', { exact: false }).first().waitFor();
  expect(await page.locator('main').textContent()).toContain('by the window');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByLabel('API key').waitFor();
});

it('pauses and resumes in place, with one thumb', async () => {
  const page = await stage.staff(DEVICES.phone);
  await page.getByRole('button', { name: '30 min' }).tap();
  await page.locator('.paused').waitFor();
  expect((await stage.api('POST', '/v1/orders', { items: [{ name: 'coke', quantity: '1' }] })).status).toBe(
    409,
  );
  await page.getByRole('button', { name: 'Resume now' }).tap();
  await page.getByRole('button', { name: '30 min' }).waitFor();
});

it('turns the sound on with a tap, and keeps it on from page to page', async () => {
  const page = await stage.staff();
  const sound = page.locator('[data-sound]');
  expect(await sound.textContent()).toBe('Sound on');
  await sound.click();
  expect(await sound.getAttribute('aria-pressed')).toBe('true');
  await page.getByRole('link', { name: 'Orders', exact: true }).click();
  await page.getByLabel('Find an order').waitFor();
  await page.getByRole('link', { name: 'Tonight' }).click();
  await sound.filter({ hasText: 'Sound off' }).waitFor();
});

it('does not take away what somebody writes when the order moves on meanwhile', async () => {
  const id = await stage.order({ customer: { name: 'Dana Fox' } });
  await stage.settled(id);
  const page = await stage.staff();
  await page.goto(`/orders/${id}`);
  await page.locator('#cancel summary').click();
  await page.getByLabel('Reason, for the kitchen').fill('the guest called');
  await stage.api('PATCH', `/v1/orders/${id}`, { status: 'ready' });
  await page.locator('.chip', { hasText: 'Seen by kitchen' }).waitFor();
  expect(await page.getByLabel('Reason, for the kitchen').inputValue()).toBe('the guest called');
  await page.getByRole('button', { name: 'Yes, cancel it' }).click();
  await page.locator('.chip', { hasText: 'Closed' }).waitFor();
});

it('signs in with a link out of the mailbox', async () => {
  const page = await stage.visitor();
  await page.getByLabel('E-mail address of the shop').fill('kitchen@marios.example');
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await page.getByText('the link is on its way').waitFor();
  const link = await stage.mailed(/\/sign-in\/link\/[\w-]+/);
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in on this device' }).click();
  await page.locator('#tonight').waitFor();
  const other = await stage.visitor();
  await other.goto(link);
  await other.getByText('This link has been used').waitFor();
});

it('runs nothing that a guest has said', async () => {
  const evil = '"><img src=x onerror="window.hacked=1"><script>window.hacked=2</script>';
  const id = await stage.order({
    source: { channel: 'phone', recording_url: 'javascript:window.hacked=3', transcript: evil },
    customer: { name: evil },
    items: [{ name: evil, quantity: '1', notes: evil }],
    notes: evil,
  });
  const page = await stage.staff();
  for (const path of ['/', `/orders/${id}`, `/orders/${id}/fix`, `/orders?q=${encodeURIComponent(evil)}`]) {
    await page.goto(path);
    expect(await page.locator('main').innerHTML()).toContain('onerror');
    expect(await page.evaluate(() => (globalThis as { hacked?: number }).hacked)).toBeUndefined();
    expect(await page.locator('main img').count()).toBe(0);
  }
});

it('never made a browser complain', () => {
  expect(stage.noise.filter((said) => !/404|410|409/.test(said))).toEqual([]);
});
