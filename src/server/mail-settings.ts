type Refuse = (path: string, message: string) => void;

/** What no value may show in an error: the address holds a password. */
const FORM =
  'write smtp://user:password@smtp.example.com:587, with %40 for an @ and %23 for a # in user or password.';
/** Ports that speak TLS at once, and ports that turn to it after a greeting: the wrong one waits for ever. */
const SCHEMES: Record<string, string> = { 465: 'smtps:', 587: 'smtp:', 25: 'smtp:' };

/** `SMTP_URL`, checked as far as can be without asking the server. */
export function readSmtpUrl(text: string | null, refuse: Refuse): string | null {
  if (text === null) return null;
  const problem = smtpProblem(text);
  if (problem) refuse('SMTP_URL', problem);
  return problem ? null : text;
}

function smtpProblem(text: string): string | null {
  if (!URL.canParse(text)) return `is no address of a mail server; ${FORM}`;
  const { protocol, hostname, port, username, password } = new URL(text);
  if (!['smtp:', 'smtps:'].includes(protocol) || hostname === '') {
    return `is no address of a mail server; ${FORM}`;
  }
  if (!isDecodable(username) || !isDecodable(password)) {
    return `has a % in user or password that starts no code; write it as %25.`;
  }
  const scheme = SCHEMES[port];
  return scheme && scheme !== protocol
    ? `has port ${port} with ${protocol}//; that port is spoken to with ${scheme}//.`
    : null;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

const ADDRESS = /^(?:[^<>\p{Cc}]*<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/u;

/**
 * `EMAIL_FROM`, else an address that the mail server lets us write from: the one we log in with where it is one, else one at
 * our public host.
 */
export function readSender(
  text: string | null,
  { smtpUrl, publicBaseUrl }: { smtpUrl: string | null; publicBaseUrl: string | null },
  refuse: Refuse,
): string {
  if (text !== null && !ADDRESS.test(text)) {
    refuse('EMAIL_FROM', 'is not one e-mail address; write OrderWire <orders@example.com>.');
  }
  const user = smtpUrl === null ? '' : decodeURIComponent(new URL(smtpUrl).username);
  const host = publicBaseUrl === null ? 'localhost' : new URL(publicBaseUrl).hostname;
  return text ?? `OrderWire <${ADDRESS.test(user) ? user : `orders@${host}`}>`;
}
