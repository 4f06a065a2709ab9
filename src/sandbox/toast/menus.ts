import { SEED_RESTAURANT } from '../seed-menu';
import {
  ALL_MODIFIER_GROUPS,
  MENU_GROUPS,
  type ToastItem,
  type ToastMenuGroup,
  type ToastModifierGroup,
  type ToastOption,
} from './catalog';
import { TAX_RATE } from './config';
import { toMajor } from './fields';
import { guid } from './guid';
import { PRE_MODIFIER_GROUP, PRE_MODIFIERS } from './pre-modifiers';
import { RESTAURANT_GUID } from './restaurant';

/** V3 is V2 as one ordering channel may see it: without what is hidden from it, and without `visibility`. */
export type MenusVersion = 'v2' | 'v3';

const PUBLISHED = '2026-11-02T09:00:00.000+0000';
const EVERYWHERE = ['POS', 'KIOSK', 'TOAST_ONLINE_ORDERING', 'ORDERING_PARTNERS'];

/** When the restaurant last published its menus. */
export function menusMetadata() {
  return { restaurantGuid: RESTAURANT_GUID, lastUpdated: PUBLISHED };
}

/** The fully resolved menus: items refer to modifier groups, and those to options, by reference id. */
export function menus(version: MenusVersion) {
  const visible = (everywhere: boolean) =>
    version === 'v2' ? { visibility: everywhere ? EVERYWHERE : ['POS'] } : {};
  const options = ALL_MODIFIER_GROUPS.flatMap((group) => group.options);
  return {
    ...menusMetadata(),
    restaurantTimeZone: SEED_RESTAURANT.timezone,
    menus: [
      {
        name: 'All Day',
        guid: guid('Menu', 'All Day'),
        multiLocationId: '200000000000000001',
        description: '',
        ...visible(true),
        availability: { alwaysAvailable: true, schedule: [] },
        menuGroups: MENU_GROUPS.map((group) => menuGroup(group, version, visible)),
      },
    ],
    modifierGroupReferences: Object.fromEntries(
      ALL_MODIFIER_GROUPS.map((group) => [group.referenceId, { ...modifierGroup(group), ...visible(true) }]),
    ),
    modifierOptionReferences: Object.fromEntries(
      options.map((option) => [option.referenceId, { ...modifierOption(option), ...visible(true) }]),
    ),
    preModifierGroupReferences: { [PRE_MODIFIER_GROUP.referenceId]: preModifierGroup() },
  };
}

function menuGroup(group: ToastMenuGroup, version: MenusVersion, visible: (all: boolean) => object): object {
  const items = group.items.filter((item) => version === 'v2' || !item.posOnly);
  return {
    name: group.name,
    guid: group.guid,
    description: '',
    ...visible(true),
    menuGroups: group.subgroups.map((child) => menuGroup(child, version, visible)),
    menuItems: items.map((item) => ({ ...menuItem(item), ...visible(!item.posOnly) })),
  };
}

function menuItem(item: ToastItem) {
  return {
    name: item.name,
    guid: item.guid,
    multiLocationId: item.multiLocationId,
    description: '',
    price: item.strategy === 'BASE_PRICE' ? toMajor(item.price) : null,
    pricingStrategy: item.strategy,
    pricingRules:
      item.strategy === 'SIZE_PRICE'
        ? {
            timeSpecificPricingRules: [],
            sizeSpecificPricingGuid: item.modifierGroups[0]?.guid ?? null,
            sizeSequencePricingRules: [],
          }
        : null,
    isDeferred: false,
    isDiscountable: true,
    taxInfo: [TAX_RATE.guid],
    taxInclusion: 'TAX_INCLUDED',
    unitOfMeasure: 'NONE',
    portions: item.portions.map(({ name, guid: id, modifierGroups }) => ({
      name,
      guid: id,
      modifierGroupReferences: referencesTo(modifierGroups),
    })),
    modifierGroupReferences: referencesTo(item.modifierGroups),
  };
}

function referencesTo(groups: ToastModifierGroup[]): number[] {
  return groups.map((group) => group.referenceId);
}

function modifierGroup(group: ToastModifierGroup) {
  return {
    name: group.name,
    guid: group.guid,
    referenceId: group.referenceId,
    pricingStrategy: 'NONE',
    pricingRules: null,
    defaultOptionsChargePrice: 'YES',
    defaultOptionsSubstitutionPricing: 'NO',
    minSelections: group.min,
    maxSelections: group.max,
    requiredMode: group.min > 0 ? 'REQUIRED' : 'OPTIONAL',
    isMultiSelect: group.max > 1,
    preModifierGroupReference: group.preModifiers ? PRE_MODIFIER_GROUP.referenceId : null,
    modifierOptionReferences: group.options.map((option) => option.referenceId),
  };
}

function modifierOption(option: ToastOption) {
  return {
    referenceId: option.referenceId,
    name: option.name,
    guid: option.guid,
    price: toMajor(option.price),
    pricingStrategy: 'BASE_PRICE',
    pricingRules: null,
    unitOfMeasure: 'NONE',
    isDefault: option.isDefault,
    allowsDuplicates: true,
    modifierGroupReferences: [],
  };
}

function preModifierGroup() {
  return {
    name: PRE_MODIFIER_GROUP.name,
    guid: PRE_MODIFIER_GROUP.guid,
    preModifiers: PRE_MODIFIERS.map(({ guid: id, name, fixedPrice, factor, displayMode }) => ({
      name,
      guid: id,
      fixedPrice: fixedPrice === null ? null : toMajor(fixedPrice),
      multiplicationFactor: factor,
      displayMode,
    })),
  };
}
