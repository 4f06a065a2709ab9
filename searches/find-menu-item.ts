import type { Bundle, PlainInputField, ZObject } from 'zapier-platform-core';
import { InputProblems } from '../src/order/problems';
import { explain } from '../src/zapier/explain';
import { readText } from '../src/zapier/input-text';
import { type MenuItemOutput, menuItemOutputFields, toMenuItemOutput } from '../src/zapier/menu-item-output';
import { fieldOf } from '../src/zapier/order-fields';
import samples from '../src/zapier/samples.json';
import { shopField } from '../src/zapier/shop-field';

const words: PlainInputField = {
  key: 'words',
  label: 'Words for It',
  type: 'string',
  required: true,
  helpText: 'As a guest says it, size included: large pepperoni.',
};

export const findMenuItem = {
  key: 'find_menu_item' as const,
  noun: 'Menu Item',
  display: {
    label: 'Find Menu Item',
    description: 'Finds a dish and its size on the menu of the connection by the words that a guest uses.',
  },
  operation: {
    inputFields: [
      words,
      fieldOf('aliases'),
      shopField('Order API only: whose menu. Empty where the restaurant has one shop.'),
    ],
    outputFields: menuItemOutputFields,
    sample: samples.menu_item,
    perform: performFindMenuItem,
  },
};

/** One dish, or none. Words for several dishes give one answer without an id, never the likeliest dish. */
export async function performFindMenuItem(
  z: ZObject,
  bundle: Bundle<Record<string, unknown>>,
): Promise<MenuItemOutput[]> {
  return explain({ errors: z.errors, authData: bundle.authData }, async () => {
    const said = readText(bundle.inputData.words);
    if (said === undefined) throw new InputProblems([{ path: '', message: 'Fill in Words for It.' }]);
    const { openMenuReader } =
      require('../src/zapier/menu-reader') as typeof import('../src/zapier/menu-reader');
    const { menu, match } = await openMenuReader({ z, bundle }).find(said);
    return match.status === 'none' ? [] : [toMenuItemOutput(menu, match)];
  });
}
