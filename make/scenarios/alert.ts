import type { Filter } from './blueprint';
import type { Request } from './http';

/** Whose phone is told of what went wrong, and the Twilio number that tells it. */
export const ALERT_SETTINGS = {
  alert_phone: '',
  twilio_number: '',
  twilio_account_sid: '',
  twilio_auth_token: '',
  twilio_api: 'https://api.twilio.com',
};

type Alert = {
  id: number;
  settings: number;
  text: string;
  filter?: Filter;
  /** What the scenario does after the alert matters more than the alert. */
  mayFail?: true;
};

/** A text message through Twilio's API (https://www.twilio.com/docs/messaging/api/message-resource, read 2026-11-24). */
export function textMessage({ id, settings, text, filter, mayFail }: Alert): Request {
  const of = (setting: keyof typeof ALERT_SETTINGS) => `${settings}.${setting}`;
  const account = of('twilio_account_sid');
  return {
    id,
    name: 'Text the manager',
    method: 'post',
    url: `{{${of('twilio_api')}}}/2010-04-01/Accounts/{{${account}}}/Messages.json`,
    headers: { Authorization: `Basic {{base64(${account} + ":" + ${of('twilio_auth_token')})}}` },
    form: { To: `{{${of('alert_phone')}}}`, From: `{{${of('twilio_number')}}}`, Body: text },
    takesRefusals: mayFail,
    filter,
  };
}
