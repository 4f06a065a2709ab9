import type { FastifyRequest } from 'fastify';
import { PRESSES } from '../../delivery/presses';
import { isTicket } from '../../order/delivery';
import { InputProblems, type Problem } from '../../order/problems';
import { changesIn, type FixForm, readFixForm, toFixForm } from '../../web/fix-form';
import { fixPage } from '../../web/fix-page';
import { troubleOf } from '../../web/trouble';
import { type Access, accessOf } from '../access';
import { notFound } from '../problem';
import { takeBodyAsIs } from '../read-request';
import { changeOrder } from '../routes/order-changes';
import type { App } from '../services';
import { withDone } from './done';
import { OrderParams } from './order';
import { orderDataOf } from './order-data';
import type { PageServices } from './page-services';
import { showPage, viewerOf } from './show';

/** Writing an order right, and sending it. */
export function fixRoutes(app: App, services: PageServices): void {
  const route = { schema: { params: OrderParams, hide: true }, config: { scope: 'write' } } as const;
  const show = async (request: FastifyRequest<{ Params: { id: string } }>, tried: Tried, reply: Reply) => {
    const { record, shop, rows, understood, dishes } = await find(
      request.params.id,
      accessOf(request),
      services,
    );
    const looking = { request, reply, services };
    const viewer = viewerOf(looking, shop.language);
    const page = fixPage({
      ...{ viewer, understood, dishes, id: record.id, number: record.number, problems: tried.problems },
      form: tried.form ?? toFixForm(record.order, shop.timezone),
      asked: troubleOf(record, rows)?.said ?? null,
    });
    return showPage(looking, { ...page, viewer }, tried.problems.length > 0 ? 400 : 200);
  };
  app.get('/orders/:id/fix', route, (request, reply) => show(request, { problems: [] }, reply));
  app.post('/orders/:id/fix', { ...route, validatorCompiler: takeBodyAsIs }, async (request, reply) => {
    const { id } = request.params;
    const form = readFixForm(request.body);
    try {
      await fix(id, form, accessOf(request), services);
      return reply.redirect(withDone(`/orders/${id}`, 'fixed'), 303);
    } catch (error) {
      if (!(error instanceof InputProblems)) throw error;
      return show(request, { form, problems: error.problems }, reply);
    }
  });
}

type Tried = { form?: FixForm; problems: Problem[] };
type Reply = Parameters<typeof viewerOf>[0]['reply'];

async function find(id: string, { scope }: Access, services: PageServices) {
  const record = await services.store.order(scope, id);
  if (!record) throw notFound('order');
  const data = await orderDataOf(record, scope, services);
  const index = await services.menus.of(scope, data.shop);
  return { ...data, dishes: index?.menu.items.map(({ name }) => name) ?? [] };
}

/** Changes what is other, answers what was asked, and sends again what somebody had been left with. */
async function fix(id: string, form: FixForm, access: Access, services: PageServices): Promise<void> {
  const { store, now } = services;
  const { record, shop, rows } = await find(id, access, services);
  const changes = changesIn(form, record.order, shop.timezone);
  // Nothing is other: it is right as it stands, and that is the answer.
  const body = Object.keys(changes).length > 0 ? changes : { notes: record.order.notes };
  await changeOrder({ id, body, said: '' }, { access, services });
  const act = { key_id: access.key.id, at: now() };
  for (const row of rows.filter(isTicket)) {
    if (row.state !== 'needs_attention' && row.state !== 'refused') continue;
    await store.changeDelivery(access.scope, row.id, (current) => PRESSES.retry.press(current, act.at), act);
  }
}
