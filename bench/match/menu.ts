import { type Menu, parseMenu } from '../../src/menu/schema';

const SHOP = { currency: 'USD', country: 'US', timezone: 'America/New_York' };
const list = (text: string) => text.split(',').map((word) => word.trim());

const STYLES = list(
  'Smoky, Garden, Spicy, Golden, Classic, Roasted, Crispy, Tuscan, Cajun, Bombay, Sicilian, Harvest, Coastal, Texas, Korean, Moroccan, Baja, Alpine, Nashville, Provence, Szechuan, Havana, Bavarian, Aegean, Kyoto',
);
const FOODS = list('Chicken, Beef, Salmon, Lentil, Mushroom, Shrimp, Turkey, Halloumi');
const DISHES = list('Burger, Burrito, Salad, Noodles, Flatbread');
const OPTIONS: Record<string, string[]> = {
  Burger: list('Bacon, Pickles, Cheddar, Lettuce, Tomato, Red Onion, Avocado, Fried Egg, Mustard, Mayo'),
  Burrito: list('Black Beans, Pinto Beans, Brown Rice, Guacamole, Sour Cream, Corn Salsa, Cheese, Cilantro'),
  Salad: list('Croutons, Feta, Olives, Cucumber, Radish, Walnuts, Ranch Dressing, Balsamic'),
  Noodles: list('Tofu, Scallions, Sesame, Bok Choy, Chili Oil, Peanuts, Lime, Bean Sprouts'),
  Flatbread: list('Basil, Mozzarella, Garlic, Artichokes, Anchovies, Arugula, Pesto, Hot Honey'),
};
const SIZES = ['Small', 'Large'];

export const optionsOf = (dish: string): string[] => OPTIONS[dish] ?? [];

/** A thousand dishes, every style of every food as every dish, in two sizes and with options: always the same. */
export function thousandDishes(): Menu {
  const names = DISHES.flatMap((dish) =>
    FOODS.flatMap((food) => STYLES.map((style) => ({ dish, name: `${style} ${food} ${dish}` }))),
  );
  return parseMenu(
    {
      items: names.map(({ dish, name }, at) => ({
        id: `dish-${at}`,
        name,
        category: dish,
        variations: SIZES.map((size) => ({
          id: `dish-${at}-${size}`,
          name: size,
          price: 1000,
          default: size === 'Small',
        })),
        option_groups: [dish],
      })),
      option_groups: DISHES.map((dish) => ({
        id: dish,
        name: `${dish} Extras`,
        options: optionsOf(dish).map((name) => ({ id: `${dish} ${name}`, name, price: 100 })),
      })),
    },
    SHOP,
  );
}
