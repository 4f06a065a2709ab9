import type { HttpResponse } from '../../http';
import { jsonReply } from '../replies';
import { ACCOUNT, API_VERSION, UNREACHABLE } from './account';
import { TwilioRefusal } from './errors';
import { toMessageResource } from './message-view';
import { isOptedOut } from './opt-out';
import { isWebAddress, type RestCall, toPage } from './rest-call';
import type { Message, World } from './world';

export const MOST_CHARACTERS = 1_600;
const PHONE = /^\+[1-9]\d{6,14}$/;
/** The countries this account may text: the US and Canada, as a new account of a restaurant there. */
const ALLOWED = /^\+1[2-9]\d\d[2-9]\d{6}$/;

/** `POST Messages.json`: takes a text message and says what becomes of it later. */
export function createMessage({ world, now, form }: RestCall): HttpResponse {
  const draft = readDraft(form);
  checkRecipient(draft.to);
  const from = draft.messagingServiceSid ? senderOf(world, draft.messagingServiceSid) : draft.from;
  checkSender(world, from);
  if (from === draft.to) throw new TwilioRefusal(21266, from);
  if (!ALLOWED.test(draft.to)) throw new TwilioRefusal(21408, draft.to);
  if (isOptedOut(world, draft.to, from)) throw new TwilioRefusal(21610);
  const message = addMessage(world, { ...draft, from, direction: 'outbound-api' }, now);
  return jsonReply(201, toMessageResource(message, now));
}

/** Puts a message on its way; its SID says whether it has media. */
export function addMessage(
  world: World,
  draft: Omit<Message, 'sid' | 'createdAt' | 'errorCode'>,
  now: number,
): Message {
  const sid = world.makeSid(draft.media.length > 0 ? 'MM' : 'SM', now);
  const message = { ...draft, sid, createdAt: now, errorCode: UNREACHABLE[draft.to] ?? null };
  world.messages.push(message);
  return message;
}

export function getMessage({ world, now, ids: [sid] }: RestCall): HttpResponse {
  const message = world.messages.find((one) => one.sid === sid);
  if (!message)
    throw new TwilioRefusal(20404, `/${API_VERSION}/Accounts/${ACCOUNT.sid}/Messages/${sid}.json`);
  return jsonReply(200, toMessageResource(message, now));
}

/** The newest first, filtered by `To` and `From`. */
export function listMessages({ world, now, query }: RestCall): HttpResponse {
  const [to, from] = [query.get('To'), query.get('From')];
  const found = world.messages
    .filter((message) => (!to || message.to === to) && (!from || message.from === from))
    .reverse()
    .map((message) => toMessageResource(message, now));
  const uri = `/${API_VERSION}/Accounts/${ACCOUNT.sid}/Messages.json`;
  return jsonReply(200, toPage('messages', found, { query, uri }));
}

function readDraft(form: URLSearchParams) {
  const [to, from, body] = [form.get('To') ?? '', form.get('From') ?? '', form.get('Body') ?? ''];
  const [service, callback] = [form.get('MessagingServiceSid') || null, form.get('StatusCallback') || null];
  const media = form.getAll('MediaUrl').map(() => 'image/jpeg');
  if (to === '') throw new TwilioRefusal(21604);
  if (from === '' && !service) throw new TwilioRefusal(21603);
  if (body === '' && media.length === 0) throw new TwilioRefusal(21602);
  if (body.length > MOST_CHARACTERS) throw new TwilioRefusal(21617);
  if (callback && !isWebAddress(callback)) throw new TwilioRefusal(21609, callback);
  return { to, from, body, media, messagingServiceSid: service, statusCallback: callback };
}

function checkRecipient(to: string): void {
  if (!PHONE.test(to) || (to.startsWith('+1') && !ALLOWED.test(to))) throw new TwilioRefusal(21211, to);
}

function checkSender(world: World, from: string): void {
  if (!PHONE.test(from)) throw new TwilioRefusal(21212, from);
  const own = world.numbers.find(({ number }) => number === from);
  if (!own) throw new TwilioRefusal(21659, from);
  if (!own.sms) throw new TwilioRefusal(21606, from);
}

/** The service's only sender is the first number. */
function senderOf(world: World, serviceSid: string): string {
  if (serviceSid !== ACCOUNT.messagingServiceSid) throw new TwilioRefusal(21701, serviceSid);
  return world.numbers[0]?.number ?? '';
}
