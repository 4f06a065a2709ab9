import { MailError, type MailErrorKind } from '../delivery/email/mail-error';

/** What nodemailer tells of a failure; the server's own words stay out of our messages, as they may quote the mail. */
type Failure = { code?: string; originalCode?: string; responseCode?: number; response?: string };

/** Replies that mean more than their first digit does (RFC 4954 for the log-in; 503 is about the session, not the mail). */
const REPLIES: Record<number, MailErrorKind> = {
  503: 'temporary',
  530: 'credentials',
  534: 'credentials',
  535: 'credentials',
  538: 'credentials',
};

/** Failures without a reply that no repeat of the same mail can cure. Everything else is a connection that broke. */
const CODES: Record<string, MailErrorKind> = {
  EAUTH: 'credentials',
  ENOAUTH: 'credentials',
  EOAUTH2: 'credentials',
  ECONFIG: 'permanent',
  EENVELOPE: 'permanent',
  EMESSAGE: 'permanent',
};

const SAYS: Record<MailErrorKind, (server: string, code: string) => string> = {
  credentials: (server, code) =>
    `The mail server ${server} refuses the log-in (${code}). Check user and password in SMTP_URL; many providers want an app password.`,
  permanent: (server, code) =>
    `The mail server ${server} refuses this mail (${code}). Check the shop's e-mail address and EMAIL_FROM.`,
  temporary: (server, code) =>
    `The mail server ${server} takes no mail now (${code}). Check SMTP_URL if this stays so; the same mail may be sent again.`,
  unclear: (server, code) =>
    `The mail server ${server} had been given the mail and then said nothing (${code}). It may have arrived; sent again, it may come twice.`,
};

/** A failed sending as one of four kinds. `begun`: the mail itself had started to leave, so that silence proves nothing. */
export function toMailError(
  error: unknown,
  { server, begun }: { server: string; begun: boolean },
): MailError {
  const failure = withoutTlsReply(error as Failure);
  const kind = kindOf(failure, begun);
  const code = codeOf(failure);
  return new MailError(kind, SAYS[kind](server, code), code);
}

/** A server that knows no STARTTLS answers it as it does any unknown command: that says nothing about the mail. */
function withoutTlsReply(failure: Failure): Failure {
  return failure.code === 'ETLS' ? { code: 'ETLS' } : failure;
}

function kindOf({ code = '', responseCode = 0 }: Failure, begun: boolean): MailErrorKind {
  const replied = REPLIES[responseCode];
  if (replied) return replied;
  if (responseCode >= 400) return responseCode < 500 ? 'temporary' : 'permanent';
  return CODES[code] ?? (begun ? 'unclear' : 'temporary');
}

/** `550 5.1.1` where the server answered, else what the connection died of. */
function codeOf({ code, originalCode, responseCode, response = '' }: Failure): string {
  if (!responseCode) return originalCode ?? code ?? 'no reply';
  const [enhanced] = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response) ?? [];
  return [responseCode, enhanced].filter(Boolean).join(' ');
}
