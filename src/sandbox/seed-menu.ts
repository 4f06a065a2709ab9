/** What the sandbox restaurant, Mario's Downtown in Boston, sells. Each simulator dresses this list in its vendor's own shapes and ids. Prices are US cents. */
export type SeedOption = { name: string; price: number; default?: boolean };
export type SeedGroup = { id: string; name: string; min: number; max: number; options: SeedOption[] };
export type SeedVariation = { name: string; price: number };
export type SeedItem = {
  id: string;
  name: string;
  category: string;
  /** Price of the only variation; items with sizes have `variations` instead. */
  price?: number;
  variations?: SeedVariation[];
  groups: string[];
  soldOut?: boolean;
};

export const SEED_RESTAURANT = {
  name: "Mario's Downtown",
  currency: 'USD',
  country: 'US',
  timezone: 'America/New_York',
  phone: '+16175550100',
  address: { line1: '1 Market Street', city: 'Boston', region: 'MA', postalCode: '02109' },
} as const;

export const SEED_GROUPS: SeedGroup[] = [
  {
    id: 'toppings',
    name: 'Toppings',
    min: 0,
    max: 10,
    options: [
      { name: 'Onions', price: 150 },
      { name: 'Mushrooms', price: 150 },
      { name: 'Green Peppers', price: 150 },
      { name: 'Jalapeños', price: 150 },
      { name: 'Extra Cheese', price: 200 },
    ],
  },
  {
    id: 'crust',
    name: 'Crust',
    min: 1,
    max: 1,
    options: [
      { name: 'Thin', price: 0 },
      { name: 'Pan', price: 0 },
      { name: 'Stuffed', price: 250 },
    ],
  },
  {
    id: 'burger_extras',
    name: 'Burger Extras',
    min: 0,
    max: 5,
    options: [
      { name: 'Onions', price: 0, default: true },
      { name: 'Pickles', price: 0, default: true },
      { name: 'Bacon', price: 200 },
      { name: 'Cheddar', price: 100 },
    ],
  },
  {
    id: 'dressing',
    name: 'Dressing',
    min: 0,
    max: 2,
    options: [
      { name: 'Caesar', price: 0 },
      { name: 'Ranch', price: 75 },
    ],
  },
];

export const SEED_ITEMS: SeedItem[] = [
  {
    id: 'pepperoni',
    name: 'Pepperoni Pizza',
    category: 'Pizza',
    variations: [
      { name: 'Small', price: 1199 },
      { name: 'Large', price: 1599 },
    ],
    groups: ['toppings'],
  },
  {
    id: 'supreme',
    name: 'Supreme Pizza',
    category: 'Pizza',
    variations: [
      { name: 'Small', price: 1399 },
      { name: 'Large', price: 1899 },
    ],
    groups: ['toppings'],
  },
  { id: 'large_pizza', name: 'Large Pizza', category: 'Pizza', price: 1299, groups: ['crust', 'toppings'] },
  { id: 'calzone', name: 'Pepperoni Calzone', category: 'Pizza', price: 1149, groups: [] },
  { id: 'cheeseburger', name: 'Cheeseburger', category: 'Grill', price: 1095, groups: ['burger_extras'] },
  { id: 'caesar', name: 'Caesar Salad', category: 'Salads', price: 895, groups: ['dressing'] },
  { id: 'knots', name: 'Garlic Knots', category: 'Sides', price: 650, groups: [] },
  { id: 'coke', name: 'Coke', category: 'Drinks', price: 299, groups: [] },
  { id: 'coke_zero', name: 'Coke Zero', category: 'Drinks', price: 299, groups: [] },
  { id: 'tiramisu', name: 'Tiramisu', category: 'Desserts', price: 750, groups: [], soldOut: true },
];
