import { type HttpClient, NoResponse } from '../../http';
import { type HookOutcome, hookOutcome } from './outcome';
import { type HookMessage, toHookRequest } from './sign';

const CANNOT_SIGN: HookOutcome = {
  outcome: 'failed',
  message: 'Its secret was saved under another ORDERWIRE_SECRET: put that one back, or rotate the secret.',
  retryAfterSeconds: 0,
};

/** Calls a receiver once, signed. Resolves whatever comes of it; nothing leaves unsigned. */
export async function callHook(message: HookMessage, http: HttpClient): Promise<HookOutcome> {
  if (message.secrets.length === 0) return CANNOT_SIGN;
  try {
    return hookOutcome(await http(toHookRequest(message)));
  } catch (error) {
    if (!(error instanceof NoResponse)) throw error;
    return hookOutcome(error);
  }
}
