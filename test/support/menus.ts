/** A small menu in the shape of `PUT /v1/menu`: one dish with two sizes and a group of toppings. */
export const seedMenu = {
  currency: 'USD',
  items: [
    {
      id: 'pepperoni',
      name: 'Pepperoni Pizza',
      aliases: ['pepperoni pie'],
      category: 'Pizza',
      price: 1200,
      variations: [
        { id: 'pepperoni-l', name: 'Large', aliases: ['14 inch'], price: 1600, pos: { square: 'VAR1' } },
      ],
      option_groups: ['toppings'],
      pos: { toast: 'G1/I1', clover: 'ITEM1' },
    },
    { id: 'coke', name: 'Coke', price: 250 },
  ],
  option_groups: [
    {
      id: 'toppings',
      name: 'Toppings',
      min: 0,
      max: 10,
      portions: true,
      options: [{ id: 'onion', name: 'Onions', price: 150, pos: { square: 'MOD1' } }],
    },
  ],
};
