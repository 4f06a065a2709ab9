import { type TSchema, Type } from 'typebox';
import { InputProblems } from '../../order/problems';
import { shopProblems } from '../../order/shop';
import { accessOf, mustHaveAllShops } from '../access';
import { answers, asPatch, ref } from '../documentation';
import type { App, Services } from '../services';

const tags = ['Restaurant and shops'];

const settings = {
  name: Type.String({ minLength: 1, maxLength: 200 }),
  country: Type.String({ maxLength: 2, description: 'ISO 3166, two letters.' }),
  language: Type.String({ minLength: 2, maxLength: 35 }),
};
export const RestaurantSchema: TSchema = Type.Object(
  {
    id: Type.String({ description: '`rst_…`' }),
    ...settings,
    organization_id: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'Restaurant' },
);

const readSchema = { tags, summary: 'Read the restaurant', response: answers({ 200: ref('Restaurant') }) };
const patchSchema = {
  tags,
  summary: 'Change the restaurant; what is left out stays',
  body: asPatch(Type.Object(settings)),
  response: answers({ 200: ref('Restaurant') }, [400, 413, 415]),
};

export function restaurantRoutes(app: App, { store, now }: Services): void {
  app.get('/v1/restaurant', { schema: readSchema, config: { scope: 'read' } }, async (request) =>
    store.restaurant(accessOf(request).scope),
  );
  app.patch('/v1/restaurant', { schema: patchSchema, config: { scope: 'admin' } }, async (request) => {
    const access = accessOf(request);
    mustHaveAllShops(access);
    const problems = shopProblems({ country: request.body.country });
    if (problems.length > 0) throw new InputProblems(problems);
    const act = { key_id: access.key.id, at: now() };
    return store.updateRestaurant(access.scope, request.body, act);
  });
}
