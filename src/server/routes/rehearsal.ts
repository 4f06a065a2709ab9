import { Type } from 'typebox';
import { FINDING_KINDS } from '../../delivery/rehearsal/finding';
import { accessOf } from '../access';
import { answers } from '../documentation';
import { notFound } from '../problem';
import { rehearsalOf } from '../rehearsal';
import type { App, Services } from '../services';
import { shopOf } from '../shop-of';

const finding = Type.Object({
  kind: Type.Enum([...FINDING_KINDS], { type: 'string' }),
  message: Type.String(),
});
const night = Type.Object({
  business_day: Type.String(),
  orders: Type.Integer(),
  good: Type.Integer({ description: 'Orders without anything to fix.' }),
  compared: Type.Boolean({ description: 'Whether with the orders that staff rang up in the POS.' }),
  clean: Type.Boolean({ description: 'There were orders, and nothing is to fix.' }),
  to_fix: Type.Array(
    Type.Object({ order_id: Type.String(), number: Type.String(), findings: Type.Array(finding) }),
  ),
});
const schema = {
  tags: ['Connections'],
  summary: 'What was rehearsed for a connection: tonight so far, and the nights before',
  params: Type.Object({ id: Type.String({ description: '`con_…`' }) }),
  response: answers(
    {
      200: Type.Object({
        connection_id: Type.String(),
        mode: Type.Enum(['live', 'rehearsal'], { type: 'string' }),
        ready: Type.Boolean({ description: 'The last night was clean: going live is offered.' }),
        tonight: night,
        nights: Type.Array(night),
      }),
    },
    [404],
  ),
};

export function rehearsalRoutes(app: App, services: Services): void {
  const { store } = services;
  app.get('/v1/connections/:id/rehearsal', { schema, config: { scope: 'read' } }, async (request) => {
    const access = accessOf(request);
    const connection = await store.connection(access.scope, request.params.id);
    if (!connection) throw notFound('connection');
    const shop = await shopOf(store, access, connection.location_id);
    const { id: connection_id, mode } = connection;
    return {
      connection_id,
      mode,
      ...(await rehearsalOf(connection, shop, { scope: access.scope, services })),
    };
  });
}
