import { guid } from './guid';

export type PreModifier = {
  guid: string;
  name: string;
  /** Added to the option's price; null where a factor multiplies it instead. */
  fixedPrice: number | null;
  factor: number | null;
  displayMode: 'PREFIX' | 'SUFFIX';
};

function preModifier(name: string, factor: number | null = null): PreModifier {
  return {
    guid: guid('PreModifier', name),
    name,
    fixedPrice: factor === null ? 0 : null,
    factor,
    displayMode: name === 'ON THE SIDE' ? 'SUFFIX' : 'PREFIX',
  };
}

/** What may be said of a modifier; NO costs nothing, the others leave the price as it is. */
export const PRE_MODIFIERS: PreModifier[] = [
  preModifier('NO', 0),
  preModifier('EXTRA'),
  preModifier('LIGHT'),
  preModifier('SUB'),
  preModifier('ON THE SIDE'),
];

export const PRE_MODIFIER_GROUP = {
  guid: guid('PreModifierGroup', 'standard'),
  name: 'Pre-mods',
  referenceId: 1,
};

/** An option's price in cents once its pre-modifier has had its say. */
export function priceWith(preModifier: PreModifier | null, price: number): number {
  if (!preModifier) return price;
  const { factor, fixedPrice } = preModifier;
  return factor === null ? price + (fixedPrice ?? 0) : Math.round(price * factor);
}

/** An option's name as tickets print it: "NO Onions", "Ranch ON THE SIDE". */
export function nameWith(preModifier: PreModifier | null, name: string): string {
  if (!preModifier) return name;
  return preModifier.displayMode === 'PREFIX' ? `${preModifier.name} ${name}` : `${name} ${preModifier.name}`;
}
