import { Type } from 'typebox';
import {
  ATTEMPT_OUTCOMES,
  ATTEMPT_STEPS,
  DELIVERY_STATES,
  DESTINATION_KINDS,
  hasArrived,
  wasRehearsed,
} from '../order/delivery';
import { STANDINGS } from '../order/delivery-standing';
import { DEGRADE_RUNGS } from '../order/shop';
import type { Attempt, DeliveryRecord, Reason } from '../store/delivery-records';
import { helpFor } from './help';

const toTime = (milliseconds: number) => new Date(milliseconds).toISOString();
const toTimeOrNull = (milliseconds: number | null) => (milliseconds === null ? null : toTime(milliseconds));

/** A delivery as the API answers it everywhere. */
export function toDeliveryAnswer(record: DeliveryRecord) {
  return {
    status_text: statusText(record),
    id: record.id,
    order_id: record.order_id,
    destination: toDestination(record),
    state: record.state,
    reason: record.reason && toReason(record, record.reason),
    receipt: record.receipt,
    degraded: record.degraded,
    attempts: record.attempts.map(toAttempt),
    next_attempt_at: toTimeOrNull(record.next_attempt_at),
    deadline_at: toTimeOrNull(record.deadline_at),
    created_at: toTime(record.created_at),
    updated_at: toTime(record.updated_at),
  };
}

const toReason = (record: DeliveryRecord, { asked_by: _, ...reason }: Reason) => ({
  ...reason,
  help: helpOf(record, reason),
});

/** Mails, messages and calls, for the sentence that says how they stand. */
const NOUNS = { email: 'E-mail', sms: 'Text message', webhook: 'Webhook' } as const;

/** How it stands, in one sentence or two: what a no-code tool shows. */
function statusText({ kind, state, reason, receipt }: DeliveryRecord): string {
  if (reason && wasRehearsed({ reason })) return reason.message;
  if (kind !== 'pos') return `${NOUNS[kind]}: ${state.replaceAll('_', ' ')}.`;
  const told = hasArrived({ state }) && receipt?.status_text;
  if (typeof told === 'string') return told;
  return reason ? `${STANDINGS[state]} ${reason.message}` : STANDINGS[state];
}

/** Where the reason is explained: by the destination's own code, else by its kind, else by where the delivery stands. */
function helpOf({ kind: destination, state }: DeliveryRecord, { vendor_code, kind }: Reason): string {
  const own = destination === 'email' ? `mail-${kind}` : kind;
  if (destination === 'webhook') return helpFor('hook');
  return destination === 'sms' ? helpFor('sms') : helpFor(vendor_code, own, state);
}

function toDestination({ kind, purpose, target, vendor }: DeliveryRecord) {
  const whom = { pos: { connection_id: target, vendor }, webhook: { hook_id: target }, email: {}, sms: {} };
  return { kind, purpose, ...whom[kind] };
}

function toAttempt({ n, step, at, ended_at, outcome, http_status, vendor_code, message }: Attempt) {
  const times = { at: toTime(at), ended_at: toTimeOrNull(ended_at) };
  return { n, step, ...times, outcome, http_status, vendor_code, message };
}

const orNull = (schema: object) => Type.Union([schema as never, Type.Null()]);
const text = Type.String();
const textOrNull = orNull(text);
const timeOrNull = orNull(Type.String({ format: 'date-time' }));

export const DeliverySchema = Type.Object(
  {
    status_text: Type.String({ description: 'How it stands, in words.' }),
    id: Type.String({ description: '`dlv_…`' }),
    order_id: textOrNull,
    destination: Type.Object({
      kind: Type.Enum([...DESTINATION_KINDS], { type: 'string' }),
      purpose: Type.String({ description: '`order`, `change` or `cancel` at a POS; what a mail is about.' }),
      connection_id: Type.Optional(text),
      vendor: Type.Optional(textOrNull),
      hook_id: Type.Optional(text),
    }),
    state: Type.Enum([...DELIVERY_STATES], { type: 'string' }),
    reason: orNull(Type.Object({ kind: text, vendor_code: textOrNull, message: text, help: text })),
    receipt: orNull(Type.Object({}, { additionalProperties: true })),
    degraded: Type.Array(
      Type.Object({ path: text, rung: Type.Enum([...DEGRADE_RUNGS], { type: 'string' }) }),
    ),
    attempts: Type.Array(
      Type.Object({
        n: Type.Integer(),
        step: Type.Enum([...ATTEMPT_STEPS], { type: 'string' }),
        at: Type.String({ format: 'date-time' }),
        ended_at: timeOrNull,
        outcome: orNull(Type.Enum([...ATTEMPT_OUTCOMES], { type: 'string' })),
        http_status: orNull(Type.Integer()),
        vendor_code: textOrNull,
        message: textOrNull,
      }),
    ),
    next_attempt_at: timeOrNull,
    deadline_at: timeOrNull,
    created_at: Type.String({ format: 'date-time' }),
    updated_at: Type.String({ format: 'date-time' }),
  },
  { $id: 'Delivery' },
);
