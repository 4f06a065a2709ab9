import type { HttpResponse } from '../../http';
import { jsonReply } from '../replies';
import { notFound } from './errors';
import type { Item, ModifierGroup } from './inventory';
import type { Merchant } from './merchants';
import { toWireOrderType } from './order-view';
import { page, passesAll, readExpansions, readFilters } from './paging';
import type { Call } from './world';

const ITEM_EXPANSIONS = [
  'tags',
  'categories',
  'taxRates',
  'modifierGroups',
  'itemStock',
  'options',
  'ageRestricted',
];
const ITEM_FILTERS = [
  'modifiedTime',
  'hidden',
  'available',
  'price',
  'id',
  'name',
  'deleted',
  'itemGroup.id',
];

export function listItems(call: Call): HttpResponse {
  const expand = readExpansions(call.query, ITEM_EXPANSIONS);
  const filters = readFilters(call.query, ITEM_FILTERS);
  const found = call.merchant.inventory.items
    .map((item) => ({ item, wire: toWireItem(item, expand, call.merchant) }))
    .filter(({ item, wire }) =>
      passesAll({ ...wire, deleted: false, 'itemGroup.id': item.variant?.group.id }, filters),
    );
  return jsonReply(
    200,
    page(
      found.map(({ wire }) => wire),
      call.query,
    ),
  );
}

export function getItem(call: Call): HttpResponse {
  const expand = readExpansions(call.query, ITEM_EXPANSIONS);
  const item = call.merchant.inventory.items.find(({ id }) => id === call.ids[0]);
  if (!item) throw notFound();
  return jsonReply(200, toWireItem(item, expand, call.merchant));
}

export function listModifierGroups(call: Call): HttpResponse {
  const expand = readExpansions(call.query, ['modifiers', 'items']);
  const groups = call.merchant.inventory.groups.map((group) => ({
    ...toWireGroup(group),
    modifiers: expand.has('modifiers')
      ? { elements: group.modifiers.map((modifier) => ({ ...modifier, modifierGroup: { id: group.id } })) }
      : undefined,
  }));
  return jsonReply(200, page(groups, call.query));
}

export function listCategories(call: Call): HttpResponse {
  readExpansions(call.query, ['items']);
  const categories = call.merchant.inventory.categories.map((category, index) => ({
    ...category,
    sortOrder: index + 1,
    deleted: false,
  }));
  return jsonReply(200, page(categories, call.query));
}

export function listOrderTypes(call: Call): HttpResponse {
  return jsonReply(200, page(call.merchant.orderTypes.map(toWireOrderType), call.query));
}

export function listTenders(call: Call): HttpResponse {
  const tenders = call.merchant.tenders.map(({ id, name, labelKey, isCard }) => ({
    id,
    label: name,
    labelKey,
    editable: false,
    enabled: true,
    visible: true,
    opensCashDrawer: !isCard,
    supportsTipping: true,
  }));
  return jsonReply(200, page(tenders, call.query));
}

export function listTaxRates(call: Call): HttpResponse {
  return jsonReply(200, page([{ ...call.merchant.taxRate, isDefault: true }], call.query));
}

export function getServiceCharge({ merchant: { serviceCharge } }: Call): HttpResponse {
  const percentage = serviceCharge.percentageDecimal / 10_000;
  return jsonReply(200, { ...serviceCharge, enabled: false, percentage });
}

export function listEmployees(call: Call): HttpResponse {
  const { employee } = call.merchant;
  return jsonReply(200, page([{ ...employee, role: 'OWNER', isOwner: true }], call.query));
}

export function getMerchant({ merchant }: Call): HttpResponse {
  const { id, name, currency, country, timezone, phone, address } = merchant;
  return jsonReply(200, {
    id,
    name,
    defaultCurrency: currency,
    timezone,
    phoneNumber: phone,
    address: {
      address1: address.line1,
      city: address.city,
      state: address.region,
      zip: address.postalCode,
      country,
    },
    owner: { id: merchant.employee.id },
  });
}

/** Expanded groups come without their modifiers: those are listed at `modifier_groups` only. */
function toWireItem(item: Item, expand: ReadonlySet<string>, { taxRate }: Merchant) {
  const nested = (name: string, elements: unknown[]) => (expand.has(name) ? { elements } : undefined);
  return {
    id: item.id,
    hidden: false,
    available: item.available,
    autoManage: false,
    itemGroup: item.variant && { id: item.variant.group.id },
    name: item.name,
    price: item.price,
    priceType: item.priceType,
    unitName: item.unitName,
    defaultTaxRates: true,
    isRevenue: true,
    modifiedTime: 1_700_000_000_000,
    categories: nested('categories', [item.category]),
    modifierGroups: nested('modifierGroups', item.groups.map(toWireGroup)),
    taxRates: nested('taxRates', [taxRate]),
    tags: nested('tags', []),
    options: nested('options', item.variant ? [item.variant.option] : []),
  };
}

function toWireGroup({ id, name, minRequired, maxAllowed, modifiers }: ModifierGroup) {
  const modifierIds = modifiers.map((modifier) => modifier.id).join(',');
  return { id, name, showByDefault: true, minRequired, maxAllowed, modifierIds };
}
