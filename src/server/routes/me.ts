import { Type } from 'typebox';
import { accessOf } from '../access';
import { answers, ref } from '../documentation';
import type { App, Services } from '../services';
import { VERSION } from '../version';
import { toKeyAnswer } from './keys';

const schema = {
  tags: ['Restaurant and shops'],
  summary: 'Whose key this is: the restaurant, its shops, what the key may do',
  response: answers({
    200: Type.Object({
      restaurant: ref('Restaurant'),
      locations: Type.Array(ref('Location')),
      key: ref('Key'),
      version: Type.String({ description: "OrderWire's version." }),
    }),
  }),
};

export function meRoutes(app: App, { store }: Services): void {
  app.get('/v1/me', { schema, config: { scope: 'read' } }, async (request) => {
    const { scope, key } = accessOf(request);
    const [restaurant, locations] = await Promise.all([store.restaurant(scope), store.shops(scope)]);
    return { restaurant, locations, key: toKeyAnswer(key), version: VERSION };
  });
}
