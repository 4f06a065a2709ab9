import { Type } from 'typebox';
import { PosError } from '../../pos/errors';
import { accessOf } from '../access';
import { answers, ref } from '../documentation';
import { toApiProblem } from '../pos-failure';
import { ApiProblem, notFound } from '../problem';
import type { App, Services } from '../services';

const schema = {
  tags: ['Connections'],
  summary: 'Read the menu as the POS itself has it now; the shop keeps its own',
  params: Type.Object({ id: Type.String({ description: '`con_…`' }) }),
  response: answers({ 200: ref('Menu') }, [404, 409]),
};

export function posMenuRoutes(app: App, { store, directory }: Services): void {
  app.get('/v1/connections/:id/menu', { schema, config: { scope: 'read' } }, async (request) => {
    const record = await store.connection(accessOf(request).scope, request.params.id);
    if (!record) throw notFound('connection');
    try {
      const { vendor, session } = await directory.open(record);
      if (vendor.fetchMenu) return await vendor.fetchMenu(session);
      throw new ApiProblem('not-now', vendor.noSuchApi?.menu ?? `${vendor.name} gives no menu to read.`);
    } catch (error) {
      throw error instanceof PosError ? toApiProblem(error) : error;
    }
  });
}
