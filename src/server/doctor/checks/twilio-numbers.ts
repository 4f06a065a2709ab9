import { toE164 } from '../../../order/phone';
import type { Shop } from '../../../order/shop';
import { ownAddress } from '../../own-address';
import { changeShop } from '../change-shop';
import { type Check, fault, type Seen, warning, well } from '../finding';
import type { Premises } from '../premises';
import { fetchNumbers, type TwilioNumber } from '../twilio-account';

/** Whether each shop's number exists, rings here, and belongs to one shop only. */
export const twilioNumbers: Check = {
  id: 'twilio-number',
  title: 'Twilio number',
  async look(premises) {
    const { http, config, simulated, patienceMs } = premises;
    const { sender } = config.twilio;
    if (simulated || sender === null) return [];
    const asking = {
      http,
      settings: config.twilio,
      accountSid: sender.accountSid,
      login: sender,
      patienceMs,
    };
    const answer = await fetchNumbers(asking);
    // Why not is told by the check of the account.
    return answer.outcome === 'in' ? compare(answer.value, premises) : [];
  },
};

function compare(numbers: TwilioNumber[], premises: Premises): Seen[] {
  const shared = premises.shops.flatMap((shop) =>
    shop.twilio_numbers.map((number) => ({ shop, number: e164(number, shop) })),
  );
  return [
    ...shared.map(({ shop, number }) => ofShop(number, { shop, numbers, shared, premises })),
    ...numbers
      .filter(({ number }) => !shared.some((one) => one.number === number))
      .flatMap((own) => ofNobody(own, premises)),
    ...sender(numbers, premises),
  ];
}

const e164 = (number: string, { country }: Shop) => toE164(number, country) ?? number;

type Around = {
  shop: Shop;
  numbers: TwilioNumber[];
  shared: { shop: Shop; number: string }[];
  premises: Premises;
};

function ofShop(number: string, { shop, numbers, shared, premises }: Around): Seen {
  const own = numbers.find((one) => one.number === number);
  const others = shared.filter((one) => one.number === number && one.shop.id !== shop.id);
  if (others.length > 0) {
    const found = `${[shop, ...others.map((one) => one.shop)].map(({ name }) => name).join(' and ')} share it, so it takes orders for nobody`;
    return fault({ about: number, found, fix: changeShop(premises, shop, { twilio_numbers: [] }) });
  }
  if (!own) {
    const [first] = numbers;
    const found = `is ${shop.name}'s, and not one of this Twilio account`;
    return fault({
      about: number,
      found,
      fix: changeShop(premises, shop, { twilio_numbers: first ? [first.number] : [] }),
    });
  }
  return callsUs(own, premises);
}

/** https://www.twilio.com/docs/phone-numbers, read 2026-11-24: each number has one address for texts and one for calls. */
function callsUs({ number, texts, smsUrl, voiceUrl }: TwilioNumber, premises: Premises): Seen {
  const { sms, voice } = addresses(premises);
  const [textsHere, callsHere] = [leadsTo(smsUrl, sms), leadsTo(voiceUrl, voice)];
  if ((textsHere || !texts) && callsHere)
    return well(texts ? 'texts and calls come here' : 'calls come here; it cannot text', number);
  const wanted = [
    ...(texts && !textsHere ? [`"A message comes in" to ${sms}`] : []),
    ...(callsHere ? [] : [`"A call comes in" to ${voice}`]),
  ];
  const fix = `In the Twilio Console, Phone Numbers, ${number}: set ${wanted.join(' and ')} (HTTP POST).`;
  const elsewhere = [
    ...(texts && !textsHere ? [`its texts go to ${hostOf(smsUrl)}`] : []),
    ...(callsHere ? [] : [`its calls go to ${hostOf(voiceUrl)}`]),
  ];
  const trouble = { about: number, found: elsewhere.join(', and '), fix };
  // One of the two may be somebody else's on purpose: another receptionist answers the phone, say.
  return textsHere || callsHere ? warning(trouble) : fault(trouble);
}

function ofNobody(own: TwilioNumber, premises: Premises): Seen[] {
  const { sms, voice } = addresses(premises);
  if (!leadsTo(own.smsUrl, sms) && !leadsTo(own.voiceUrl, voice)) return [];
  const [shop] = premises.shops;
  const trouble = {
    about: own.number,
    found: 'calls this server, and no shop has it in twilio_numbers: its guests are turned away',
    fix: shop
      ? changeShop(premises, shop, { twilio_numbers: [...shop.twilio_numbers, own.number] })
      : 'Give a shop this number in twilio_numbers.',
  };
  const isOnly = premises.shops.every(({ twilio_numbers }) => twilio_numbers.length === 0);
  return [isOnly ? fault(trouble) : warning(trouble)];
}

/** The number that messages come from, where one is named. */
function sender(numbers: TwilioNumber[], { config }: Premises): Seen[] {
  const { from } = config.twilio;
  if (from === null || !from.startsWith('+')) return [];
  const own = numbers.find(({ number }) => number === from);
  if (own?.texts) return [];
  const found = own ? 'TWILIO_FROM cannot send text messages' : 'TWILIO_FROM is not a number of this account';
  const able = numbers.find(({ texts }) => texts);
  const fix = able
    ? `Set TWILIO_FROM to ${able.number}, or to a messaging service (MG…).`
    : 'Buy a number that can text, and set TWILIO_FROM to it.';
  return [fault({ about: from, found, fix })];
}

function addresses({ config }: Premises): { sms: string; voice: string } {
  const base = config.publicBaseUrl ?? ownAddress(config);
  return { sms: `${base}/twilio/sms`, voice: `${base}/twilio/voice` };
}

const leadsTo = (url: string, wanted: string) => url.replace(/\/+$/, '') === wanted;
const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : 'nobody');
