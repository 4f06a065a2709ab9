import type { AddressInfo, Socket } from 'node:net';
import PostalMime from 'postal-mime';
import {
  SMTPServer,
  type SMTPServerDataStream,
  type SMTPServerOptions,
  type SMTPServerSession,
} from 'smtp-server';
import type { Mailbox, MailFault, MailMoment } from '../sandbox/mailbox';

export type SandboxMail = { port: number; close(): Promise<void> };

/** `port` 0: any free one. */
type Parts = { port: number; mailbox: Mailbox; now?: () => Date };
type Done = (error?: Error | null) => void;

/** What the server says when a fault strikes; the other faults say nothing. */
const REPLIES: Partial<Record<MailFault, { code: number; text: string }>> = {
  refuse: { code: 535, text: '5.7.8 Authentication credentials invalid' },
  temporary: { code: 451, text: '4.3.0 Mail system temporarily unavailable' },
  permanent: { code: 550, text: '5.1.1 Mailbox does not exist' },
};
const LARGEST_MAIL = 5 * 1024 * 1024;

/** A mail server on loopback that delivers into the mailbox: any log-in is right, and nothing leaves this machine. */
export async function openSandboxMail({
  port,
  mailbox,
  now = () => new Date(),
}: Parts): Promise<SandboxMail> {
  const sockets = new Set<Socket>();
  const hangUp = ({ remotePort }: SMTPServerSession) =>
    [...sockets].find((socket) => socket.remotePort === remotePort)?.destroy();
  const server = new SMTPServer({
    name: 'sandbox',
    banner: 'OrderWire sandbox: nothing leaves this machine',
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MAIL,
    closeTimeout: 200,
    ...handlers({ mailbox, now, hangUp }),
  });
  // A client that hangs up is its own business.
  server.on('error', () => {});
  server.server.prependListener('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: open } = server.server.address() as AddressInfo;
  mailbox.smtpUrl = `smtp://127.0.0.1:${open}`;
  return {
    port: open,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

type Desk = { mailbox: Mailbox; now: () => Date; hangUp: (session: SMTPServerSession) => void };

function handlers(desk: Desk): SMTPServerOptions {
  const at = (moment: MailMoment, session: SMTPServerSession, done: Done) => {
    if (!struck(desk, { moment, session, done })) done();
  };
  return {
    onConnect: (session, done) => at('connection', session, done),
    onAuth: ({ username }, session, done) =>
      at('login', session, (error) => (error ? done(error) : done(null, { user: username }))),
    onMailFrom: (_sender, session, done) => at('sender', session, done),
    onRcptTo: (_recipient, session, done) => at('recipient', session, done),
    onData: (stream, session, done) => void receive(desk, { stream, session, done }).catch(done),
  };
}

/** Acts out a fault that strikes at this moment; whether one did. */
function struck(
  { mailbox, hangUp }: Desk,
  { moment, session, done }: { moment: MailMoment; session: SMTPServerSession; done: Done },
): boolean {
  const fault = mailbox.strike(moment);
  const reply = fault && REPLIES[fault];
  if (reply) done(Object.assign(new Error(reply.text), { responseCode: reply.code }));
  if (fault === 'drop') hangUp(session);
  return fault !== undefined;
}

type Arrival = { stream: SMTPServerDataStream; session: SMTPServerSession; done: Done };

/** A fault that refuses keeps nothing; one that falls silent has the mail, as real servers do. */
async function receive(desk: Desk, { stream, session, done }: Arrival): Promise<void> {
  const raw = Buffer.concat(await stream.toArray());
  let answered = false;
  const answer: Done = (error) => {
    answered = true;
    done(error);
  };
  const silent = struck(desk, { moment: 'data', session, done: answer });
  if (answered) return;
  const { mailFrom, rcptTo } = session.envelope;
  desk.mailbox.add({
    ...(await read(raw)),
    from: mailFrom ? mailFrom.address : '',
    to: rcptTo.map(({ address }) => address),
    at: desk.now().toISOString(),
  });
  if (!silent) done();
}

async function read(raw: Buffer) {
  const { subject = '', messageId = '', text = '', html = '', headers } = await PostalMime.parse(raw);
  return {
    subject,
    message_id: messageId,
    text,
    html,
    headers: headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    raw: raw.toString('utf8'),
  };
}
