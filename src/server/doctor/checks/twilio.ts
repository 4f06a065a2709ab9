import type { TwilioSettings } from '../../twilio-settings';
import { type Check, fault, type Seen, skipped, well } from '../finding';
import type { Premises } from '../premises';
import { fetchAccount, fetchNumbers, type TwilioAnswer } from '../twilio-account';

/** Whether Twilio lets us in, and whether its calls are believed. */
export const twilio: Check = {
  id: 'twilio',
  title: 'Twilio',
  look: async (premises) => (premises.simulated ? [] : [...tokens(premises), ...(await account(premises))]),
};

export const usesTwilio = ({ config, shops }: Premises): boolean =>
  config.twilio.authTokens.length > 0 ||
  config.twilio.sender !== null ||
  shops.some(({ twilio_numbers }) => twilio_numbers.length > 0);

/** Without a token Twilio's signature cannot be checked, and every call is turned away. */
function tokens(premises: Premises): Seen[] {
  if (!usesTwilio(premises) || premises.config.twilio.authTokens.length > 0) return [];
  const found = 'TWILIO_AUTH_TOKEN is not set: no call or text of a guest is believed';
  return [fault({ found, fix: 'Set TWILIO_AUTH_TOKEN to the Auth Token that the Twilio Console shows.' })];
}

async function account(premises: Premises): Promise<Seen[]> {
  if (!usesTwilio(premises)) return [skipped('no Twilio number and no Twilio account is set')];
  const { http, config, patienceMs } = premises;
  const { twilio: settings } = config;
  const { sender, authTokens } = settings;
  if (sender === null) {
    return [skipped('without TWILIO_ACCOUNT_SID nothing can be asked, and no message leaves')];
  }
  const { accountSid } = sender;
  const asking = { http, settings, accountSid, patienceMs };
  const [token] = authTokens;
  const byToken = token
    ? await fetchAccount({ ...asking, login: { user: accountSid, password: token } })
    : null;
  // Standard API keys may not read the account itself.
  const byKey = sender.user === accountSid ? null : await fetchNumbers({ ...asking, login: sender });
  return [...(byToken ? [ofToken(byToken)] : []), ...(byKey ? ofKey(byKey, settings) : [])];
}

function ofToken(answer: TwilioAnswer<{ status: string; name: string }>): Seen {
  if (answer.outcome === 'unreachable') return unreachable(answer.why);
  if (answer.outcome === 'refused') {
    return fault({
      found: `Twilio does not accept TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN (${answer.status}): the signatures of its calls cannot be right either`,
      fix: 'Copy Account SID and Auth Token from the Twilio Console once more, both of the same account.',
    });
  }
  const { status, name } = answer.value;
  if (status === 'active') return well(`lets us in as ${name}, and its signatures can be checked`);
  return fault({
    found: `the account ${name} is ${status}: no call or text gets through`,
    fix: 'Open the Twilio Console: it says why the account was stopped, most often for lack of balance.',
  });
}

function ofKey(answer: TwilioAnswer<unknown>, { sender }: TwilioSettings): Seen[] {
  if (answer.outcome === 'in') return [well(`lets us in with the API key ${sender?.user.slice(0, 6)}…`)];
  if (answer.outcome === 'unreachable') return [unreachable(answer.why)];
  return [
    fault({
      found: `Twilio does not accept TWILIO_API_KEY and TWILIO_API_SECRET (${answer.status}): no message leaves`,
      fix: 'Make a standard API key in the Twilio Console, of the account of TWILIO_ACCOUNT_SID, and set both.',
    }),
  ];
}

function unreachable(why: string): Seen {
  const fix =
    'See that this machine reaches https://api.twilio.com, and that TWILIO_API_URL is unset or right.';
  return fault({ found: `Twilio could not be reached (${why})`, fix });
}
