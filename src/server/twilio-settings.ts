/** A Twilio account: whose calls are believed, and how messages are sent. */
export type TwilioSettings = {
  /** Whose signature is believed: the token in force, and while it is replaced the other one. None: no call is. */
  authTokens: string[];
  /** Who sends; null: nothing can be sent. */
  sender: { accountSid: string; user: string; password: string } | null;
  /** The number or messaging service that messages come from; null: the shop's own number. */
  from: string | null;
  apiUrl: string;
};

type Get = (name: string) => string | null;
type Refuse = (path: string, message: string) => void;

/** https://www.twilio.com/docs/usage/api, read 2026-11-24. */
const API_URL = 'https://api.twilio.com';

/** The `TWILIO_…` variables. No value is repeated in an error. */
export function readTwilio(get: Get, refuse: Refuse): TwilioSettings {
  const accountSid = readSid(get, { name: 'TWILIO_ACCOUNT_SID', letters: 'AC' }, refuse);
  const apiKey = readSid(get, { name: 'TWILIO_API_KEY', letters: 'SK' }, refuse);
  const token = get('TWILIO_AUTH_TOKEN');
  const second = get('TWILIO_AUTH_TOKEN_SECONDARY');
  const secret = get('TWILIO_API_SECRET');
  if ((apiKey === null) !== (secret === null))
    refuse('TWILIO_API_KEY', 'and TWILIO_API_SECRET belong together; set both, or neither.');
  if (second !== null && token === null)
    refuse('TWILIO_AUTH_TOKEN', 'is missing beside TWILIO_AUTH_TOKEN_SECONDARY; set the primary token too.');
  const password = apiKey === null ? token : secret;
  return {
    authTokens: [token, second].filter((one) => one !== null),
    sender:
      accountSid !== null && password !== null ? { accountSid, user: apiKey ?? accountSid, password } : null,
    from: readFrom(get, refuse),
    apiUrl: readApiUrl(get, refuse),
  };
}

function readSid(
  get: Get,
  { name, letters }: { name: string; letters: string },
  refuse: Refuse,
): string | null {
  const sid = get(name);
  if (sid === null || new RegExp(`^${letters}[0-9a-f]{32}$`, 'i').test(sid)) return sid;
  refuse(
    name,
    `is none of Twilio's ids; copy it from the Console: ${letters} and 32 digits or letters a to f.`,
  );
  return null;
}

function readFrom(get: Get, refuse: Refuse): string | null {
  const from = get('TWILIO_FROM');
  if (from === null || /^\+\d{5,15}$/.test(from) || /^MG[0-9a-f]{32}$/i.test(from)) return from;
  refuse('TWILIO_FROM', 'is neither a number like +16175550100 nor the id of a messaging service (MG…).');
  return null;
}

function readApiUrl(get: Get, refuse: Refuse): string {
  const url = get('TWILIO_API_URL');
  if (url === null) return API_URL;
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url.replace(/\/+$/, '');
  refuse('TWILIO_API_URL', `is no address; leave it out, or write ${API_URL}.`);
  return API_URL;
}
