import { type HttpClient, type HttpResponse, NoResponse } from '../http';
import { hasArrived } from '../order/delivery';
import { toE164 } from '../order/phone';
import { wallClock } from '../order/time';
import { findVendor } from '../pos/vendors';
import type { Claim, Decide, DeliveryRecord } from '../store/delivery-records';
import type { Store } from '../store/store';
import { endOf } from './change';
import type { Destination } from './destination';
import type { MailParts, PageLink } from './mails';
import { afterAbsence, afterFailure, afterSent } from './sms/after';
import { type SmsFailure, smsFailure } from './sms/outcome';
import { GUEST } from './sms/rows';
import { SMS_TEXTS, type SmsPurpose } from './sms/texts';
import {
  findSent,
  readSent,
  type SentMessage,
  type Sms,
  type SmsAccount,
  toList,
  toSend,
} from './sms/twilio-message';
import { orderOf, scopeOf } from './subject';
import type { Timing } from './timing';

export type SmsParts = {
  store: Store;
  http: HttpClient;
  timing: Timing;
  now: () => number;
  /** null: nothing can be sent. */
  account: SmsAccount | null;
  pageOf: PageLink;
  twinPageOf: MailParts['twinPageOf'];
  /** Where Twilio tells what became of a message; null: it is not asked to. */
  statusUrl: (row: DeliveryRecord) => string | null;
};

/** A message that comes later than this helps nobody. */
const USEFUL_MS = 30 * 60_000;
/** Clocks differ. */
const CLOCK_SKEW_MS = 60_000;
const NO_ACCOUNT =
  'No Twilio account is set; set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, or nobody is texted.';
const NO_SENDER =
  'Nothing says which number texts come from; set TWILIO_FROM, or twilio_numbers of the shop.';

/** Sends text messages. One whose answer did not come is looked for among those sent before it is sent again. */
export function smsDestination(parts: SmsParts): Destination {
  return {
    concurrent: () => 3,
    async send(claim) {
      const { delivery } = claim;
      const { account, now, timing } = parts;
      const isRepeat = delivery.state === 'verifying';
      if (!account) return (row) => endOf(row, NO_ACCOUNT);
      const from = account.from ?? claim.shop.twilio_numbers[0];
      const about = await aboutOf(delivery, parts);
      const to = recipientOf(claim, about);
      if (!from) return (row) => endOf(row, NO_SENDER);
      if (to === null || (!isRepeat && now() - dueSince(delivery) > USEFUL_MS))
        return (row) => endOf(row, TOO_LATE);
      const sms = { to, from, body: wordsOf(claim, about, parts), statusCallback: parts.statusUrl(delivery) };
      const sent = isRepeat ? await look(sms, delivery, account, parts) : await send(sms, account, parts);
      return decide(sent, timing);
    },
  };
}
const TOO_LATE = 'Nobody needs to be told any more.';

type Sent = SentMessage | SmsFailure | 'absent';

function decide(sent: Sent, timing: Timing): Decide {
  if (sent === 'absent') return (row) => afterAbsence(row, timing);
  return 'sid' in sent ? (row) => afterSent(row, sent) : (row) => afterFailure(row, sent, timing);
}

async function send(sms: Sms, account: SmsAccount, { http }: SmsParts): Promise<Sent> {
  const answer = await ask(() => http(toSend(account, sms)));
  if ('kind' in answer) return answer;
  return readSent(answer) ?? smsFailure(new NoResponse('maybe', 'its answer cannot be read'));
}

/** Whether it went out although nobody said so. Twilio knows no key by which a repeat would be safe. */
async function look(
  sms: Sms,
  { attempts }: DeliveryRecord,
  account: SmsAccount,
  { http }: SmsParts,
): Promise<Sent> {
  const answer = await ask(() => http(toList(account, sms.to)));
  if ('kind' in answer) return answer;
  const first = attempts.find(({ step }) => step === 'submit')?.at ?? 0;
  const found = findSent(answer, { words: sms.body, since: first - CLOCK_SKEW_MS });
  if (found === undefined) return smsFailure(new NoResponse('maybe', 'its list cannot be read'));
  return found ?? 'absent';
}

async function ask(request: () => Promise<HttpResponse>): Promise<HttpResponse | SmsFailure> {
  try {
    const answer = await request();
    return answer.status >= 200 && answer.status < 300 ? answer : smsFailure(answer);
  } catch (error) {
    if (!(error instanceof NoResponse)) throw error;
    return smsFailure(error);
  }
}

/** The ticket that it tells of; null where it tells of none. */
async function aboutOf(row: DeliveryRecord, { store }: SmsParts): Promise<DeliveryRecord | null> {
  const { delivery_id } = row.payload;
  return delivery_id === undefined
    ? null
    : ((await store.delivery(scopeOf(row), String(delivery_id))) ?? null);
}

/** Whom it is for; null where that has become pointless. */
function recipientOf({ delivery, order, shop }: Claim, about: DeliveryRecord | null): string | null {
  const { target, purpose } = delivery;
  if (target === GUEST)
    return order?.order.customer.phone ? toE164(order.order.customer.phone, shop.country) : null;
  // It has arrived meanwhile, or somebody knows of it.
  if (purpose === 'alert' && (!about || hasArrived(about) || about.alert_at === null)) return null;
  return toE164(target, shop.country);
}

function wordsOf(
  { delivery, order, shop }: Claim,
  about: DeliveryRecord | null,
  { pageOf, twinPageOf }: SmsParts,
): string {
  const at = new Date(dueSince(delivery)).toISOString();
  return SMS_TEXTS[delivery.purpose as SmsPurpose]({
    shop: shop.name,
    order: orderOf({ delivery, order, shop }),
    pos: findVendor(about?.vendor ?? '')?.name ?? 'the POS',
    page:
      delivery.purpose === 'twin'
        ? twinPageOf({ ...delivery, id: delivery.order_id ?? '' })
        : about && pageOf(about),
    words: String(delivery.payload.words ?? ''),
    clock: wallClock(at, { timezone: shop.timezone, locale: 'en-US' }).time,
  });
}

const dueSince = ({ payload, created_at }: DeliveryRecord) => Number(payload.at ?? created_at);
