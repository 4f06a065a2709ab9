import type { Menu, MenuItem, MenuOption, MenuVariation, OptionGroup } from '../../src/menu/schema';

/** Short ways to write a menu: only what a test is about is said. */
export const size = (id: string, name: string, fields: Partial<MenuVariation> = {}): MenuVariation => ({
  id,
  name,
  aliases: [],
  price: 1000,
  default: false,
  available: true,
  pos: { square: `V-${id}` },
  ...fields,
});
export const dish = (id: string, name: string, fields: Partial<MenuItem> = {}): MenuItem => ({
  id,
  name,
  aliases: [],
  category: null,
  price: 1000,
  available: true,
  until: null,
  hours: null,
  variations: [],
  option_groups: [],
  pos: { square: `I-${id}` },
  ...fields,
});
export const choice = (id: string, name: string, fields: Partial<MenuOption> = {}): MenuOption => ({
  id,
  name,
  aliases: [],
  price: 100,
  default: false,
  available: true,
  pos: { square: `O-${id}` },
  ...fields,
});
export const group = (id: string, options: MenuOption[], fields: Partial<OptionGroup> = {}): OptionGroup => ({
  id,
  name: id,
  aliases: [],
  min: 0,
  max: null,
  actions: ['add', 'remove', 'extra', 'light', 'side', 'substitute'],
  portions: false,
  options,
  ...fields,
});
export const menuOf = (items: MenuItem[], option_groups: OptionGroup[] = []): Menu => ({
  currency: 'USD',
  items,
  option_groups,
});
