import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { parseOrder } from '../../order/parse';
import type { Order } from '../../order/schema';
import type { Shop } from '../../order/shop';
import { PosError } from '../../pos/errors';
import { prepareOrder } from '../../pos/prepare';
import type { Vendor } from '../../pos/vendor';
import { findVendor, vendorIds } from '../../pos/vendors';
import { accessOf } from '../access';
import { answers } from '../documentation';
import { OrderInputSchema } from '../order-schema';
import { ApiProblem, notFound, refusedFields } from '../problem';
import { readInput, takeBodyAsIs } from '../read-request';
import type { App, Services } from '../services';
import { shopIn, shopOf } from '../shop-of';

const PreviewBody = Type.Object(
  {
    order: Type.Optional(OrderInputSchema),
    order_id: Type.Optional(
      Type.String({ maxLength: 64, description: 'A stored order instead of `order`.' }),
    ),
    settings: Type.Optional(
      Type.Record(Type.String(), Type.String(), {
        description: "The POS's settings; the connection's where absent.",
      }),
    ),
    pos_location: Type.Optional(
      Type.String({
        maxLength: 200,
        description: "The POS's own id of the shop; the connection's where absent.",
      }),
    ),
  },
  { additionalProperties: false },
);
/** The order is read by `parseOrder`, which knows the shop; here only the fields around it are. */
const AroundOrder = Type.Object({ ...PreviewBody.properties, order: Type.Optional(Type.Unknown()) });

const handled = Type.Enum(['open_item', 'note', 'attention', 'held'], { type: 'string' });
const schema = {
  tags: ['POS'],
  summary: 'Show the exact requests an order would become; nothing is sent, credentials are masked',
  params: Type.Object({ vendor: Type.String({ description: vendorIds.join(', ') }) }),
  body: PreviewBody,
  response: answers(
    {
      200: Type.Object({
        requests: Type.Array(
          Type.Object({
            step: Type.Enum(['find', 'submit', 'pay', 'print'], { type: 'string' }),
            method: Type.String(),
            url: Type.String(),
            headers: Type.Record(Type.String(), Type.String()),
            body: Type.Unknown(),
          }),
        ),
        unmatched: Type.Array(Type.Object({ path: Type.String(), said: Type.String(), handled })),
        warnings: Type.Array(Type.String()),
      }),
    },
    [400, 404, 413, 415],
  ),
};

export function posRoutes(app: App, services: Services): void {
  const route = { schema, config: { scope: 'read' }, validatorCompiler: takeBodyAsIs } as const;
  app.post('/v1/pos/:vendor/preview', route, async (request) => {
    const vendor = findVendor(request.params.vendor);
    if (!vendor) {
      throw new ApiProblem(
        'not-found',
        `There is no POS called "${request.params.vendor}". Write one of ${vendorIds.join(', ')}.`,
      );
    }
    return preview(vendor, request, services);
  });
}

async function preview(vendor: Vendor, request: FastifyRequest, services: Services) {
  const body = readInput(AroundOrder, request.body, { currency: 'USD', country: 'US', timezone: 'UTC' });
  const { order, shop } = await orderOf(body, request, services);
  const connection = await connectionOf(vendor, shop, { request, services });
  const settings = { ...connection?.settings, ...body.settings };
  const menu = await services.menus.at(accessOf(request).scope, shop, services.now());
  const noted = connection
    ? []
    : [`No connection to ${vendor.name} is configured: its credentials and location show as empty.`];
  return inWords(() => {
    const prepared = prepareOrder(order, { vendor, settings, menu, shop });
    const shown = vendor.preview(prepared.order, {
      credentials: connection?.credentials ?? {},
      settings,
      posLocation: body.pos_location ?? connection?.pos_location ?? '',
      environment: connection?.environment ?? 'sandbox',
      baseUrl: connection?.api_url ?? undefined,
      now: new Date(services.now()).toISOString(),
    });
    return {
      requests: shown.requests,
      unmatched: [...prepared.unmatched, ...shown.unmatched],
      warnings: [...noted, ...shown.warnings],
    };
  });
}

/** The shop's connection to this POS, with credentials in the clear: the preview masks them. */
async function connectionOf(
  { id }: Vendor,
  shop: Shop,
  { request, services }: { request: FastifyRequest; services: Services },
) {
  const all = await services.store.connections(accessOf(request).scope);
  const ours = all.filter((one) => one.vendor === id && one.location_id === shop.id);
  const record = ours.find((one) => one.is_default) ?? ours[0];
  return record && services.directory.inTheClear(record);
}

/** The order in the body, or the stored one it names; one of the two. An order that is not stored yet gets a reference for show. */
async function orderOf(
  body: Static<typeof AroundOrder>,
  request: FastifyRequest,
  { store }: Services,
): Promise<{ order: Order; shop: Shop }> {
  const access = accessOf(request);
  if ((body.order === undefined) === (body.order_id === undefined)) {
    throw refusedFields([{ path: 'order', message: 'or order_id is needed: write exactly one of the two.' }]);
  }
  if (body.order_id !== undefined) {
    const record = await store.order(access.scope, body.order_id);
    if (!record) throw notFound('order');
    return { order: record.order, shop: shopIn(await store.shops(access.scope), record) };
  }
  const shop = await shopOf(store, access, (body.order as { location_id?: unknown } | null)?.location_id);
  const order = parseOrder(body.order, shop);
  return { order: { ...order, external_ref: order.external_ref ?? 'preview' }, shop };
}

/** What an adapter refuses before anything is sent is a refusal of the order. */
function inWords<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof PosError) throw refusedFields([{ path: 'order', message: error.message }]);
    throw error;
  }
}
