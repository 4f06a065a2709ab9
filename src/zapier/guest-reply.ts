import { PosError } from '../pos/errors';
import { StepRefusal } from './hand-ticket';
import { UNSENT_REPLY } from './receipt-output';

/** Where, in a refusal that a guest can do something about, the words for the restaurant begin. */
const FOR_THE_RESTAURANT: Record<string, string> = {
  UNSURE_ITEM: ' Ask the guest',
  UNKNOWN_ITEM: ' Add it under',
  OPTION_NEEDED: ' Put it in Options',
  TOO_MANY_OPTIONS: ' Put the rest',
  SOLD_OUT: ' Offer the guest',
};

/** What to answer a guest whose order was not sent: the question where there is one, else to call. */
export function replyTo(error: unknown): string {
  const question = questionIn(error);
  return question === undefined
    ? UNSENT_REPLY
    : `${question} Your order is not in yet: send us the whole order again, or call the restaurant.`;
}

function questionIn(error: unknown): string | undefined {
  if (error instanceof StepRefusal) return error.reply;
  if (!(error instanceof PosError)) return undefined;
  const end = FOR_THE_RESTAURANT[error.details.code ?? ''];
  const at = end === undefined ? -1 : error.message.indexOf(end);
  return at > 0 ? error.message.slice(0, at) : undefined;
}
