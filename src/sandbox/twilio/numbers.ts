import type { HttpResponse } from '../../http';
import { jsonReply } from '../replies';
import { ACCOUNT, API_VERSION, type TwilioNumber } from './account';
import { TwilioRefusal } from './errors';
import { isWebAddress, type RestCall, toPage } from './rest-call';

type Setting = Exclude<keyof TwilioNumber, 'sid' | 'number' | 'sms'>;

/** What can be set on a number, by the name of its field. */
const ADDRESSES = {
  SmsUrl: 'smsUrl',
  SmsFallbackUrl: 'smsFallbackUrl',
  VoiceUrl: 'voiceUrl',
  VoiceFallbackUrl: 'voiceFallbackUrl',
  StatusCallback: 'statusCallback',
} as const satisfies Record<string, Setting>;
const METHODS = {
  SmsMethod: 'smsMethod',
  SmsFallbackMethod: 'smsFallbackMethod',
  VoiceMethod: 'voiceMethod',
  VoiceFallbackMethod: 'voiceFallbackMethod',
  StatusCallbackMethod: 'statusCallbackMethod',
} as const satisfies Record<string, Setting>;

const LIST = `/${API_VERSION}/Accounts/${ACCOUNT.sid}/IncomingPhoneNumbers`;

/** `POST IncomingPhoneNumbers/{Sid}.json`: where Twilio calls when this number is texted or phoned. */
export function updateNumber(call: RestCall): HttpResponse {
  const own = find(call);
  const changed = { ...own, ...readChanges(call.form) };
  if (changed.smsFallbackUrl && !changed.smsUrl) throw new TwilioRefusal(21406);
  if (changed.voiceFallbackUrl && !changed.voiceUrl) throw new TwilioRefusal(21405);
  Object.assign(own, changed);
  return jsonReply(200, toResource(own));
}

export function getNumber(call: RestCall): HttpResponse {
  return jsonReply(200, toResource(find(call)));
}

/** All numbers, or the one that `PhoneNumber` names. */
export function listNumbers({ world, query }: RestCall): HttpResponse {
  const wanted = query.get('PhoneNumber');
  const found = world.numbers.filter(({ number }) => !wanted || number === wanted).map(toResource);
  return jsonReply(200, toPage('incoming_phone_numbers', found, { query, uri: `${LIST}.json` }));
}

function find({ world, ids: [sid] }: RestCall): TwilioNumber {
  const own = world.numbers.find((number) => number.sid === sid);
  if (!own) throw new TwilioRefusal(20404, `${LIST}/${sid}.json`);
  return own;
}

function readChanges(form: URLSearchParams): Partial<TwilioNumber> {
  const addresses = given(form, ADDRESSES).map(([setting, value]) => {
    if (value !== '' && !isWebAddress(value)) throw new TwilioRefusal(21402, value);
    return [setting, value];
  });
  const methods = given(form, METHODS).map(([setting, value]) => {
    if (value !== 'GET' && value !== 'POST') throw new TwilioRefusal(21403, value);
    return [setting, value];
  });
  const name = form.get('FriendlyName');
  return Object.fromEntries([...addresses, ...methods, ...(name === null ? [] : [['name', name]])]);
}

function given(form: URLSearchParams, settings: Record<string, Setting>): [Setting, string][] {
  return Object.entries(settings).flatMap(([field, setting]) => {
    const value = form.get(field);
    return value === null ? [] : [[setting, value]];
  });
}

/** The resource: https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource, read 2026-11-24. */
function toResource(own: TwilioNumber) {
  return {
    sid: own.sid,
    account_sid: ACCOUNT.sid,
    api_version: API_VERSION,
    friendly_name: own.name,
    phone_number: own.number,
    capabilities: { voice: true, sms: own.sms, mms: own.sms, fax: false },
    sms_url: own.smsUrl,
    sms_method: own.smsMethod,
    sms_fallback_url: own.smsFallbackUrl,
    sms_fallback_method: own.smsFallbackMethod,
    sms_application_sid: '',
    voice_url: own.voiceUrl,
    voice_method: own.voiceMethod,
    voice_fallback_url: own.voiceFallbackUrl,
    voice_fallback_method: own.voiceFallbackMethod,
    voice_application_sid: '',
    status_callback: own.statusCallback,
    status_callback_method: own.statusCallbackMethod,
    status: 'in-use',
    uri: `${LIST}/${own.sid}.json`,
  };
}
