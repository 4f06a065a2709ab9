import { SaxesParser } from 'saxes';

/** One element of a TwiML document; text that is only space between elements is left out. */
export type Element = { name: string; attributes: Record<string, string>; children: (Element | string)[] };

/** The document is no XML, or its root is not Response (Twilio's 12100). */
export class UnreadableTwiml extends Error {}

/** The verbs of a document, in order. Throws `UnreadableTwiml` for whatever an XML parser would not take. */
export function parseTwiml(text: string): Element[] {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  const addText = (part: string) => {
    if (part.trim() !== '') open.at(-1)?.children.push(part);
  };
  parser.on('error', ({ message }) => {
    throw new UnreadableTwiml(message);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  const [response] = root.children;
  if (!isElement(response) || response.name !== 'Response')
    throw new UnreadableTwiml('The root element is not <Response>.');
  return response.children.filter(isElement);
}

export const isElement = (child: Element | string | undefined): child is Element => typeof child === 'object';

/** The text inside an element, that of its children included. */
export function textOf({ children }: Element): string {
  return children
    .map((child) => (isElement(child) ? textOf(child) : child))
    .join('')
    .trim();
}
