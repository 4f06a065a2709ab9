import { DeliveryHouse } from '../support/delivery-house';

jest.setTimeout(60_000);

/** A POS that nobody can reach: nothing listens there. */
const NOWHERE = { api_url: 'http://127.0.0.1:9' };

/** Two seconds here. */
const SOON = { ticket_after_seconds: 40 };

let house: DeliveryHouse;
afterEach(() => house.close());

/** The path of the page that a mail's button leads to. */
function pageIn(text: string): string {
  const [, path = ''] = /http:\/\/orders\.example(\/a\/\S+)/.exec(text) ?? [];
  return path;
}

describe('when the POS cannot be reached', () => {
  beforeEach(async () => {
    house = await DeliveryHouse.open('square', NOWHERE, SOON);
  });

  it('tells the shop while it goes on trying, then sends the ticket to key in and stops', async () => {
    const id = await house.order();
    const delivery = await house.reached(id, 'needs_attention');
    expect(delivery.attempts.length).toBeGreaterThan(2);
    const alert = await house.mail(/not (yet )?in|cannot|still/i, 'alert');
    const fallback = await house.mail(/Ann Lee/, 'fallback');
    expect(alert.text).toContain('Ann Lee');
    expect(fallback.text).toMatch(/NO onions/);
    expect(fallback.text).toContain('large pepperoni');
  });

  it('changes nothing when a mail scanner opens every link, and all when a person presses the button', async () => {
    const id = await house.order();
    await house.reached(id, 'needs_attention');
    const path = pageIn((await house.mail(/Ann Lee/, 'fallback')).text);
    for (const method of ['GET', 'HEAD', 'GET', 'GET'] as const) {
      const page = await house.api.call(method, path, {
        key: null,
        headers: { 'user-agent': 'MailScanner', purpose: 'prefetch' },
        raw: true,
      });
      expect(page.status).toBe(200);
    }
    await house.reached(id, 'needs_attention');
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const press = (action: string) =>
      house.api.call('POST', path, { key: null, headers: form, body: `action=${action}`, raw: true });
    expect((await press('resolve')).text).toContain('Somebody has keyed it in');
    await house.reached(id, 'manual_done');
    expect((await press('retry')).text).toContain('Nothing was changed');
    await house.reached(id, 'manual_done');
  });

  it('shows nothing to somebody who made the link up', async () => {
    const id = await house.order();
    await house.reached(id, 'needs_attention');
    const path = pageIn((await house.mail(/Ann Lee/, 'fallback')).text);
    const forged = path.replace(/\.(\d+)\./, '.99.');
    expect((await house.api.call('GET', forged, { key: null })).status).toBe(404);
  });
});

it('offers in an alert only to stop the alerts, and does so although the POS has been tried again since', async () => {
  house = await DeliveryHouse.open('square', NOWHERE, { ticket_after_seconds: 2_000 });
  const id = await house.order();
  const { text } = await house.mail(/not (yet )?in/i, 'alert');
  expect(text).toContain('I have seen this:');
  expect(text).not.toMatch(/I keyed it in|Try again/);
  const attempts = async () => (await house.reached(id, 'retry_wait', 'sending')).attempts.length;
  const before = await attempts();
  while ((await attempts()) <= before) await new Promise((resolve) => setTimeout(resolve, 50));
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const press = (action: string) =>
    house.api.call('POST', pageIn(text), { key: null, headers: form, body: `action=${action}`, raw: true });
  expect((await press('resolve')).text).toContain('Nothing was changed');
  expect((await press('acknowledge')).text).toContain('Done: I have seen this');
  expect((await press('acknowledge')).text).toContain('Nothing was changed');
});

describe('when the POS comes back after the fallback ticket has gone out', () => {
  it('sends nothing by itself, and one ticket when a person says so', async () => {
    house = await DeliveryHouse.open('square', {}, SOON);
    house.fault('square', 'throttle', 1000);
    const id = await house.order();
    await house.reached(id, 'needs_attention');
    house.sandbox.reset();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(house.tickets('square')).toEqual([]);
    const path = pageIn((await house.mail(/Ann Lee/, 'fallback')).text);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    await house.api.call('POST', path, { key: null, headers: form, body: 'action=retry', raw: true });
    await house.reached(id, 'delivered', 'delivered_degraded');
    expect(house.tickets('square')).toHaveLength(1);
  });
});

describe('mail to the shop', () => {
  it('brings every order once the mail server is back', async () => {
    house = await DeliveryHouse.open('square');
    house.mailbox.arm({ fault: 'drop', times: 6 });
    await house.order();
    const mail = await house.mail(/Ann Lee/, 'new_order');
    expect(mail.text).toContain('large pepperoni');
  });
});
