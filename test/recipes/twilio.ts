import { FACTS } from '../../src/sandbox/twilio/facts';
import type { OtherApp, Outcome } from './zap';

type Listed = { messages: { body: string; direction: string }[] };

/** Twilio's own app in Zapier, over the Twilio of the sandbox. */
export function twilio(sandboxUrl: string): {
  app: OtherApp;
  inbox: (number: string) => Promise<string[]>;
} {
  const messages = `${sandboxUrl}/twilio/2010-04-01/Accounts/${FACTS.account_sid}/Messages.json`;
  const authorization = `Basic ${btoa(`${FACTS.account_sid}:${FACTS.auth_token}`)}`;
  const ask = async <T>(url: string, body?: URLSearchParams): Promise<T> => {
    const response = await fetch(url, { headers: { authorization }, ...(body && { method: 'POST', body }) });
    if (!response.ok) throw new Error(`Twilio answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  return {
    app: async (operation, { 'To Number': to = '', Message = '' }) => {
      if (operation !== 'Send SMS') throw new Error(`Nobody plays "${operation}" of Twilio.`);
      const From = FACTS.phone_number ?? '';
      const { sid } = await ask<{ sid: string }>(
        messages,
        new URLSearchParams({ To: to, From, Body: Message }),
      );
      return new Map([['Sid', sid]]);
    },
    inbox: async (number) => {
      const { messages: found } = await ask<Listed>(`${messages}?${new URLSearchParams({ To: number })}`);
      return found.map(({ body }) => body);
    },
  };
}

let texts = 0;
/** What Twilio's trigger gives for one text. */
export function newSms(body: string): Outcome {
  const sid = `SM${(++texts).toString(16).padStart(32, '0')}`;
  return new Map([
    ['Sid', sid],
    ['Body', body],
    ['From', FACTS.guest_ann ?? ''],
    ['To', FACTS.phone_number ?? ''],
  ]);
}

/** What scenarios that text the manager ask for, as it is in the sandbox. */
export const alertsHere = (sandboxUrl: string) => ({
  alert_phone: FACTS.guest_ben ?? '',
  twilio_number: FACTS.phone_number ?? '',
  twilio_account_sid: FACTS.account_sid ?? '',
  twilio_auth_token: FACTS.auth_token ?? '',
  twilio_api: `${sandboxUrl}/twilio`,
});
