import type { TwilioNumber } from './account';
import { fetchDocument } from './document';
import { MESSAGING } from './grammar';
import { messageParameters } from './message-parameters';
import { addMessage, MOST_CHARACTERS } from './messages';
import { answerKeyword, isOptedOut } from './opt-out';
import { type Element, isElement, textOf } from './twiml';
import type { Wire } from './webhook';
import { type Address, toAddress } from './webhook-request';
import type { Message, World } from './world';

/** More redirects than these are a loop. */
const MOST_DOCUMENTS = 20;

/** One text of a guest at one of the account's numbers. */
type Arrival = { wire: Wire; world: World; message: Message };
type Reply = { body: string; media: number; to: string; callback: string | null };

/** A guest's text reaches a number: Twilio's own words first, then the webhook and what its TwiML says. */
export async function receiveText(arrival: Arrival, own: TwilioNumber): Promise<void> {
  const { wire, world, message } = arrival;
  const { from: guest, to: number, body } = message;
  const keyword = answerKeyword(world, { guest, number, body });
  if (keyword) send(arrival, { body: keyword, media: 0, to: guest, callback: null });
  const fallback = { url: own.smsFallbackUrl, method: own.smsFallbackMethod };
  let address: Address | null = { url: own.smsUrl, method: own.smsMethod };
  for (let documents = 0; address?.url && documents < MOST_DOCUMENTS; documents += 1) {
    const parameters = messageParameters(message);
    const { url, verbs, told } = await fetchDocument(wire, {
      address,
      fallback,
      parameters,
      grammar: MESSAGING,
    });
    for (const { code, text } of told) note(arrival, code, text);
    address = carryOut(arrival, verbs ?? [], url);
  }
  if (address?.url) note(arrival, 14106, `More than ${MOST_DOCUMENTS} redirects.`);
}

/** Does what the verbs say, up to a redirect, whose address it gives. */
function carryOut(arrival: Arrival, verbs: Element[], url: string): Address | null {
  for (const verb of verbs) {
    if (verb.name === 'Redirect') return toAddress(textOf(verb), verb.attributes.method, url);
    answer(arrival, toReply(verb, { url, guest: arrival.message.from }));
  }
  return null;
}

function toReply(verb: Element, { url, guest }: { url: string; guest: string }): Reply {
  const { action, statusCallback, to = guest } = verb.attributes;
  const callback = action ?? statusCallback;
  const isMedia = (child: Element | string) => isElement(child) && child.name === 'Media';
  return {
    body: textOf({ ...verb, children: verb.children.filter((child) => !isMedia(child)) }),
    media: verb.children.filter(isMedia).length,
    to,
    callback: callback ? toAddress(callback, 'POST', url).url : null,
  };
}

/** Sends an answer, unless Twilio would refuse it. */
function answer(arrival: Arrival, reply: Reply): void {
  const { body, media, to } = reply;
  if (isOptedOut(arrival.world, to, arrival.message.to))
    note(arrival, 21610, 'Attempt to send to unsubscribed recipient');
  else if (body === '' && media === 0)
    note(arrival, 14103, 'A <Message> without words or media is not sent.');
  else if (body.length > MOST_CHARACTERS)
    note(arrival, 21617, `The answer has ${body.length} characters; ${MOST_CHARACTERS} are the most.`);
  else send(arrival, reply);
}

function send({ wire, world, message }: Arrival, { body, media, to, callback }: Reply): void {
  const draft = {
    direction: 'outbound-reply' as const,
    from: message.to,
    to,
    body,
    media: Array.from({ length: media }, () => 'image/jpeg'),
    messagingServiceSid: null,
    statusCallback: callback,
  };
  addMessage(world, draft, wire.now().getTime());
}

function note({ wire, world, message }: Arrival, code: number, text: string): void {
  world.notices.push({ at: wire.now().getTime(), guest: message.from, number: message.to, code, text });
}
