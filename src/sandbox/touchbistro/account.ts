import type { Shape } from '../shape';

/** TouchBistro publishes no API. This is an invented partner's endpoint, so that the field map has something to meet. */
export const HONEST_NAME = 'unverified partner endpoint';

export const KEYS = {
  apiKey: 'touchbistro-partner-sandbox-key',
  /** Standard Webhooks secret: the part after `whsec_` is base64. */
  webhookSecret: `whsec_${Buffer.from('orderwire touchbistro sandbox').toString('base64')}`,
} as const;

export type PartnerModifier = { name: string; price?: number; qty?: number };
export type PartnerItem = {
  plu?: string;
  name: string;
  qty: number;
  price?: number;
  modifiers?: PartnerModifier[];
  note?: string;
};
export type PartnerOrder = {
  order_ref: string;
  type: 'pickup' | 'delivery' | 'dine_in' | 'curbside';
  requested_time?: string;
  customer: { name: string; phone?: string; email?: string };
  items: PartnerItem[];
  note?: string;
  delivery_address?: string;
  table?: string;
  currency?: string;
  subtotal?: number;
  delivery_fee?: number;
  tax?: number;
  tip?: number;
  discount?: number;
  total?: number;
  paid: boolean;
};

const text: Shape = { type: 'string' };
const amount: Shape = { type: 'integer', min: 0 };
const words: Shape = { type: 'string', min: 1, max: 255, required: true };
const count: Shape = { type: 'integer', min: 1, max: 999 };

/** What `POST /orders` takes. Amounts are whole minor units; a price that is absent is unknown. */
export const ORDER_SHAPE: Shape = {
  type: 'object',
  required: true,
  fields: {
    order_ref: { type: 'string', min: 1, max: 64, required: true },
    type: { type: 'string', oneOf: ['pickup', 'delivery', 'dine_in', 'curbside'], required: true },
    requested_time: { type: 'date-time' },
    customer: {
      type: 'object',
      required: true,
      fields: { name: words, phone: { type: 'string', pattern: /^\+?[\d ().-]{5,24}$/ }, email: text },
    },
    items: {
      type: 'array',
      min: 1,
      required: true,
      items: {
        type: 'object',
        fields: {
          plu: text,
          name: words,
          qty: { ...count, required: true },
          price: amount,
          modifiers: {
            type: 'array',
            items: { type: 'object', fields: { name: words, price: amount, qty: count } },
          },
          note: text,
        },
      },
    },
    note: { type: 'string', max: 2000 },
    delivery_address: text,
    table: text,
    currency: { type: 'string', pattern: /^[A-Z]{3}$/ },
    subtotal: amount,
    delivery_fee: amount,
    tax: amount,
    tip: amount,
    discount: amount,
    total: amount,
    paid: { type: 'boolean', required: true },
  },
};
