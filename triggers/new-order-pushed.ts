import type { Bundle, PlainInputField, ZObject } from 'zapier-platform-core';
import { asInteger, asList, asObject, asText, type Json } from '../src/pos/json';
import { readText } from '../src/zapier/input-text';
import { type OrderOutput, toOrderOutput } from '../src/zapier/order-output';
import { newOrder } from './new-order';

const WHICH: Record<string, { label: string; type: string }> = {
  new_orders: { label: 'New Orders', type: 'order.created' },
  changes: { label: 'Changes of Orders Already Sent', type: 'order.updated' },
};
const inputFields: PlainInputField[] = [
  {
    key: 'messages',
    label: 'Which Messages',
    type: 'string',
    choices: Object.fromEntries(Object.entries(WHICH).map(([key, { label }]) => [key, label])),
    default: 'new_orders',
    helpText:
      'A guest may go on talking after the order was sent. Make a second Zap for changes that tells the kitchen: there Order ID is another for each change, and Kitchen Note says what is different.',
  },
];
type Input = Record<string, unknown>;

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
    performList: async (): Promise<OrderOutput[]> => [newOrder.operation.sample],
    canPaginate: false,
    inputFields,
    outputFields: newOrder.operation.outputFields,
    sample: newOrder.operation.sample,
  },
};

/** The order that the bridge has pushed; none where the message is about something else. */
export async function takePushedOrder(
  _z: ZObject,
  { cleanedRequest, inputData }: Bundle<Input>,
): Promise<OrderOutput[]> {
  const { type, data } = asObject(cleanedRequest);
  const order = asObject(data);
  const wanted = WHICH[readText(inputData.messages) ?? 'new_orders'] ?? WHICH.new_orders;
  if (type !== wanted?.type || asList(order.items).length === 0) return [];
  return [type === 'order.updated' ? toChangeOutput(order) : toOrderOutput(order)];
}

/** An order can change more than once, so the version is part of the id. */
function toChangeOutput(order: Json): OrderOutput {
  const output = toOrderOutput(order);
  const changes = Array.isArray(order.changes) ? order.changes.map(asText).filter(Boolean).join('; ') : '';
  const said = `CHANGE to #${output.order_number}: ${changes}`;
  return { ...output, id: `${output.id}:${asInteger(order.version) ?? 2}`, kitchen_note: said };
}
