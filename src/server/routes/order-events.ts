import { Type } from 'typebox';
import { accessOf } from '../access';
import { answers } from '../documentation';
import { toRfc3339 } from '../order-answer';
import { notFound } from '../problem';
import type { App, Services } from '../services';
import { OrderParams } from './orders';

const StoredEventSchema = Type.Object({
  type: Type.String({ description: '`order.created`, `delivery.start`, `delivery.delivered`, …' }),
  at: Type.String({ format: 'date-time' }),
  key_id: Type.Union([Type.String(), Type.Null()], { description: 'Whose key did it; null: by itself.' }),
  data: Type.Object({}, { additionalProperties: true }),
});
const schema = {
  tags: ['Orders'],
  summary: 'Everything that happened to an order, oldest first; names and states, nothing about the guest',
  params: OrderParams,
  response: answers(
    {
      200: Type.Object({
        data: Type.Array(StoredEventSchema),
        has_more: Type.Boolean(),
        next_cursor: Type.Null(),
      }),
    },
    [404],
  ),
};

export function orderEventRoutes(app: App, { store }: Services): void {
  app.get('/v1/orders/:id/events', { schema, config: { scope: 'read' } }, async (request) => {
    const { scope } = accessOf(request);
    const record = await store.order(scope, request.params.id);
    if (!record) throw notFound('order');
    const events = await store.events(scope, record.id);
    const data = events.map(({ type, at, key_id, data: facts }) => ({
      ...{ type, at: toRfc3339(at), key_id },
      data: facts,
    }));
    return { data, has_more: false, next_cursor: null };
  });
}
