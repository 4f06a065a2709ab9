import { Type } from 'typebox';
import { RULE_CODES } from '../order/rules/rule';
import { OrderSchema } from '../order/schema';
import { published } from './documentation';

const ChoiceAnswer = Type.Object({
  item_id: Type.String(),
  variation_id: Type.Optional(Type.String()),
  option_id: Type.Optional(Type.String()),
  name: Type.String(),
});
const say = Type.String({ description: 'A sentence to speak.' });

/** What stands between an order and the kitchen. */
export const checkedOrderFields = {
  ok: Type.Boolean({ description: 'Nothing is left to ask or to refuse.' }),
  questions: Type.Array(
    Type.Object({
      path: Type.String({ examples: ['items[0].options'] }),
      say,
      choices: Type.Array(ChoiceAnswer, { description: 'What can be answered; empty: anything.' }),
    }),
  ),
  problems: Type.Array(
    Type.Object({
      path: Type.String({ examples: ['items[1]', 'timing.requested_at'] }),
      code: Type.Enum(['sold_out', 'unknown_item', ...RULE_CODES], { type: 'string' }),
      say,
      substitutes: Type.Array(ChoiceAnswer, { description: 'What can be had instead.' }),
    }),
  ),
  order: Type.Unsafe<unknown>({
    ...(published(OrderSchema) as object),
    description: "The order with the menu's ids and prices, ready for POST /v1/orders.",
  }),
};
