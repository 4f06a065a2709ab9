import { holdsCardNumber } from '../../order/card-number';
import type { OrderInput } from '../order-api';
import { ahead, listen } from './ahead';
import { answered, without } from './answer';
import { choose } from './choose';
import type { Desk } from './desk';
import { type Draft, hear, joined, NO_DRAFT, saysSomething } from './draft';
import type { Inbound } from './inbound';
import { isAddition, leadingMeaning, type Meaning, meaningOf, removalIn } from './keywords';
import { phrasesOf } from './phrases';
import { type Asking, questionText } from './questions';
import { lineName } from './read-back';
import { newTalk, type Talk, type Turn } from './talk';

/** Twice in a row nothing was understood: a person takes over. */
const MOST_FAILURES = 2;

type Say = (talk: Talk, desk: Desk) => Turn | Promise<Turn>;

/** What short words lead to, wherever the conversation stands. */
const ALWAYS: Partial<Record<Meaning, Say>> = {
  human: (talk, { shop }) => ({ talk, say: phrasesOf(talk).human(shop.phone), next: 'dial' }),
  help: (talk, { shop }) => {
    const help = phrasesOf(talk).help(shop.name, shop.phone);
    return listen(talk, [help, openQuestion(talk)].filter(Boolean).join(' '));
  },
  // Twilio has answered by itself, and delivers nothing more to who has opted out.
  'opt out': (talk) => listen(dropped(talk), ''),
  'left to twilio': (talk) => listen(talk, ''),
  cancel: (talk, { shop }) => {
    const phrases = phrasesOf(talk);
    if (talk.phase === 'placed') return listen(talk, phrases.changed(shop.phone));
    return { talk: dropped(talk), say: phrases.dropped, next: 'hang up' };
  },
  async status(talk, desk) {
    const found = talk.guest === null ? null : await desk.status(talk.guest);
    const phrases = phrasesOf(talk);
    const say = found === null ? phrases.noOrder : phrases.status(found.number, found.status);
    return listen(talk, [say, openQuestion(talk)].filter(Boolean).join(' '));
  },
};

type Message = Pick<Inbound, 'sid' | 'text' | 'opens'>;

/** One more message of a guest: what is answered, and the conversation after it. */
export async function converse(before: Talk, message: Message, desk: Desk): Promise<Turn> {
  const { sid, text } = message;
  const phrases = phrasesOf(before);
  if (message.opens) return open(before, desk);
  if (holdsCardNumber(text)) return listen(before, phrases.noCards);
  const meaning = meaningOf(text);
  const always = meaning && !isAnswer(meaning, before) ? ALWAYS[meaning] : undefined;
  if (always) return always(before, desk);
  if (text === '') return failed(before, phrases.onlyWords, desk);
  if (before.phase === 'placed') return afterwards(before, { sid, text, meaning }, desk);
  const talk = { ...before, said: [...before.said, text] };
  if (talk.asking) {
    const given = { text, talk, desk };
    const draft = answered(talk.asking, given) ?? added(talk.asking, given);
    return draft
      ? ahead({ ...talk, draft, asking: null, failures: 0 }, desk)
      : failed(talk, phrases.misheard, desk);
  }
  return talk.phase === 'confirming' ? confirm(talk, text, desk) : order(talk, text, desk);
}

/** Instead of an answer there may come more of the order: the question is put again. */
function added(
  asking: Asking,
  { text, talk: { draft }, desk: { menu } }: { text: string; talk: Talk; desk: Desk },
): Draft | null {
  if ('line' in asking && !isAddition(text)) return null;
  const heard = hear(text, menu);
  const isMore =
    menu !== null && asking.about !== 'more' && heard.items.some((one) => one.menu_item_id !== null);
  return isMore ? joined(draft, heard) : null;
}

function open(talk: Talk, desk: Desk): Turn {
  const notNow = desk.notNow(talk.language);
  if (notNow !== null) return { talk, say: notNow, next: 'hang up' };
  return listen(talk, phrasesOf(talk).welcome(desk.shop.name));
}

/** "Skip it" and "nothing" answer a question, and so may a word that elsewhere ends the talk. */
const isAnswer = (meaning: Meaning, { asking }: Talk) => meaning === 'cancel' && asking?.about === 'instead';

