import type { Setting } from './vendor';

/** What a connection does with words that are not surely on the menu, whatever the vendor. */
export const policies: Setting[] = [
  {
    key: 'unsure_items',
    label: 'If We Are Not Sure What Was Meant',
    help: 'When the words can mean two dishes, or a size is missing.',
    choices: [
      { value: 'hold', label: 'Do Not Send, Ask' },
      { value: 'open_item', label: 'Send It Anyway, Marked CHECK' },
    ],
    default: 'hold',
  },
  {
    key: 'unknown_items',
    label: 'If an Item Is Not on the Menu',
    help: 'Sent anyway, staff read the words that were said. Never applies to allergies. Toast needs a fallback item for it.',
    choices: [
      { value: 'open_item', label: 'Send It Anyway, Marked CHECK' },
      { value: 'hold', label: 'Do Not Send' },
    ],
    default: 'open_item',
  },
];
