import { Sandbox } from '../../src/sandbox/sandbox';
import { createMailer } from '../../src/server/mailer';
import { buildSandboxApp } from '../../src/server/sandbox-app';
import { openSandboxMail } from '../../src/server/sandbox-mail';

const now = () => new Date('2026-11-24T18:00:00Z');

async function house() {
  const sandbox = new Sandbox();
  const app = buildSandboxApp(sandbox, now);
  const server = await openSandboxMail({ port: 0, mailbox: sandbox.mailbox, now });
  const mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${server.port}`, from: 'orders@marios.example' });
  const send = (subject: string, html = '<p>pie</p>') =>
    mailer.send({
      to: ['kitchen@marios.example', 'owner@marios.example'],
      subject,
      text: 'pie',
      html,
      messageId: `<${subject.replaceAll(/\W/g, '')}@x.invalid>`,
    });
  const close = async () => {
    mailer.close();
    await server.close();
    await app.close();
  };
  return { app, sandbox, server, send, close };
}

it('shows every mail it took, the newest first, as JSON and on a page', async () => {
  const { app, send, close } = await house();
  await send('first');
  await send('<b>second</b>');
  const { data } = (await app.inject('/_sandbox/mail')).json();
  expect(data).toEqual([
    expect.objectContaining({ subject: '<b>second</b>' }),
    {
      id: 'mail_1',
      to: ['kitchen@marios.example', 'owner@marios.example'],
      subject: 'first',
      message_id: '<first@x.invalid>',
      text: expect.stringContaining('pie'),
      html: expect.stringContaining('<p>pie</p>'),
      at: '2026-11-24T18:00:00.000Z',
    },
  ]);
  const page = (await app.inject('/mail')).body;
  expect(page).toContain('&lt;b&gt;second&lt;/b&gt;');
  expect(page.indexOf('mail_2')).toBeLessThan(page.indexOf('mail_1'));
  await close();
});

it('shows a mail in a frame that runs nothing, as text, its headers and its source', async () => {
  const { app, send, close } = await house();
  await send('hostile', '<script>alert(1)</script><p title="\'">x</p>');
  const page = await app.inject('/mail/mail_1?width=receipt');
  expect(page.body).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  expect(page.body).toContain('width:302px');
  expect(page.body).toContain('srcdoc="&lt;script&gt;alert(1)');
  expect(page.body).not.toContain('<script>alert');
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect((await app.inject('/mail/mail_1?as=text')).body).toContain('<pre>pie');
  expect((await app.inject('/mail/mail_1?as=headers')).body).toContain('Subject: hostile');
  expect((await app.inject('/mail/mail_1?as=source')).body).toContain('multipart/alternative');
  expect((await app.inject('/mail/mail_9')).statusCode).toBe(404);
  await close();
});

it('says how to fill an empty mailbox, and updates the open page by itself', async () => {
  const { app, server, send, close } = await house();
  expect((await app.inject('/mail')).body).toContain(`SMTP_URL=smtp://127.0.0.1:${server.port}`);
  const base = await app.listen({ port: 0, host: '127.0.0.1' });
  const events = await fetch(`${base}/_sandbox/mail/events`);
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  await send('hello');
  expect((await reader?.read())?.value).toMatch(/^event: mails\ndata: .*hello/);
  await close();
});

it('fails as often as told: a mail server that is down for a while comes back', async () => {
  const { app, sandbox, send, close } = await house();
  const arm = (payload: string) => app.inject({ method: 'POST', url: '/_sandbox/mail/faults', payload });
  expect((await arm('{"fault":"drop","times":2}')).statusCode).toBe(201);
  await expect(send('a')).rejects.toMatchObject({ kind: 'temporary' });
  await expect(send('b')).rejects.toMatchObject({ kind: 'temporary' });
  await send('c');
  expect(sandbox.mailbox.list().map(({ subject }) => subject)).toEqual(['c']);
  for (const wrong of ['{"fault":"explode"}', '{"fault":"drop","times":0}', '{"fault"']) {
    expect((await arm(wrong)).statusCode).toBe(400);
  }
  await close();
});

it('starts clean when told, faults and all', async () => {
  const { app, send, close } = await house();
  await send('old');
  await app.inject({
    method: 'POST',
    url: '/_sandbox/mail/faults',
    payload: '{"fault":"drop","times":100000}',
  });
  expect((await app.inject({ method: 'DELETE', url: '/_sandbox' })).statusCode).toBe(204);
  await send('new');
  const { data } = (await app.inject('/_sandbox/mail')).json();
  expect(data.map(({ subject }: { subject: string }) => subject)).toEqual(['new']);
  await close();
});

it('keeps the newest 500', async () => {
  const { mailbox } = new Sandbox();
  const mail = {
    from: '',
    to: [],
    subject: '',
    message_id: '',
    text: '',
    html: '',
    headers: [],
    raw: '',
    at: '',
  };
  for (let n = 0; n < 510; n++) mailbox.add(mail);
  expect(mailbox.list()).toHaveLength(500);
  expect(mailbox.list()[0]?.id).toBe('mail_510');
});
