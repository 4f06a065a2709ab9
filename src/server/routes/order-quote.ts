import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { QUOTE_LIFE } from '../../quote/check-order';
import { isBeforeTax, ourTotals, posTotals, totalSentence } from '../../quote/totals';
import { accessOf } from '../access';
import { type CallTime, callAnswer, checkCall } from '../call-time';
import { checkedOrderFields } from '../call-time-schema';
import { answers } from '../documentation';
import { fromText } from '../form-body';
import { toRfc3339 } from '../order-answer';
import { OrderInputSchema } from '../order-schema';
import { PosQuotes } from '../pos-quotes';
import { readInput, takeBodyAsIs } from '../read-request';
import type { App, Services } from '../services';

const MOST_WAIT_MS = 10_000;
const Wait = Type.Object({
  pos_wait_ms: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: MOST_WAIT_MS,
      description: 'How long the POS may take to price the order, 2000 unless given; 0: it is not asked.',
    }),
  ),
});
const DEFAULT_WAIT_MS = 2_000;
const Query = Type.Object({
  ...Wait.properties,
  language: Type.Optional(
    Type.String({
      maxLength: 35,
      description: "What the sentences are in, where it is not the shop's own language.",
    }),
  ),
});

const money = Type.Union([Type.Integer(), Type.Null()], { description: 'Minor units; null: not known.' });
const order = OrderInputSchema as unknown as { properties: object };
const schema = {
  tags: ['Orders'],
  summary:
    'The same as validate, and what it costs: from the POS where it answers in time, else from the menu',
  consumes: ['application/json', 'application/x-www-form-urlencoded'],
  querystring: Query,
  body: Type.Unsafe<unknown>({ ...order, properties: { ...order.properties, ...Wait.properties } }),
  response: answers(
    {
      200: Type.Object({
        ...checkedOrderFields,
        totals: Type.Object({
          subtotal: money,
          charges: Type.Integer(),
          discounts: Type.Integer(),
          tax: money,
          tip: Type.Integer({ description: 'Not in the total.' }),
          total: money,
          currency: Type.String(),
        }),
        total_source: Type.Enum(['pos', 'computed'], { type: 'string' }),
        expires_at: Type.String({ format: 'date-time' }),
        say: Type.String({ description: 'What to speak next: a question, a refusal or the total.' }),
      }),
    },
    [400, 404, 413, 415],
  ),
};

export function orderQuoteRoutes(app: App, services: Services): void {
  const quotes = new PosQuotes(services);
  const route = { schema, config: { scope: 'read' }, validatorCompiler: takeBodyAsIs } as const;
  app.post('/v1/orders/quote', route, async (request) => {
    const { body, waitMs, language } = readQuestion(request);
    const call = await checkCall(request, { body, language }, services);
    const { checked, shop, index } = call;
    const { scope } = accessOf(request);
    const price = checked.ok ? await quotes.price(checked.order, { scope, shop, index, waitMs }) : null;
    return toQuote(call, price);
  });
}

/** How long to wait stands in the address or beside the order's own fields. */
function readQuestion(request: FastifyRequest): { body: unknown; waitMs: number; language?: string } {
  const { body } = request;
  const { pos_wait_ms: inAddress, language } = request.query as { pos_wait_ms?: number; language?: string };
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return { body, language, waitMs: inAddress ?? DEFAULT_WAIT_MS };
  const { pos_wait_ms, ...rest } = body as Record<string, unknown>;
  const given = pos_wait_ms === undefined || pos_wait_ms === null ? {} : { pos_wait_ms };
  const beside = readInput(Wait, request.isForm ? fromText(Wait, given) : given, UTC);
  return { body: rest, language, waitMs: inAddress ?? beside.pos_wait_ms ?? DEFAULT_WAIT_MS };
}

const UTC = { currency: 'USD', country: 'US', timezone: 'UTC' };

function toQuote({ checked, shop, at }: CallTime, price: Awaited<ReturnType<PosQuotes['price']>>) {
  const { order, dishes, problems, questions } = checked;
  const totals = price ? posTotals(order, price) : ourTotals(order, dishes);
  // What is told without its tax is no total that the POS's could be held against.
  const quoted_total = isBeforeTax(totals, shop) ? order.quoted_total : totals.total;
  const [first] = [...problems, ...questions];
  return {
    ...callAnswer({ ...checked, order: { ...order, quoted_total } }),
    totals,
    total_source: price ? 'pos' : 'computed',
    expires_at: toRfc3339(at + QUOTE_LIFE),
    say: first?.say ?? totalSentence(totals, shop),
  };
}
