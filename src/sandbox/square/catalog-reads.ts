import type { Call } from './call';
import { CATALOG_VERSION, type CatalogObject, TOP_LEVEL } from './catalog';
import { SquareRefusal } from './errors';
import { toPage } from './paging';
import { flag, list, object, oneOf, text, whole } from './shape';
import { parseTime } from './times';

const TYPES = [
  'ITEM',
  'ITEM_VARIATION',
  'CATEGORY',
  'TAX',
  'DISCOUNT',
  'MODIFIER_LIST',
  'MODIFIER',
  'IMAGE',
  'PRICING_RULE',
  'PRODUCT_SET',
  'TIME_PERIOD',
  'MEASUREMENT_UNIT',
  'ITEM_OPTION',
  'ITEM_OPTION_VAL',
  'CUSTOM_ATTRIBUTE_DEFINITION',
  'QUICK_AMOUNTS_SETTINGS',
] as const;

/** Square's pages hold 100 objects; these hold 8, so that a reader which forgets the cursor misses half the menu at once. */
const PAGE_SIZE = 8;

const searchRequest = object({
  cursor: text(),
  object_types: list(oneOf('CatalogObjectType', TYPES)),
  include_deleted_objects: flag,
  include_related_objects: flag,
  begin_time: text(),
  limit: whole,
});

function nested(parent: CatalogObject): CatalogObject[] {
  const data = { ...Object(parent.item_data), ...Object(parent.modifier_list_data) };
  const children: CatalogObject[] = data.variations ?? data.modifiers ?? [];
  return [parent, ...children];
}

function ofTypes(types: readonly string[]): CatalogObject[] {
  return types.length === 0
    ? TOP_LEVEL
    : TOP_LEVEL.flatMap(nested).filter(({ type }) => types.includes(type));
}

/** What the objects of a page point at: lists and categories of an item, the item of a variation. */
function relatedTo(objects: CatalogObject[]): CatalogObject[] {
  const text = JSON.stringify(objects);
  const shown = new Set(objects.flatMap(nested).map(({ id }) => id));
  return TOP_LEVEL.filter(({ id }) => !shown.has(id) && text.includes(`"${id}"`));
}

/** GET /v2/catalog/list. */
export function listCatalog({ query }: Call): object {
  for (const name of query.keys())
    if (!['types', 'cursor', 'catalog_version'].includes(name))
      throw new SquareRefusal('UNKNOWN_QUERY_PARAMETER', 'The query parameter is unknown.', name);
  const asked = (query.get('types') ?? '').split(',').filter((type) => type.trim() !== '');
  const types = list(oneOf('CatalogObjectType', TYPES)).parse(
    asked.map((type) => type.trim().toUpperCase()),
    'types',
  );
  const cursor = query.get('cursor') ?? undefined;
  const { page, cursor: next } = toPage(ofTypes(types), { cursor, size: PAGE_SIZE, query: types });
  return { ...(page.length > 0 ? { objects: page } : {}), ...(next ? { cursor: next } : {}) };
}

/** POST /v2/catalog/search, without its text queries. */
export function searchCatalog({ body }: Call): object {
  const request = searchRequest.parse(body, '');
  const since = request.begin_time === undefined ? 0 : parseTime(request.begin_time, 'begin_time');
  const found = ofTypes(request.object_types ?? []).filter(() => CATALOG_VERSION > since);
  const { limit = 0, cursor } = request;
  // A limit out of range is ignored, and any limit is advice only.
  const size = limit > 0 && limit <= 1000 ? Math.min(limit, PAGE_SIZE) : PAGE_SIZE;
  const { page, cursor: next } = toPage(found, { cursor, size, query: request.object_types });
  const related = request.include_related_objects ? relatedTo(page) : [];
  return {
    ...(page.length > 0 ? { objects: page } : {}),
    ...(related.length > 0 ? { related_objects: related } : {}),
    latest_time: new Date(CATALOG_VERSION).toISOString(),
    ...(next ? { cursor: next } : {}),
  };
}

/** GET /v2/catalog/object/{id}. */
export function retrieveCatalogObject({ id, query }: Call): object {
  const found = TOP_LEVEL.flatMap(nested).find((candidate) => candidate.id === id);
  if (!found) throw new SquareRefusal('NOT_FOUND', `Catalog object with ID \`${id}\` not found.`);
  const related = query.get('include_related_objects') === 'true' ? relatedTo([found]) : [];
  return { object: found, ...(related.length > 0 ? { related_objects: related } : {}) };
}
