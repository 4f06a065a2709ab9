import { findMenuItem } from './find-menu-item';
import { findOrder } from './find-order';
import { readOrderText } from './read-order-text';

/** Every search by its key. */
export const searches = {
  find_order: findOrder,
  read_order_text: readOrderText,
  find_menu_item: findMenuItem,
};

/** Zapier offers a search and a create as one step where it knows that they belong together. */
export const searchOrCreates = {
  find_order: {
    key: 'find_order',
    display: {
      label: 'Find or Create Order',
      description: 'Finds an order of your Order API, and stores it where there is none.',
    },
    search: 'find_order',
    create: 'create_order',
  },
};
