import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Mail } from '../delivery/email/mail';
import { MailError } from '../delivery/email/mail-error';
import { isLoopback } from './config';
import { toMailError } from './smtp-failure';

export type Mailer = {
  /** Resolves once the mail server has taken the mail; rejects with a `MailError`. */
  send(mail: Mail): Promise<void>;
  /** Connects and logs in, and sends nothing; rejects with a `MailError`. */
  check(): Promise<void>;
  /** Lets mails that are on their way finish, then hangs up. */
  close(): void;
};

type Settings = {
  smtpUrl: string;
  from: string;
  /** How long the server may take to answer a connection, to answer a command, and for one mail as a whole. */
  timeouts?: { connectMs: number; answerMs: number; mailMs: number };
};

// RFC 5321 (4.5.3.2.6) grants a server ten minutes after the mail; a kitchen cannot wait so long to be told.
const TIMEOUTS = { connectMs: 10_000, answerMs: 60_000, mailMs: 120_000 };

/** Sends mails over SMTP. Connections are kept; a password travels only over TLS, unless the server is this machine. */
export function createMailer({ smtpUrl, from, timeouts = TIMEOUTS }: Settings): Mailer {
  const { connectMs, answerMs, mailMs } = timeouts;
  const url = new URL(smtpUrl);
  const server = url.host;
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    requireTLS: url.username !== '' && !isLoopback(url.hostname.replace(/^\[|\]$/g, '')),
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: answerMs,
    // Whoever sends decides about another attempt.
    maxRequeues: 0,
  });
  const leaving = new Map<string, Readable>();
  transport.use('stream', (mail, done) => {
    mail.message.processFunc((stream) => {
      leaving.set(String(mail.data.messageId), stream as Readable);
      return stream;
    });
    done();
  });

  return {
    async send({ to, ...mail }) {
      if (to.length === 0) {
        throw new MailError(
          'permanent',
          "The shop has no e-mail address. Set the shop's email.",
          'NO_ADDRESS',
        );
      }
      try {
        await transport.sendMail({ ...mail, from, to, signal: AbortSignal.timeout(mailMs) });
      } catch (error) {
        const begun = leaving.get(mail.messageId)?.readableDidRead === true;
        throw toMailError(error, { server, begun });
      } finally {
        leaving.delete(mail.messageId);
      }
    },
    async check() {
      try {
        await transport.verify();
      } catch (error) {
        throw toMailError(error, { server, begun: false });
      }
    },
    close: () => transport.close(),
  };
}
