import { Type } from 'typebox';
import { parseOrderText } from '../../menu/parse';
import { ACTIONS, PORTIONS, SERVICE_TYPES } from '../../order/schema';
import { withMoment } from '../../quote/spoken-time';
import { accessOf } from '../access';
import { answers, ref } from '../documentation';
import { menuOf } from '../menu-of';
import { shopInBody } from '../menu-schema';
import type { App, Services } from '../services';
import { shopOf } from '../shop-of';

const orNull = (description?: string) => Type.Union([Type.String(), Type.Null()], { description });
const OptionAnswer = Type.Object({
  name: Type.String({ description: 'As said, without the action word.' }),
  action: Type.Enum([...ACTIONS], { type: 'string' }),
  portion: Type.Enum([...PORTIONS], { type: 'string' }),
  quantity: Type.Integer(),
  match: ref('Match'),
});
const ItemAnswer = Type.Object({
  name: Type.String({ description: 'As said.' }),
  quantity: Type.String({ description: 'Decimal text.' }),
  notes: orNull(),
  span: Type.Array(Type.Integer(), { description: 'First character and the one after the last.' }),
  match: ref('Match'),
  options: Type.Array(OptionAnswer),
});
const UnsureAnswer = Type.Object({
  path: Type.String({ examples: ['items[1]'] }),
  said: Type.String(),
  question: Type.String({ description: 'A sentence to speak.' }),
  choices: Type.Array(
    Type.Object({
      item_id: Type.String(),
      variation_id: Type.Optional(Type.String()),
      option_id: Type.Optional(Type.String()),
      name: Type.String(),
    }),
  ),
});
const schema = {
  tags: ['Orders'],
  summary: "Read an order from a guest's words against the shop's menu; nothing is stored",
  body: Type.Object(
    {
      text: Type.String({ minLength: 1, maxLength: 10_000 }),
      location_id: shopInBody,
    },
    { additionalProperties: false },
  ),
  response: answers(
    {
      200: Type.Object({
        items: Type.Array(ItemAnswer),
        unsure: Type.Array(UnsureAnswer, { description: 'What must be asked before the order is sent.' }),
        service_type: Type.Union([Type.Enum([...SERVICE_TYPES], { type: 'string' }), Type.Null()]),
        requested_at: orNull(
          'The wanted time, RFC 3339 with offset, where it is sure; null: as soon as possible, or asked in `unsure`.',
        ),
        requested_text: orNull('The wanted time as said.'),
        allergy_note: orNull('Words about an allergy, which are nobody’s option.'),
        leftover: Type.Array(Type.String(), { description: 'Words that no line carries.' }),
      }),
    },
    [400, 404, 409, 413, 415],
  ),
};

export function orderParseRoutes(app: App, services: Services): void {
  app.post('/v1/orders/parse', { schema, config: { scope: 'read' } }, async (request) => {
    const { text, location_id } = request.body;
    const access = accessOf(request);
    const shop = await shopOf(services.store, access, location_id);
    const parsed = parseOrderText(text, await menuOf(services, access, shop.id));
    return withMoment(parsed, { shop, now: services.now() });
  });
}
