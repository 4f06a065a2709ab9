import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Static, Type } from 'typebox';
import {
  MAIL_VIEWS,
  type MailView,
  type MailWidth,
  mailboxPage,
  mailList,
  mailPage,
} from '../sandbox/mail-screen';
import { MAIL_FAULTS, type Mailbox } from '../sandbox/mailbox';
import { openEvents, serveAssets } from './sandbox-assets';

/** Enough for an hour of a mail server that is down. */
const MOST_TIMES = 100_000;
const FaultBody = Type.Object(
  {
    fault: Type.Enum([...MAIL_FAULTS], { type: 'string' }),
    times: Type.Integer({ minimum: 1, maximum: MOST_TIMES, default: 1 }),
  },
  { additionalProperties: false },
);
const ViewQuery = Type.Object({
  as: Type.Enum(Object.keys(MAIL_VIEWS) as MailView[], { type: 'string', default: 'html' }),
  width: Type.Enum(['receipt', 'phone', 'page'], { type: 'string', default: 'page' }),
});
/** The mail in the frame brings its own styles, and nothing from anywhere. */
const POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; frame-src 'self'";

/** The mailbox's pages at `/mail`, and its switches under `/_sandbox/mail`. */
export function addMailPages(app: FastifyInstance, mailbox: Mailbox): void {
  serveAssets(app, 'mail');
  const show = (reply: FastifyReply, page: string) =>
    reply.header('content-security-policy', POLICY).type('text/html').send(page);

  app.get('/mail', async (_request, reply) => show(reply, mailboxPage(mailbox)));
  app.get<{ Params: { id: string }; Querystring: Static<typeof ViewQuery> }>(
    '/mail/:id',
    { schema: { querystring: ViewQuery } },
    async ({ params, query }, reply) => {
      const mail = mailbox.find(params.id);
      if (!mail) return reply.callNotFound();
      return show(reply, mailPage(mail, { view: query.as, width: query.width as MailWidth }));
    },
  );
  app.register(async (part) => addSwitches(part, mailbox));
}

function addSwitches(app: FastifyInstance, mailbox: Mailbox): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'));
  app.get('/_sandbox/mail', async () => ({
    data: mailbox.list().map(({ id, to, subject, message_id, text, html, at }) => ({
      id,
      to,
      subject,
      message_id,
      text,
      html,
      at,
    })),
  }));
  app.post<{ Body: Static<typeof FaultBody> }>(
    '/_sandbox/mail/faults',
    { schema: { body: FaultBody } },
    async (request, reply) => {
      mailbox.arm(request.body);
      return reply.code(201).send(request.body);
    },
  );
  app.get('/_sandbox/mail/events', (request, reply) => {
    const send = openEvents(request, reply, () => stop());
    const stop = mailbox.onChange(() => send('mails', mailList(mailbox).text));
  });
}
