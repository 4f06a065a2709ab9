import type { OrderOption } from '../order/schema';

/** Menus often name an option with its action ("Extra Cheese", "No Onions"): that name is tried first. */
export const SAID_AS: Record<OrderOption['action'], string[]> = {
  add: ['', 'add'],
  remove: ['no', 'without', 'hold', ''],
  extra: ['extra', 'double', ''],
  light: ['light', 'easy', ''],
  side: ['side', 'side of', ''],
  substitute: ['sub', 'substitute', ''],
};

/** Words that a menu puts before an option's name to say what it does with it. */
export const ACTION_WORDS = Object.values(SAID_AS)
  .flat()
  .filter((word) => word !== '');
