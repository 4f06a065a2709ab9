import type { ZObject } from 'zapier-platform-core';
import { InputProblems } from '../order/problems';
import type { Order } from '../order/schema';
import { PosError, type Progress } from '../pos/errors';
import { referenceOf, zoneOf } from '../pos/pos-order';
import { toReceipt } from '../pos/receipt';
import { replyTo } from './guest-reply';
import { handTicket, StepRefusal } from './hand-ticket';
import { tooOldText } from './order-age';
import { ageOf, type PosStep, type Seen } from './pos-step';
import { readOrderInput } from './read-order-input';
import { type CreateOutput, toUnsentOutput, unreadReceipt } from './receipt-output';
import { REACTIONS, toZapierError } from './zapier-errors';

type Failed = { z: Pick<ZObject, 'errors'>; step: PosStep; seen: Seen; renewable: boolean };
type Refusal = { message: string; code?: string; progress?: Progress; reply?: string };

/** Ends a run that failed: Zapier's error for it, or the output that says so where the user chose to continue. */
export async function settleFailure(error: unknown, failed: Failed): Promise<CreateOutput> {
  const reply = replyTo(error);
  if (error instanceof StepRefusal)
    return refuse({ message: error.message, code: error.code, reply }, failed);
  if (error instanceof InputProblems) return refuse({ message: error.message, code: 'InvalidData' }, failed);
  if (!(error instanceof PosError)) throw error;
  const { message, details } = error;
  const reaction = REACTIONS[error.kind];
  if (reaction === 'refuse') return refuse({ message, ...details, reply }, failed);
  const late = reaction === 'again' ? await tooLate(failed) : undefined;
  if (late)
    return refuse({ message: `${message} ${late}`, code: 'TOO_OLD', progress: details.progress }, failed);
  throw toZapierError(error, { errors: failed.z.errors, renewable: failed.renewable });
}

function refuse({ message, code, progress, reply }: Refusal, { z, step, seen }: Failed): CreateOutput {
  const { vendor, policy, session } = step;
  if (policy.whenRefused === 'error') throw new z.errors.Error(message, code ?? 'Refused', 422);
  if (!seen.order) return toUnsentOutput(unreadReceipt(vendor.id), { message, reply });
  const receipt = toReceipt(seen.order, {
    vendor: vendor.id,
    vendorName: vendor.name,
    reference: referenceOf(seen.order, { vendor: vendor.id, posLocation: session.posLocation }),
    pos_order_id: progress?.pos_order_id ?? null,
    state: 'not_sent',
    completed: progress?.completed ?? [],
  });
  return toUnsentOutput(receipt, { message, reply, order: seen.order });
}

/** Why it is too late to let Zapier try again, with the ticket; undefined while there is time. */
async function tooLate({ step, seen }: Failed): Promise<string | undefined> {
  const order = seen.order ?? readWithoutShop(step.input);
  if (!order || step.trying) return undefined;
  seen.order = order;
  const age = await ageOf(step, order);
  const maxAge = step.policy.maxAgeMinutes;
  if (age === null || age <= maxAge) return undefined;
  const timezone = seen.shop?.timezone ?? zoneOf(order);
  return `${tooOldText(order, age, { maxAge, timezone })} ${handTicket(order, { timezone })}`;
}

/** A POS that does not even say where the shop is must not keep the order from the person who can take it. */
export function readWithoutShop(input: PosStep['input']): Order | undefined {
  try {
    return readOrderInput(input, { currency: null, timezone: null, country: null });
  } catch {
    return undefined;
  }
}
