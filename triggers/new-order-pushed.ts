import type { Bundle, PlainInputField, ZObject } from 'zapier-platform-core';
import { asInteger, asList, asObject, asText, type Json } from '../src/pos/json';
import { readText } from '../src/zapier/input-text';
import { type OrderOutput, toOrderOutput } from '../src/zapier/order-output';
import { newOrder } from './new-order';

const CREATED = 'order.created';
const UPDATED = 'order.updated';
/** A change starts nothing unless it is asked for: it would come to the kitchen as if it were a second order. */
const WHICH: Record<string, { label: string; events: string[] }> = {
  new_orders: { label: 'New Orders', events: [CREATED] },
  changes: { label: 'Changes of Orders Already Sent', events: [UPDATED] },
  both: { label: 'Both, for a Zap With Paths', events: [CREATED, UPDATED] },
};
const inputFields: PlainInputField[] = [
  {
    key: 'messages',
    label: 'Which Messages',
    type: 'string',
    choices: Object.fromEntries(Object.entries(WHICH).map(([key, { label }]) => [key, label])),
    default: 'new_orders',
    helpText:
      'A guest may go on talking after the order was sent. With Both, split the Zap by Event: order.created makes the ticket, order.updated has the same Order Reference, and Kitchen Note says what is different: tell the kitchen.',
  },
];
type Input = Record<string, unknown>;
/** An order with what happened to it. */
type PushedOutput = OrderOutput & { event: string };
const sample: PushedOutput = { ...newOrder.operation.sample, event: CREATED };

export const newOrderPushed = {
  key: 'new_order_pushed' as const,
  noun: 'Order',
  display: {
    label: 'New Order (Pushed)',
    description: 'Triggers when a phone receptionist hands over an order through the bridge, with no server.',
    directions:
      'Copy this address and give it to the bridge beside the receptionist: `npx orderwire bridge --db receptionist.db --to <address>`. Whoever knows the address can send orders to it: keep it to yourself.',
  },
  operation: {
    type: 'hook' as const,
    perform: takePushedOrder,
    performList: async (): Promise<PushedOutput[]> => [sample],
    canPaginate: false,
    inputFields,
    outputFields: [
      ...newOrder.operation.outputFields,
      { key: 'event', label: 'Event', type: 'string' as const },
    ],
    sample,
  },
};

/** The order that the bridge has pushed; none where the message is about something else. */
export async function takePushedOrder(
  _z: ZObject,
  { cleanedRequest, inputData }: Bundle<Input>,
): Promise<PushedOutput[]> {
  const { type, data } = asObject(cleanedRequest);
  const order = asObject(data);
  const wanted = WHICH[readText(inputData.messages) ?? 'new_orders'] ?? WHICH.new_orders;
  const event = wanted?.events.find((one) => one === type);
  if (event === undefined || asList(order.items).length === 0) return [];
  return [{ ...(event === UPDATED ? toChangeOutput(order) : toOrderOutput(order)), event }];
}

/** An order can change more than once, so the version is part of the id. */
function toChangeOutput(order: Json): OrderOutput {
  const output = toOrderOutput(order);
  const changes = Array.isArray(order.changes) ? order.changes.map(asText).filter(Boolean).join('; ') : '';
  const said = `CHANGE to #${output.order_number}: ${changes}`;
  return { ...output, id: `${output.id}:${asInteger(order.version) ?? 2}`, kitchen_note: said };
}
