import { phrases } from './pack';

/** General words for food with the words they may follow without adding to them: "jalapeno peppers" are jalapenos. */
export const KINDS: Record<string, string[]> = {
  cheese:
    phrases(`cheddar, provolone, swiss, american, mozzarella, parmesan, feta, ricotta, pepperjack, pepper jack, jack, monterey, goat, blue, gouda, brie, colby,
    pecorino, gorgonzola, asiago, cotija, halloumi, manchego, romano, cream, cottage, gruyere, havarti, muenster`),
  pepper: phrases(
    `jalapeno, jalapenos, banana, bell, green, red, yellow, hot, serrano, habanero, poblano, chili, chile, cayenne, sweet`,
  ),
  onion: phrases(`red, white, green, yellow, spring`),
  sauce:
    phrases(`marinara, bbq, barbecue, buffalo, ranch, alfredo, pesto, tomato, caesar, chipotle, southwest, teriyaki, mayo, mayonnaise, mustard, sweet onion, hot, soy, tartar, cocktail,
    sriracha, hollandaise, salsa, garlic, sour cream, aioli, vinaigrette, tzatziki, tahini, ketchup, curry, enchilada, mole`),
  dressing: phrases(
    `ranch, caesar, italian, thousand island, blue cheese, vinaigrette, balsamic, honey mustard, french, russian`,
  ),
  chip: phrases(`tortilla, potato, lays, doritos, sunchips, kettle, corn`),
  bean: phrases(`black, pinto, refried, kidney, green, red, brown`),
  olive: phrases(`black, green, kalamata`),
  soda: phrases(`coke, pepsi, sprite, cola, fanta, cream, root beer, orange, lemon, club`),
  bread: phrases(
    `wheat, white, italian, garlic, rye, sourdough, multigrain, flatbread, naan, pita, ciabatta, brioche`,
  ),
  dough: phrases(`thin, thick, hand tossed`),
  veggi: phrases(`fajita, grilled, cooked, roasted`),
};

/** Foods with more than one name; each may stand for the others of its line. */
const SAME = [
  'mayo, mayonnaise',
  'guac, guacamole',
  'bbq, barbecue, barbeque',
  'ketchup, catsup',
  'shrimp, prawn',
  'cilantro, coriander',
  'arugula, rocket',
  'garbanzo, chickpea',
  'veggie, vegetable, veg',
  'parm, parmesan',
  'mozz, mozzarella, mozarella',
  'mushroom, shroom, mush',
  'sausage, saus',
  'jalapeno, jalap',
  'margherita, marg',
  'lettuce, lett',
  'tomato, tom',
  'quesadilla, ques',
  'pickle, gherkin',
  'eggplant, aubergine',
  'zucchini, courgette',
  'scallion, green onion',
  'fries, french fries',
  'burger, hamburger',
  'coke, coca cola',
  'soda, pop, soft drink',
  'appetizer, starter',
  'iced, ice',
  'large, lg, lrg',
  'extra large, xl',
  'medium, med, md',
  'small, sm, sml',
  'footlong, 12 inch',
  'piece, pc, pcs, pce, count, ct',
  'cheese, chz',
  'chicken, chkn, chix',
  'pepperoni, pep',
  'sandwich, sando, sammich',
];

export const SYNONYMS = SAME.map(phrases).flatMap((names) =>
  names.flatMap((said) =>
    names.filter((one) => one !== said).map((meant): [string, string] => [said, meant]),
  ),
);
