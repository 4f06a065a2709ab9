import type { MenuOption, OptionGroup } from '../../menu/schema';
import { currencyDigits, toMinorUnits } from '../../order/money';
import { parseOption } from '../../order/option-text';
import { ACTIONS } from '../../order/schema';
import { asInteger, asList, asText, type Json } from '../json';
import { instructionPos } from './instruction';

/** A decimal price in minor units; null where it is none of ours (negative, or finer than the currency). */
export function toPrice(value: unknown, currency: string): number | null {
  try {
    const minor = toMinorUnits(asText(value) ?? '', currencyDigits(currency));
    return minor < 0 ? null : minor;
  } catch {
    return null;
  }
}

/** What can be chosen with an item: product modifiers, the dishes of a combo, and production instructions. */
export function groupsOf(entry: Json, currency: string): OptionGroup[] {
  const sku = asText(entry.sku) ?? '';
  const products = asList(entry.menuModifierGroups).map((group) =>
    toGroup(group, { sku, currency, members: 'productModifiers', price: 'productPrice' }),
  );
  const combos = asList(entry.menuDealGroups).map((group) =>
    toGroup(group, { sku, currency, members: 'items', price: 'extraPrice' }),
  );
  return [...products, ...combos, ...asList(entry.productionInstructionList).flatMap(toInstructionGroup)];
}

type GroupAt = { sku: string; currency: string; members: string; price: string };

function toGroup(group: Json, at: GroupAt): OptionGroup {
  const name = asText(group.description) ?? asText(group.sku) ?? at.sku;
  const min = asInteger(group.minimumSelection) ?? 0;
  const max = asInteger(group.maximumSelection) ?? (group.multiSelectionPermitted === false ? 1 : null);
  return {
    id: asText(group.sku) ? `group:${asText(group.sku)}` : `group:${at.sku}:${name}`,
    name,
    aliases: [],
    min: Math.max(min, group.mustSelectAnItem === true ? 1 : 0),
    max: max !== null && max > 0 ? max : null,
    actions: [...ACTIONS],
    portions: false,
    options: asList(group[at.members]).map((option) => toOption(option, at)),
  };
}

function toOption(option: Json, at: GroupAt): MenuOption {
  const sku = asText(option.sku) ?? '';
  return {
    id: sku,
    name: asText(option.productName) ?? sku,
    aliases: [],
    price: toPrice(option[at.price] ?? 0, at.currency),
    default: false,
    available: true,
    pos: { lightspeed: sku },
  };
}

/** Instructions cost nothing; each does what its own wording says. */
function toInstructionGroup(group: Json): OptionGroup[] {
  const id = asText(group.productionIntructionGroupId); // spelt so by Lightspeed
  const options = asList(group.productionInstructionList).flatMap((entry) => {
    const name = asText(entry.instruction);
    const modifier = asText(entry.ikentooModifierId);
    return name && modifier ? [toInstruction(name, modifier)] : [];
  });
  if (!id || options.length === 0) return [];
  return [
    {
      id: `instructions:${id}`,
      name: asText(group.productionInstructionGroupName) ?? 'Instructions',
      aliases: [],
      min: 0,
      max: group.multiSelectionPermitted === false ? 1 : null,
      actions: [...new Set(options.map(({ name }) => parseOption(name).action))],
      portions: false,
      options,
    },
  ];
}

function toInstruction(name: string, modifier: string): MenuOption {
  const pos = { lightspeed: instructionPos(name, modifier) };
  return { id: modifier, name, aliases: [], price: 0, default: false, available: true, pos };
}
