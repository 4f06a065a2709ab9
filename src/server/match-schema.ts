import { Type } from 'typebox';
import { orNull } from '../order/or-null';

const id = orNull(Type.String());

/** What was said, held against the menu. */
export const MatchSchema = Type.Object(
  {
    status: Type.Enum(['sure', 'unsure', 'none'], { type: 'string' }),
    item_id: id,
    variation_id: id,
    option_id: id,
    score: Type.Number({ description: '0 to 1.' }),
    method: orNull(Type.Enum(['ref', 'alias', 'exact', 'normalized', 'fuzzy', 'manual'], { type: 'string' })),
    reason: Type.String({ description: 'Why, in a sentence.' }),
    runner_up: orNull(Type.Object({ item_id: Type.String(), score: Type.Number() })),
    menu_version: id,
  },
  { $id: 'Match' },
);
