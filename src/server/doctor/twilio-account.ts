import type { HttpClient } from '../../http';
import { NoResponse } from '../../http';
import type { TwilioSettings } from '../twilio-settings';

/** One of the account's numbers, and what Twilio calls when it is texted or phoned. */
export type TwilioNumber = {
  number: string;
  texts: boolean;
  smsUrl: string;
  voiceUrl: string;
};
export type TwilioAnswer<T> =
  | { outcome: 'in'; value: T }
  | { outcome: 'refused'; status: number }
  | { outcome: 'unreachable'; why: string };

type Login = { user: string; password: string };
type Asking = {
  http: HttpClient;
  settings: TwilioSettings;
  accountSid: string;
  login: Login;
  patienceMs: number;
};

/** `GET /Accounts/{Sid}.json`: https://www.twilio.com/docs/iam/api/account, read 2026-11-24. */
export function fetchAccount(asking: Asking): Promise<TwilioAnswer<{ status: string; name: string }>> {
  return get(asking, '.json', (body) => {
    const { status, friendly_name } = body as { status?: unknown; friendly_name?: unknown };
    return { status: String(status), name: String(friendly_name) };
  });
}

/** Up to a thousand numbers: https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource, read 2026-11-24. */
export function fetchNumbers(asking: Asking): Promise<TwilioAnswer<TwilioNumber[]>> {
  return get(asking, '/IncomingPhoneNumbers.json?PageSize=1000', (body) => {
    const { incoming_phone_numbers: numbers = [] } = body as { incoming_phone_numbers?: Raw[] };
    return numbers.map(toNumber);
  });
}

type Raw = {
  phone_number?: string;
  sms_url?: string | null;
  voice_url?: string | null;
  capabilities?: { sms?: boolean };
};

function toNumber({ phone_number, sms_url, voice_url, capabilities }: Raw): TwilioNumber {
  return {
    number: phone_number ?? '',
    texts: capabilities?.sms === true,
    smsUrl: sms_url ?? '',
    voiceUrl: voice_url ?? '',
  };
}

async function get<T>(
  { http, settings, accountSid, login, patienceMs }: Asking,
  path: string,
  read: (body: unknown) => T,
): Promise<TwilioAnswer<T>> {
  const { user, password } = login;
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const url = `${settings.apiUrl}/2010-04-01/Accounts/${accountSid}${path}`;
  try {
    const { status, body } = await http({
      method: 'GET',
      url,
      headers: { authorization },
      timeoutMs: patienceMs,
    });
    if (status !== 200) return { outcome: 'refused', status };
    return { outcome: 'in', value: read(JSON.parse(body)) };
  } catch (error) {
    if (error instanceof NoResponse) return { outcome: 'unreachable', why: error.message };
    if (error instanceof SyntaxError) return { outcome: 'unreachable', why: 'its answer is no JSON' };
    throw error;
  }
}
