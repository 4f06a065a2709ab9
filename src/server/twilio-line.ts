import { readCommand } from '../intake/twilio/command';
import { converse } from '../intake/twilio/conversation';
import type { Desk } from '../intake/twilio/desk';
import type { Inbound } from '../intake/twilio/inbound';
import { languageIn } from '../intake/twilio/language';
import { type Channel, languageOf, phrasesOf } from '../intake/twilio/phrases';
import { newTalk, readTalk, type Talk, type Turn } from '../intake/twilio/talk';
import { toE164 } from '../order/phone';
import type { Shop } from '../order/shop';
import type { Conversation } from '../store/conversations';
import { askWithin } from './ask-within';
import { keepOwnKey } from './own-key';
import type { App, Services } from './services';
import { carryOut } from './twilio-console';
import { openDesk } from './twilio-desk';

/** After so long a yes is no longer about the order that was read back. */
const LAPSES_MS = 60 * 60_000;
/** What was said is kept so long after the last word. */
const KEPT_MS = 24 * 3_600_000;

type Heard = { inbound: Inbound; channel: Channel };
/** How a turn is written for Twilio. */
export type ToAnswer = (turn: Turn, desk: Desk) => string;
type Place = { restaurant_id: string; shop: Shop };

/** The telephone line of every shop: what came in, kept, answered once. */
export class TwilioLine {
  private readonly inTurn = new Map<string, Promise<unknown>>();
  constructor(
    private readonly app: App,
    private readonly services: Services,
  ) {}

  /** The shop whose number this is. Never a guess: a number of none or of several is nobody's. */
  async shopOf(number: string): Promise<{ restaurant_id: string; shop: Shop } | undefined> {
    // Twilio writes numbers with their country.
    const e164 = toE164(number, 'US');
    const [only, ...others] = e164 === null ? [] : await this.services.store.shopsWithNumber(e164);
    return others.length === 0 ? only : undefined;
  }

  /** What Twilio is told. Messages of one guest are heard one after the other, a repeat gets its first answer again. */
  answer(heard: Heard & Place, toAnswer: ToAnswer): Promise<string> {
    const key = keyOf(heard);
    const before = this.inTurn.get(key) ?? Promise.resolve();
    const mine = before.catch(() => {}).then(() => this.hear(key, heard, toAnswer));
    this.inTurn.set(key, mine);
    return mine.finally(() => {
      if (this.inTurn.get(key) === mine) this.inTurn.delete(key);
    });
  }

  private async hear(key: string, heard: Heard & Place, toAnswer: ToAnswer): Promise<string> {
    const { store, now } = this.services;
    const { inbound, restaurant_id, shop } = heard;
    const known = await store.conversationAnswer(inbound.names);
    if (known !== undefined) return known;
    const stored = await store.conversation(key);
    const own = await this.partsOf(heard);
    const desk = await openDesk(own);
    const turn =
      (await this.command(heard, stored, { ...own, menu: desk.menu })) ??
      (await this.turn(heard, stored, desk));
    const answer = toAnswer(turn, desk);
    const updated_at = now();
    const state = { ...talkAfter(turn, heard) };
    const next = { key, restaurant_id, location_id: shop.id, state, updated_at };
    await store.saveConversation(next, { messages: inbound.names, answer }, updated_at - KEPT_MS);
    return answer;
  }

  private async partsOf({ restaurant_id, shop }: Place) {
    const secret = this.services.ownSecret(`twilio ${restaurant_id}`);
    await keepOwnKey(this.services, { restaurant_id, secret, name: 'Twilio', scope: 'admin' });
    const scope = { restaurant_id, location_ids: null };
    return { ...this.services, scope, shop, ask: askWithin(this.app, secret) };
  }

  /** A manager's text message may be a command: it leaves what the same phone is ordering alone. */
  private async command(
    heard: Heard & Place,
    stored: Conversation | undefined,
    parts: Parameters<typeof carryOut>[1],
  ) {
    const { inbound, channel, shop } = heard;
    const { from, text } = inbound;
    const same = (phone: string) => toE164(phone, shop.country) === toE164(from ?? '', shop.country);
    const command =
      channel === 'sms' && from !== null && shop.manager_phones.some(same) ? readCommand(text) : null;
    if (command === null) return undefined;
    const talk = stored ? readTalk(stored.state) : this.fresh(heard);
    return { talk, say: await carryOut(command, parts), next: 'listen' } satisfies Turn;
  }

  private fresh({ inbound, channel, shop }: Heard & Place): Talk {
    const guest = inbound.from === null ? null : toE164(inbound.from, shop.country);
    // Who calls is listened to in one language only.
    const own = languageOf(shop.language);
    const language = channel === 'voice' ? own : languageIn(inbound.text, own);
    return newTalk({ channel, language, ref: inbound.sid, guest });
  }

  private async turn(heard: Heard & Place, stored: Conversation | undefined, desk: Desk) {
    const { now } = this.services;
    const { inbound } = heard;
    const before = stored && readTalk(stored.state);
    const lapsed = stored !== undefined && now() - stored.updated_at > LAPSES_MS;
    const talk = before && !(lapsed && before.phase !== 'placed') ? before : this.fresh(heard);
    const turn = await converse(talk, inbound, desk);
    const isLate = lapsed && before?.phase === 'confirming' && turn.talk.draft.items.length === 0;
    return isLate ? { ...turn, say: phrasesOf(talk).late } : turn;
  }
}

/** A call that we end, or that somebody else takes over, leaves nothing to confirm: nobody need call back. */
function talkAfter({ talk, next }: Turn, { channel }: Heard): Talk {
  const isOver = channel === 'voice' && next !== 'listen' && talk.phase === 'confirming';
  return isOver ? { ...talk, phase: 'ordering', ready: null } : talk;
}

const keyOf = ({ inbound, channel, shop }: Heard & Place) =>
  channel === 'voice' ? `call:${inbound.sid}` : `sms:${shop.id}:${inbound.from ?? inbound.sid}`;