/** What the guest is to answer, once more. */
function openQuestion(talk: Talk): string {
  const { asking, phase } = talk;
  const phrases = phrasesOf(talk);
  if (asking) return questionText(asking, phrases);
  return phase === 'confirming' ? phrases.confirm : '';
}

function failed(talk: Talk, why: string, { shop }: Desk): Turn {
  const phrases = phrasesOf(talk);
  const failures = talk.failures + 1;
  if (talk.channel === 'voice' && failures >= MOST_FAILURES)
    return { talk: { ...talk, failures }, say: phrases.human(shop.phone), next: 'dial' };
  const help = failures >= MOST_FAILURES ? phrases.callUs(shop.phone) : '';
  const open = openQuestion(talk) || phrases.welcome(shop.name);
  return listen({ ...talk, failures }, [why, open, help].filter(Boolean).join(' '));
}

const dropped = (talk: Talk): Talk => newTalk(talk);

function order(talk: Talk, text: string, desk: Desk): Turn | Promise<Turn> {
  const phrases = phrasesOf(talk);
  if (meaningOf(text) === 'yes') return listen(talk, phrases.nothingToConfirm);
  const heard = hear(text, desk.menu);
  if (!saysSomething(heard)) {
    const isGreeting = talk.said.length === 1 && talk.channel === 'sms';
    return isGreeting ? listen(talk, phrases.welcome(desk.shop.name)) : failed(talk, phrases.misheard, desk);
  }
  return ahead({ ...talk, draft: joined(talk.draft, heard), failures: 0 }, desk);
}

/** The order was read back: yes, no, or what is to be different. */
async function confirm(talk: Talk, text: string, desk: Desk): Promise<Turn> {
  const phrases = phrasesOf(talk);
  const heard = hear(text, desk.menu);
  const meaning = meaningOf(text) ?? (saysSomething(heard) ? null : leadingMeaning(text));
  if (meaning === 'yes' && talk.ready) return place(talk, talk.ready, desk);
  if (meaning === 'change' || (meaning === 'no' && talk.channel === 'voice'))
    return listen({ ...dropped(talk), said: talk.said }, phrases.again);
  if (meaning === 'no') return listen(dropped(talk), phrases.dropped);
  const removed = removalIn(text);
  const lines = talk.draft.items.map((line, at) => ({ at, name: lineName(line, desk.menu) }));
  const line = removed === null ? undefined : choose(removed, lines);
  if (line) return ahead({ ...talk, draft: without(talk.draft, line.at), failures: 0 }, desk);
  if (!saysSomething(heard)) return failed(talk, phrases.misheard, desk);
  if (heard.items.length === 0 || isAddition(text))
    return ahead({ ...talk, draft: joined(talk.draft, heard), failures: 0 }, desk);
  return listen({ ...talk, asking: { about: 'more', heard }, failures: 0 }, phrases.addOrNew);
}

async function place(talk: Talk, ready: OrderInput, desk: Desk): Promise<Turn> {
  const phrases = phrasesOf(talk);
  const placed = await desk.place(ready);
  if ('refused' in placed) return { talk, say: placed.refused, next: 'hang up' };
  const taken = placed.held ? phrases.held(placed.number) : phrases.taken(placed.number);
  const isPickup = talk.draft.service !== 'delivery';
  const say = [taken, isPickup ? phrases.pay.pickup : phrases.pay.other, phrases.bye];
  // What was said went into the order: here it is needed no more.
  const after: Talk = { ...talk, phase: 'placed', order: placed, draft: NO_DRAFT, asking: null, said: [] };
  return { talk: after, say: say.filter(Boolean).join(' '), next: 'hang up' };
}

/** The order is in. A new one begins a conversation of its own. */
function afterwards(
  talk: Talk,
  { sid, text, meaning }: { sid: string; text: string; meaning: Meaning | null },
  desk: Desk,
): Turn | Promise<Turn> {
  const phrases = phrasesOf(talk);
  if (meaning === 'yes' && talk.order) return listen(talk, phrases.taken(talk.order.number));
  if (meaning === 'no' || meaning === 'change') return listen(talk, phrases.changed(desk.shop.phone));
  return converse(newTalk({ ...talk, ref: sid }), { sid, text, opens: false }, desk);
}
