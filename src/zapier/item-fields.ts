import type { PlainInputField } from 'zapier-platform-core';

/** `menuItems` is the hidden trigger that lists this POS's menu, where it has one. */
export function itemLines(menuItems: string | undefined): PlainInputField {
  return {
    key: 'items',
    label: 'Items',
    children: [
      {
        key: 'name',
        label: 'Item Name',
        type: 'string',
        helpText: 'As the guest said it, size included. Map every Items field from the same step.',
      },
      { key: 'quantity', label: 'Quantity', type: 'string', helpText: '1 when empty.' },
      {
        key: 'options_text',
        label: 'Options',
        type: 'string',
        helpText: 'Such as `no onions; extra cheese; left half mushrooms; side ranch x2`.',
      },
      {
        key: 'note',
        label: 'Item Note',
        type: 'string',
        helpText: 'For this line only, such as "well done".',
      },
      {
        key: 'unit_price',
        label: 'Unit Price',
        type: 'string',
        helpText: 'For one, as the guest was told: 15.99. Items of the menu keep the price of the POS.',
      },
      ...(menuItems
        ? [
            {
              key: 'menu_item_id',
              label: 'Menu Item',
              type: 'string' as const,
              dynamic: `${menuItems}.id.name`,
              helpText:
                'Usually empty: the name finds the item. Choose one only if every run sends that same item.',
            },
          ]
        : []),
    ],
  };
}
