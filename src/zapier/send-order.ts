import { InputProblems, shown } from '../order/problems';
import { PosError } from '../pos/errors';
import { asObject, asText, type Json } from '../pos/json';
import { fetchChosenOrder } from './chosen-order';
import { standingOf, stoppedText, wasRehearsed } from './delivery-standing';
import { StepRefusal } from './hand-ticket';
import { readText } from './input-text';
import { ageInMinutes, tooOldText } from './order-age';
import type { OrderApi } from './order-api';
import { posDeliveries } from './order-output';
import { type SendOutput, toRefusedOutput, toSendOutput } from './send-output';
import { previewSending } from './send-preview';
import type { Policy } from './step-policy';

type Input = Record<string, unknown>;
/** One run of Send Order to POS. */
export type SendStep = {
  api: OrderApi;
  input: Input;
  policy: Pick<Policy, 'maxAgeMinutes' | 'whenRefused'>;
  now: Date;
  trying: boolean;
};

const DEFAULT_WAIT = '15';
const LONGEST_WAIT = 25;
/** The look-up before and the reply after share the step's 25 seconds with the wait itself. */
const WAIT_THAT_FITS = 22;

/** Has the server send an order to a POS, and waits a while for what comes of it. Retries are the server's. */
export async function sendOrder(step: SendStep): Promise<SendOutput> {
  const { api, input, policy, trying } = step;
  const wait = readWait(input);
  const order = await fetchChosenOrder(api, input);
  const connection_id = readText(input.connection_id);
  if (trying) return previewSending(api, order, connection_id);
  const old = await tooOld(step, order);
  const stop = (why: string, delivery: Json = {}): SendOutput => {
    if (policy.whenRefused === 'continue') return toRefusedOutput(order, delivery, why);
    throw new StepRefusal(why, 'Refused');
  };
  if (old) return stop(old);
  const path = `/v1/orders/${encodeURIComponent(asText(order.id) ?? '')}/deliveries?wait=${wait}`;
  const body = connection_id ? { connection_id } : {};
  const answer = await api.send({ method: 'POST', path, body, writes: true }).catch(orRefusal);
  if (answer instanceof PosError) return stop(answer.message);
  const delivery = answer.body;
  // Nothing is wrong with it, and nothing was sent: its receipt says both.
  if (wasRehearsed(delivery)) return toSendOutput(order, delivery, 'done');
  const standing = standingOf(delivery);
  return standing === 'stopped'
    ? stop(stoppedText(delivery), delivery)
    : toSendOutput(order, delivery, standing);
}

/** What the order's own state forbids is a refusal of the order; anything else is wrong with the step or the server. */
function orRefusal(error: unknown): PosError {
  if (error instanceof PosError && error.details.httpStatus === 409) return error;
  throw error;
}

function readWait({ wait_seconds }: Input): number {
  const given = readText(wait_seconds) ?? DEFAULT_WAIT;
  const seconds = /^\d{1,2}$/.test(given) ? Number(given) : Number.NaN;
  if (seconds <= LONGEST_WAIT) return Math.min(seconds, WAIT_THAT_FITS);
  const message = `${shown(given)} is not a number of seconds from 0 to ${LONGEST_WAIT}.`;
  throw new InputProblems([{ path: 'Wait for the Outcome (Seconds)', message }]);
}

/** Zapier can replay a run hours later. What has been on its way to a POS already is answered whatever its age. */
async function tooOld({ api, policy, now }: SendStep, order: Json): Promise<string | undefined> {
  if (posDeliveries(order).length > 0) return undefined;
  const { requested_at, placed_at } = asObject(order.timing);
  const timing = {
    requested_at: asText(requested_at) ?? null,
    placed_at: asText(placed_at) ?? asText(order.created_at) ?? null,
  };
  const maxAge = policy.maxAgeMinutes;
  const age = ageInMinutes({ timing }, null, now);
  if (age === null || age <= maxAge) return undefined;
  const shop = await api.fetchOne(`/v1/locations/${encodeURIComponent(asText(order.location_id) ?? '')}`);
  const why = tooOldText({ timing }, age, { maxAge, timezone: asText(shop.timezone) ?? 'UTC' });
  return `${why} It was not sent. If it is still wanted, take it by hand:\n\n${asText(order.ticket_text) ?? ''}`;
}
