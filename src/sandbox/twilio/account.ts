import { SEED_RESTAURANT } from '../seed-menu';

/** The account of the sandbox's restaurant at Twilio: a master key and a standard API key. */
export const ACCOUNT = {
  sid: 'AC00000000000000000000000000005a4d',
  authToken: '00000000000000000000000005a4db07',
  apiKeySid: 'SK00000000000000000000000000005a4d',
  apiKeySecret: 'sandbox-twilio-api-key-secret',
  messagingServiceSid: 'MG00000000000000000000000000005a4d',
  name: SEED_RESTAURANT.name,
} as const;

export const API_VERSION = '2010-04-01';

/** Where the Order API listens unless it is told otherwise: the numbers call it until somebody sets another address. */
const ORDER_API = 'http://127.0.0.1:8080/twilio';

/** One of the account's numbers, and what Twilio calls when somebody texts or phones it. An empty address calls nobody. */
export type TwilioNumber = {
  sid: string;
  number: string;
  name: string;
  sms: boolean;
  smsUrl: string;
  smsMethod: string;
  smsFallbackUrl: string;
  smsFallbackMethod: string;
  voiceUrl: string;
  voiceMethod: string;
  voiceFallbackUrl: string;
  voiceFallbackMethod: string;
  statusCallback: string;
  statusCallbackMethod: string;
};

/** The account's numbers as they are bought: two that text and talk, and one that only talks. */
export function createNumbers(): TwilioNumber[] {
  return [
    toNumber(1, { number: '+16175550142', name: "Mario's Downtown", sms: true }),
    toNumber(2, { number: '+16175550143', name: "Mario's Harbour", sms: true }),
    toNumber(3, { number: '+16175550144', name: 'Voice only', sms: false }),
  ];
}

function toNumber(index: number, own: { number: string; name: string; sms: boolean }): TwilioNumber {
  return {
    sid: `PN${String(index).padStart(32, '0')}`,
    ...own,
    smsUrl: own.sms ? `${ORDER_API}/sms` : '',
    smsMethod: 'POST',
    smsFallbackUrl: '',
    smsFallbackMethod: 'POST',
    voiceUrl: `${ORDER_API}/voice`,
    voiceMethod: 'POST',
    voiceFallbackUrl: '',
    voiceFallbackMethod: 'POST',
    statusCallback: `${ORDER_API}/status`,
    statusCallbackMethod: 'POST',
  };
}

/** Phones that are not the account's. Any other number in the US or Canada is a guest's too; these have a name or a fate. */
export const GUESTS = {
  ann: '+16175550123',
  ben: '+16175550124',
  manager: '+16175550111',
} as const;

/** Who cannot be reached by text, and the code that the status then tells: https://www.twilio.com/docs/api/errors, read 2026-11-24. */
export const UNREACHABLE: Record<string, number> = {
  '+16175550198': 30003,
  '+16175550199': 30006,
};
