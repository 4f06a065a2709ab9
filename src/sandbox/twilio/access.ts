import type { SimulatorContext, SimulatorRequest } from '../simulator';
import { ACCOUNT } from './account';
import { TwilioRefusal } from './errors';

const SECRETS: Record<string, string> = {
  [ACCOUNT.sid]: ACCOUNT.authToken,
  [ACCOUNT.apiKeySid]: ACCOUNT.apiKeySecret,
};

/** Lets a request in by Basic auth: the account's SID and auth token, or an API key and its secret. */
export function authorise(request: SimulatorRequest, context: SimulatorContext): void {
  const [scheme, encoded = ''] = (request.headers.authorization ?? '').split(' ');
  const credentials = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = credentials.indexOf(':');
  const user = credentials.slice(0, colon);
  const known = Object.hasOwn(SECRETS, user) && SECRETS[user] === credentials.slice(colon + 1);
  if (scheme?.toLowerCase() !== 'basic' || !known || context.expiredToken) throw new TwilioRefusal(20003);
  if (context.readOnly && request.method !== 'GET') throw new TwilioRefusal(70051);
}
