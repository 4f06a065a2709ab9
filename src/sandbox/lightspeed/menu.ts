import type { HttpResponse } from '../../http';
import { parseJsonObject } from '../json-body';
import { jsonReply } from '../replies';
import type { SimulatorRequest } from '../simulator';
import { ACCOUNT, DISCOUNTS } from './account';
import {
  ALL_INSTRUCTION_GROUPS,
  findProduct,
  type InstructionGroup,
  type ModifierGroup,
  PRODUCTS,
  type Product,
} from './catalog';
import { springError } from './spring-errors';

const MENU_NAME = 'Online Menu';

const toMajor = (minor: number): number => minor / 100;

const toInstructionGroup = (group: InstructionGroup) => ({
  multiSelectionPermitted: true,
  productionInstructionGroupName: group.name,
  productionIntructionGroupId: group.id,
  productionInstructionList: group.instructions.map((entry) => ({
    instruction: entry.text,
    ikentooModifierId: entry.id,
  })),
});

const toEntry = (product: Product) => ({
  productName: product.name,
  productPrice: toMajor(product.price),
  sku: product.sku,
  customItemNameEnabled: product.customName,
  pricingStrategy: product.pricing,
  defaultTaxAmount: 0,
  defaultTaxPercentage: 0,
  taxIncludedInPrice: false,
  conditionalTaxRules: false,
  taxes: [],
  productionInstructionList: product.instructionGroups.map(toInstructionGroup),
});

const toModifierGroup = (group: ModifierGroup) => ({
  description: group.name,
  sku: group.sku,
  mustSelectAnItem: group.min > 0,
  multiSelectionPermitted: group.max > 1,
  minimumSelection: group.min,
  maximumSelection: group.max,
  productModifiers: group.products.map((product) => ({
    '@type': 'menuProductModifier',
    ...toEntry(product),
  })),
});

const toMenuItem = (product: Product) => ({
  '@type': 'menuItem',
  ...toEntry(product),
  asSubItem: false,
  menuModifierGroups: product.groups.map(toModifierGroup),
});

/** `GET /o/op/1/menu/list` */
export function menuList(): HttpResponse {
  return jsonReply(200, [{ menuName: MENU_NAME, ikentooMenuId: ACCOUNT.menuId }]);
}

/** `GET /o/op/2/menu/load/{menuId}`; an unknown menu answers 404. */
export function loadMenu(request: SimulatorRequest, menuId: string, now: Date): HttpResponse {
  if (menuId !== String(ACCOUNT.menuId))
    return springError({ request, now, status: 404, message: `menu not found ${menuId}` });
  const categories = [...new Set(PRODUCTS.map((product) => product.category))];
  return jsonReply(200, {
    menuName: MENU_NAME,
    ikentooMenuId: ACCOUNT.menuId,
    richDataMissing: false,
    conditionalTaxRules: false,
    menuEntryGroups: categories.map((category, index) => ({
      '@type': 'group',
      id: String(ACCOUNT.menuId + 1 + index),
      name: category,
      color: 'blue',
      menuEntry: PRODUCTS.filter((product) => product.category === category).map(toMenuItem),
    })),
  });
}

/** `GET /o/op/1/menu/modifiers`: production instructions, not the priced product modifiers. */
export function listInstructions(): HttpResponse {
  return jsonReply(200, ALL_INSTRUCTION_GROUPS.map(toInstructionGroup));
}

/** `GET /o/op/1/menu/discounts` */
export function listDiscounts(): HttpResponse {
  return jsonReply(
    200,
    DISCOUNTS.map(({ name, code, percentage, amount }) => ({
      name,
      code,
      ...(percentage !== undefined && { discountPercentage: percentage }),
      ...(amount !== undefined && { discountAmount: toMajor(amount) }),
    })),
  );
}

/** `GET` or `POST /o/op/1/itemAvailability`, for 1 to 50 SKUs; `count` null means unrestricted. */
export function itemAvailability(request: SimulatorRequest, now: Date): HttpResponse {
  const fromBody = request.method === 'POST' ? parseJsonObject(request.body)?.skus : undefined;
  const skus = Array.isArray(fromBody)
    ? fromBody.map(String)
    : request.query.getAll('skus').flatMap((value) => value.split(','));
  const page = Number(request.query.get('page') ?? 0);
  const size = Number(request.query.get('size') ?? 25);
  if (skus.length < 1 || skus.length > 50)
    return springError({ request, now, status: 400, message: 'skus: size must be between 1 and 50' });
  if (!(Number.isInteger(page) && page >= 0 && Number.isInteger(size) && size >= 1 && size <= 50))
    return springError({ request, now, status: 400, message: 'page and size are out of range' });
  const known = skus.flatMap((sku) => findProduct(sku) ?? []);
  return jsonReply(200, {
    data: known.slice(page * size, (page + 1) * size).map((product) => ({
      sku: product.sku,
      count: product.soldOut ? 0 : null,
      updatedAt: now.toISOString(),
    })),
    metadata: { current: { page, size }, total: known.length, totalPages: Math.ceil(known.length / size) },
  });
}
