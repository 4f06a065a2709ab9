import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { html, Markup } from '../../order/html';
import { InputProblems, type Problem } from '../../order/problems';
import type { Shop } from '../../order/shop';
import type { Field, Vendor } from '../../pos/vendor';
import { findVendor } from '../../pos/vendors';
import { newConnectionPage, type VendorField } from '../../web/connect-page';
import { accessOf } from '../access';
import { settingsOf } from '../connection-fields';
import { changeConnection, createConnection, recheckConnection } from '../connection-save';
import { notFound } from '../problem';
import { takeBodyAsIs } from '../read-request';
import type { App } from '../services';
import { locationsOf, NOT_CHOSEN } from './connect-data';
import { withDone } from './done';
import type { PageServices } from './page-services';
import { showPage, viewerOf } from './show';
import { chosenShop } from './tonight';

const params = Type.Object({ vendor: Type.String({ maxLength: 40 }) });
const ShopQuery = Type.Object({ shop: Type.Optional(Type.String({ maxLength: 64 })) });

/** The form for a new connection. It is saved switched off: nothing goes there by itself. */
export function newConnectionRoutes(app: App, services: PageServices): void {
  const admin = { config: { scope: 'admin' } } as const;
  const show = (looking: Looking, { vendor, shop, given = {}, problems = [] }: Shown) => {
    const viewer = viewerOf({ ...looking, services }, shop.language);
    const page = newConnectionPage({
      ...{ viewer, shop, vendor, problems },
      credentials: vendor.credentials.map((field) =>
        toField(field, field.required !== true && vendor.id !== 'clover'),
      ),
      settings: settingsOf(vendor).map((field) => toField(field, field.required !== true)),
      given: {
        name: textIn(given.name) || vendor.name,
        pos_location: textIn(given.pos_location),
        api_url: textIn(given.api_url),
        environment: textIn(given.environment) || 'production',
      },
    });
    return showPage({ ...looking, services }, { ...page, viewer }, problems.length > 0 ? 400 : 200);
  };
  const meant = async (request: FastifyRequest<{ Params: { vendor: string } }>, shop: unknown) => {
    const vendor = findVendor(request.params.vendor);
    if (!vendor) throw notFound('POS');
    const shops = await services.store.shops(accessOf(request).scope);
    return { vendor, shop: chosenShop(shops, typeof shop === 'string' ? shop : undefined) };
  };
  app.get(
    '/connect/new/:vendor',
    { schema: { params, querystring: ShopQuery, hide: true }, ...admin },
    async (request, reply) => show({ request, reply }, await meant(request, request.query.shop)),
  );
  app.post(
    '/connect/new/:vendor',
    { schema: { params, hide: true }, validatorCompiler: takeBodyAsIs, ...admin },
    async (request, reply) => {
      const { shop: named, ...given } = request.body as Record<string, unknown>;
      const found = await meant(request, named);
      try {
        const saved = await save(given, found, { access: accessOf(request), services });
        return reply.redirect(withDone(`/connect/${saved.id}`, 'saved'), 303);
      } catch (error) {
        if (!(error instanceof InputProblems)) throw error;
        return show({ request, reply }, { ...found, given, problems: error.problems });
      }
    },
  );
}

type Looking = { request: FastifyRequest; reply: FastifyReply };
type Meant = { vendor: Vendor; shop: Shop };
type Shown = Meant & { given?: Record<string, unknown>; problems?: Problem[] };
type Acting = Parameters<typeof recheckConnection>[1] & { services: PageServices };

/** Where the POS has one location only, that is the one. */
async function save(given: Record<string, unknown>, { vendor, shop }: Meant, acting: Acting) {
  const body = {
    pos_location: NOT_CHOSEN,
    ...given,
    vendor: vendor.id,
    location_id: shop.id,
    default: false,
  };
  const made = await createConnection(body, acting);
  const [only, ...others] = made.pos_location === NOT_CHOSEN ? await locationsOf(made, acting.services) : [];
  const isOnly = only !== undefined && others.length === 0;
  const located = isOnly ? await changeConnection(made.id, { pos_location: only.id }, acting) : made;
  return recheckConnection(located, acting);
}

function toField(
  { key, label, help, secret = false, required, choices, default: preset }: Field,
  isMore: boolean,
): VendorField {
  const options = choices && (preset === undefined ? [{ value: '', label: '…' }, ...choices] : choices);
  return { key, label, help: withLinks(help), secret, required, choices: options, value: preset, isMore };
}

/** `[words](https://…)` as a link. */
function withLinks(help: string): Markup {
  const parts = help.split(/\[([^\]]+)\]\((https:[^)]+)\)/);
  const shown = parts.map((part, index) => {
    if (index % 3 === 0) return html`${part}`;
    return index % 3 === 1
      ? html`<a href="${parts[index + 1]}" rel="noreferrer" target="_blank">${part}</a>`
      : new Markup('');
  });
  return html`${shown}`;
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
