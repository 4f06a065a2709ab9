import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { matchLines } from '../../menu/match-lines';
import { itemOf } from '../../menu/menu-items';
import { normalise } from '../../menu/words';
import type { Problem } from '../../order/problems';
import { type Meaning, wordPage } from '../../web/word-page';
import { type Access, accessOf } from '../access';
import { type AliasInput, checkAlias } from '../alias-input';
import { type AliasPreview, previewAlias } from '../alias-preview';
import { teachAlias } from '../alias-teach';
import { ApiProblem, notFound } from '../problem';
import type { App } from '../services';
import { shopIn } from '../shop-of';
import { guessOf, saidAt } from '../unsure-words';
import { choiceOf, choicesFor, foundIn } from '../word-choices';
import { withDone } from './done';
import type { PageServices } from './page-services';
import { showPage, viewerOf } from './show';

const place = { order: Type.String({ maxLength: 64 }), path: Type.String({ maxLength: 60 }) };
const id = Type.String({ maxLength: 200 });
const meant = { variation_id: Type.Optional(id), option_id: Type.Optional(id) };
const WordQuery = Type.Object({
  ...place,
  q: Type.Optional(Type.String({ maxLength: 100 })),
  item_id: Type.Optional(id),
  ...meant,
});
const TeachBody = Type.Object({
  ...place,
  item_id: id,
  ...meant,
  where: Type.Optional(Type.Enum(['everywhere', 'here'], { type: 'string' })),
});

/** Teaching what one word of an order means. */
export function wordRoutes(app: App, services: PageServices): void {
  const admin = { config: { scope: 'admin' } } as const;
  app.get('/words/fix', { schema: { querystring: WordQuery, hide: true }, ...admin }, (request, reply) => {
    const { order, path, q = '', item_id, variation_id = null, option_id = null } = request.query;
    const meaning = item_id === undefined ? null : { item_id, variation_id, option_id };
    return show({ request, reply }, { order, path, query: q, meaning }, services);
  });
  app.post('/words/fix', { schema: { body: TeachBody, hide: true }, ...admin }, async (request, reply) => {
    const access = accessOf(request);
    const { order, path, where, ...meaning } = request.body;
    const { shop, said } = await find({ order, path }, access, services);
    const location_id = access.scope.location_ids === null && where !== 'here' ? null : shop.id;
    await teachAlias({ said, location_id, ...meaning }, { access, services });
    return reply.redirect(withDone(`/words?shop=${shop.id}`, 'taught'), 303);
  });
}

type Place = { order: string; path: string };
type Asked = Place & { query: string; meaning: Meaning | null };

async function show(
  looking: { request: FastifyRequest; reply: FastifyReply },
  asked: Asked,
  services: PageServices,
): Promise<FastifyReply> {
  const access = accessOf(looking.request);
  const { record, shop, said, index, match, dish, everywhere } = await find(asked, access, services);
  const choices = choicesFor(index, dish);
  const { item_id, variation_id, option_id } = match;
  const guess = item_id === null ? null : { item_id, variation_id, option_id };
  const meaning = asked.meaning ?? (asked.query === '' ? guess : null);
  const choice = meaning && choiceOf(choices, meaning);
  const near = choices.filter(({ name }) => index.nearest(said).includes(name));
  const viewer = viewerOf({ ...looking, services }, shop.language);
  const effect =
    choice && (await effectOf({ said, location_id: shop.id, ...choice.meaning }, access, services));
  const page = wordPage({
    ...{ viewer, shop, said, everywhere, query: asked.query },
    order: { id: record.id, number: record.number, path: asked.path },
    guess: guessOf(match, index),
    runnerUp: itemOf(index.menu, match.runner_up?.item_id ?? null)?.name ?? null,
    chosen: choice && effect && 'fixes' in effect ? { choice, ...effect } : null,
    problems: effect && 'problems' in effect ? effect.problems : [],
    found: asked.query === '' && near.length > 0 ? near : foundIn(choices, asked.query),
    names: [...new Set(choices.map(({ name }) => name))],
  });
  return showPage({ ...looking, services }, { ...page, viewer });
}

type Effect = Pick<AliasPreview, 'fixes' | 'changes'> | { problems: Problem[] };

/** What the words would have changed in this shop, or why they cannot be taught. */
async function effectOf(word: AliasInput, access: Access, services: PageServices): Promise<Effect> {
  try {
    return await previewAlias(await checkAlias(word, access, services), access, services);
  } catch (error) {
    if (error instanceof ApiProblem && error.extra.errors) return { problems: error.extra.errors };
    throw error;
  }
}

/** The word, and what its shop's menu says to it today. */
async function find({ order, path }: Place, access: Access, services: PageServices) {
  const { store, menus } = services;
  const { scope } = access;
  const record = await store.order(scope, order);
  const said = record && saidAt(record.order, path);
  if (!record || said === undefined || normalise(said) === '') throw notFound('word in this order');
  const shops = await store.shops(scope);
  const shop = shopIn(shops, record);
  const index = await menus.of(scope, shop);
  if (!index) throw notFound('menu of this shop');
  const matches = new Map(matchLines(record.order, index).map((one) => [one.path, one.match]));
  const match = matches.get(path);
  if (!match) throw notFound('dish for this option; fix the dish first');
  const dish = path.includes('options')
    ? (matches.get(path.replace(/\.options.*/, ''))?.item_id ?? null)
    : null;
  const everywhere = scope.location_ids === null && shops.length > 1;
  return { record, shop, said, index, match, dish, everywhere };
}
