import { Type } from 'typebox';
import { accessOf } from '../access';
import { answers, ref } from '../documentation';
import { menuOfPos } from '../menu-of-pos';
import { notFound } from '../problem';
import type { App, Services } from '../services';

const schema = {
  tags: ['Connections'],
  summary: 'Read the menu as the POS itself has it now; the shop keeps its own',
  params: Type.Object({ id: Type.String({ description: '`con_…`' }) }),
  response: answers({ 200: ref('Menu') }, [404, 409]),
};

export function posMenuRoutes(app: App, services: Services): void {
  app.get('/v1/connections/:id/menu', { schema, config: { scope: 'read' } }, async (request) => {
    const record = await services.store.connection(accessOf(request).scope, request.params.id);
    if (!record) throw notFound('connection');
    return menuOfPos(record, services);
  });
}
