import { Type } from 'typebox';

/** The shop that is meant, in a body: no-code tools send null for what is empty. */
export const shopInBody = Type.Optional(
  Type.Union([Type.String({ maxLength: 64 }), Type.Null()], { description: 'Only where there are several.' }),
);
/** Which shop's menu is meant. */
export const menuQuery = Type.Object(
  {
    location_id: Type.Optional(Type.String({ maxLength: 64, description: 'Only where there are several.' })),
  },
  { additionalProperties: false },
);
export const preview = Type.Optional(
  Type.Boolean({ description: 'Shows what would change and what that hits; nothing is stored.' }),
);

/** What a new menu changes, and what each change hits. */
export const changedSchema = Type.Array(
  Type.Object({
    kind: Type.Enum(['item', 'option_group'], { type: 'string' }),
    id: Type.String(),
    name: Type.String(),
    change: Type.Enum(['added', 'changed', 'removed'], { type: 'string' }),
    aliases: Type.Array(Type.Object({ id: Type.String(), said: Type.String() }), {
      description: 'Words that mean nothing any more.',
    }),
    orders: Type.Array(
      Type.Object({
        id: Type.String(),
        number: Type.String(),
        path: Type.String({ description: 'Which line: items[1]' }),
        code: Type.Enum(['gone', 'unsure', 'sold_out', 'price'], { type: 'string' }),
        say: Type.String(),
      }),
      { description: 'Orders still to be sent for which it matters.' },
    ),
  }),
);
