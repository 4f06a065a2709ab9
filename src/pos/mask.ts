import { fitText } from './fit-text';

const SECRET_HEADERS = new Set(['authorization', 'x-api-key', 'x-auth-token', 'cookie']);

/** Headers as they may be shown: a credential keeps its scheme and its last four characters. */
export function maskHeaders(headers: Record<string, string>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    SECRET_HEADERS.has(name.toLowerCase()) ? maskSecret(value) : value,
  ]);
  return Object.fromEntries(entries);
}

/** A secret as it may be shown: `Bearer …last4`. */
export function maskSecret(value: string): string {
  const scheme = /^(?:Bearer|Basic) /i.exec(value)?.[0] ?? '';
  const secret = value.slice(scheme.length);
  return `${scheme}…${secret.length > 8 ? secret.slice(-4) : ''}`;
}

/** A vendor's own words as an error may quote them: short, without e-mail addresses and telephone numbers. */
export function maskGuest(text: string): string {
  const masked = text
    .replaceAll(/\S+@\S+/g, '…')
    .replaceAll(/(?<![\w-])\+?\(?\d(?:[ ().-]{0,2}\d){6,}(?![\w-])/g, '…');
  return fitText(masked, 200);
}
