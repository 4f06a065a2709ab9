import type { JsonSchema } from '../../order/input-schema';
import { OrderInputSchema } from '../order-schema';

type Input = Record<string, unknown>;
/** A tool of an AI receptionist, and the route that does it: the answer is the route's own. */
export type Tool = {
  name: string;
  title: string;
  description: string;
  inputSchema: JsonSchema;
  /** Stores or sends nothing. */
  readOnly: boolean;
  request: (input: Input) => { method: 'GET' | 'POST'; path: string; body?: Input };
};

const shop = { type: 'string', description: 'The shop; only needed where the restaurant has several.' };
const order = OrderInputSchema as unknown as JsonSchema & { properties: JsonSchema; required: string[] };
const post = (path: string) => (body: Input) => ({ method: 'POST' as const, path, body });

/** In the order of a call. */
export const tools: Tool[] = [
  {
    name: 'read_order_text',
    title: "Read a guest's words",
    description:
      'Reads what a guest said against the menu. Ask every question in `unsure` before you go on; never guess a dish. Nothing is stored.',
    inputSchema: {
      type: 'object',
      properties: {
        text: { type: 'string', description: 'What was said, as it was said.' },
        location_id: shop,
      },
      required: ['text'],
    },
    readOnly: true,
    request: post('/v1/orders/parse'),
  },
  {
    name: 'check_order',
    title: 'Check an order',
    description:
      'What is left to ask (`questions`, each a sentence to speak) and what cannot be had (`problems`). Nothing is stored.',
    inputSchema: order,
    readOnly: true,
    request: post('/v1/orders/validate'),
  },
  {
    name: 'quote_order',
    title: 'Tell the total',
    description:
      'The same check with the total to tell the guest, as a sentence in `say`. Nothing is stored.',
    inputSchema: order,
    readOnly: true,
    request: post('/v1/orders/quote'),
  },
  {
    name: 'place_order',
    title: 'Take the order',
    description:
      'Takes an order once the guest has agreed to the total. Give the call\'s own id as `external_ref`: the same one again is the same order, never a second. Say "your order is in" only after this has answered.',
    inputSchema: { ...order, required: ['external_ref', ...order.required] },
    readOnly: false,
    request: post('/v1/orders'),
  },
  {
    name: 'order_status',
    title: 'How an order stands',
    description:
      "The newest orders that fit: by the reference it was placed under, or by the guest's phone. `status` and `deliveries` say how far each is.",
    inputSchema: {
      type: 'object',
      properties: {
        external_ref: { type: 'string', description: 'The reference it was placed under.' },
        phone: { type: 'string', description: "The guest's phone, or its last four digits." },
        location_id: shop,
      },
    },
    readOnly: true,
    request: ({ external_ref, phone, location_id }) => {
      const asked = Object.entries({ external_ref, phone, location_id, limit: '3' });
      const query = new URLSearchParams(asked.filter((pair): pair is [string, string] => Boolean(pair[1])));
      return { method: 'GET', path: `/v1/orders?${query}` };
    },
  },
];
