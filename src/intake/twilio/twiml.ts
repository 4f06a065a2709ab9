/** An element of TwiML as plain data (https://www.twilio.com/docs/glossary/what-is-twilio-markup-language-twiml, read 2026-11-24). */
export type Verb = {
  name: 'Message' | 'Say' | 'Gather' | 'Dial' | 'Hangup' | 'Redirect' | 'Pause';
  attributes?: Record<string, string>;
  inside?: string | Verb[];
};

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The document that Twilio carries out. Without a verb it does nothing. */
export function toTwiml(verbs: readonly Verb[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${element('Response', {}, verbs.map(toXml).join(''))}`;
}

function toXml({ name, attributes = {}, inside = '' }: Verb): string {
  return element(name, attributes, typeof inside === 'string' ? escaped(inside) : inside.map(toXml).join(''));
}

function element(name: string, attributes: Record<string, string>, inside: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const head = `${name}${written.join('')}`;
  return inside === '' ? `<${head}/>` : `<${head}>${inside}</${name}>`;
}

/** Characters that XML knows no way to write would end the call or the message. */
function escaped(text: string): string {
  const writable = text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
  return writable.replaceAll(/[&<>"]/g, (one) => ESCAPES[one] ?? one);
}
