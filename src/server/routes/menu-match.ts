import { Type } from 'typebox';
import { matchItem } from '../../menu/match';
import { accessOf } from '../access';
import { answers, ref } from '../documentation';
import { menuOf } from '../menu-of';
import { shopInBody } from '../menu-schema';
import type { App, Services } from '../services';

const schema = {
  tags: ['Menu'],
  summary: 'Hold phrases against the menu; each answer says why',
  body: Type.Object(
    {
      phrases: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: 100 }),
      location_id: shopInBody,
    },
    { additionalProperties: false },
  ),
  response: answers(
    {
      200: Type.Object({
        matches: Type.Array(Type.Object({ phrase: Type.String(), match: ref('Match') })),
      }),
    },
    [400, 404, 409, 413, 415],
  ),
};

export function menuMatchRoutes(app: App, services: Services): void {
  app.post('/v1/menu/match', { schema, config: { scope: 'read' } }, async (request) => {
    const { phrases, location_id } = request.body;
    const index = await menuOf(services, accessOf(request), location_id);
    const matches = phrases.map((phrase) => ({
      phrase,
      match: matchItem(index, { name: phrase, menu_item_id: null, variation_id: null }),
    }));
    return { matches };
  });
}
