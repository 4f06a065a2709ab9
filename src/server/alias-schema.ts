import { type TSchema, Type } from 'typebox';
import { orNull } from '../order/or-null';

const id = orNull(Type.String({ maxLength: 200 }));
const text = (description: string) => Type.String({ minLength: 1, maxLength: 200, description });

/** Words that were taught, as they are answered. */
export const AliasSchema: TSchema = Type.Object(
  {
    id: Type.String({ description: '`als_…`' }),
    said: Type.String(),
    means: orNull(Type.String({ description: 'Its name on the menu; null where no menu has it any more.' })),
    item_id: Type.String(),
    variation_id: id,
    option_id: id,
    location_id: orNull(Type.String({ description: 'The one shop where it counts; null: in all of them.' })),
    created_at: Type.String({ format: 'date-time' }),
    updated_at: Type.String({ format: 'date-time' }),
  },
  { $id: 'Alias' },
);

/** What somebody teaches. */
export const AliasInputSchema = Type.Object(
  {
    said: text('What guests say: "the works".'),
    item_id: text('The dish that is meant.'),
    variation_id: Type.Optional(orNull(text('One of its sizes.'))),
    option_id: Type.Optional(orNull(text('Not the dish but one of its options.'))),
    location_id: Type.Optional(
      orNull(text('Only for this shop, where it wins over what counts in all of them.')),
    ),
  },
  { additionalProperties: false },
);

const count = (description: string) => Type.Integer({ description });

/** What words would have made of the orders of the past. */
export const AliasPreviewSchema = Type.Object({
  looked_at: count('How many orders were read again: the newest 2,000 of each shop at most.'),
  days: count('How far back.'),
  fixes: count('Orders with a line that nobody was sure of.'),
  changes: count('Orders with a line that would mean something else than it does now.'),
  say: Type.String({ description: '"It would have fixed 14 orders."' }),
  orders: Type.Array(
    Type.Object({
      id: Type.String(),
      number: Type.String(),
      path: Type.String({ description: 'Which line: items[1]' }),
      effect: Type.Enum(['fixes', 'changes'], { type: 'string' }),
    }),
    { description: 'The newest 20 of these lines.' },
  ),
});
