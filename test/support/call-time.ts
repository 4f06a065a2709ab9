import type { OpeningHours } from '../../src/order/shop';

/** A menu on which something is to be asked: a size, a crust, a dish of two names, one that is sold out. */
export const callMenu = {
  currency: 'USD',
  items: [
    {
      id: 'pizza',
      name: 'Pepperoni Pizza',
      category: 'Pizza',
      variations: [
        { id: 'pizza-s', name: 'Small', price: 1200 },
        { id: 'pizza-l', name: 'Large', price: 1600 },
      ],
      option_groups: ['crust', 'toppings'],
    },
    { id: 'coke', name: 'Coke', aliases: ['cola'], category: 'Drinks', price: 250 },
    { id: 'zero', name: 'Coke Zero', aliases: ['cola'], category: 'Drinks', price: 250 },
    { id: 'root', name: 'Root Beer', category: 'Drinks', price: 300, available: false },
    { id: 'soup', name: 'Soup of the Day', price: null },
  ],
  option_groups: [
    {
      id: 'crust',
      name: 'Choose your Crust',
      min: 1,
      max: 1,
      options: [
        { id: 'thin', name: 'Thin', price: 0 },
        { id: 'pan', name: 'Pan', price: 200 },
        { id: 'stuffed', name: 'Stuffed', price: 300, available: false },
      ],
    },
    {
      id: 'toppings',
      name: 'Toppings',
      max: 2,
      options: [
        { id: 'ham', name: 'Ham', price: 150 },
        { id: 'olives', name: 'Olives', price: 100 },
        { id: 'egg', name: 'Egg', price: 100 },
      ],
    },
  ],
};

/** A large pizza that leaves nothing open: 1600, and 200 for the crust. */
export const largePizza = { name: 'large pepperoni pizza', quantity: '1', options_text: 'pan' };

/** Every day the same hours, without a service of their own. */
export const daily = (open: string, close: string, last_order: string | null = null): OpeningHours[] =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, service: 'pickup', open, close, last_order }));
