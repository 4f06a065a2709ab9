import { ENGLISH_CLOCK } from './english-clock';
import { EVERYDAY } from './english-everyday';
import { KINDS, SYNONYMS } from './english-food';
import { ENGLISH_STREET } from './english-street';
import { type LanguagePack, pairs, phrases } from './pack';

const REFUSALS = pairs(
  "do not, don't, dont, does not, doesn't, will not, won't, would not, wouldn't, cannot, can't, never, not, no need to",
  'want, need, add, put, include, like, love, have, use, give me, get, care for, bother with, enjoy, eat, go with',
);

/** English, as people order in it. */
export const english: LanguagePack = {
  id: 'en',
  numbers: {
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    'a couple': 2,
    'a couple of': 2,
    couple: 2,
    'couple of': 2,
    'a pair of': 2,
    another: 1,
    twice: 2,
    'two times': 2,
    'three times': 3,
    'double order of': 2,
    'a double order of': 2,
    'four times': 4,
    'one more': 1,
    'a single': 1,
    'two more': 2,
    'half a dozen': 6,
    'half dozen': 6,
    'a half dozen': 6,
  },
  words: {
    add: phrases(
      'add, adding, plus, put, putting, put on, throw in, throw on, include, with added, added, a normal amount of',
    ),
    remove: [
      ...phrases(`no, non, zero, not, without, without any, w/o, hold, hold the, hold back, hold back on, hold off, hold off on, hold on the, hold on,
        skip, skip on, avoid, avoid adding, avoid putting, omit, minus, leave off, leave out, except, except for, excluding, exclude,
        remove, take off, take out, take away, lose the, ditch the, ditch, cut out the, free of, i hate, hate, i dislike, dislike, despise, can't stand,
        sans, not a fan of, not in the mood for, i'm not in the mood for, my least favorite topping is, least favorite, definitely no, absolutely no,
        but no, with no, have no, has no, none of the, never any, without adding, without putting, without having, keep off, refrain from, stay away from,
        nothing with, stop with, pass on, pass on the, do without, instead of having, rather not have, not any, neither, neither with, neither one with, none with, no more`),
      ...REFUSALS,
    ],
    extra:
      phrases(`extra, xtra, double, triple, lots of, a lot of, lot of, a whole lot of, whole lot of, plenty of, a bunch of, a whole bunch of, tons of, a ton of, loads of,
      go heavy on, heavy on, heavy, more, additional, a generous amount of, generous amount of, generous, an extra, a double, much, many, large amount of, load up on,
      load it up with, loaded with, smothered in, smothered with, covered in, twice the amount of, twice as much, extra portion of, extra helping of, tons, an abundance of, too much`),
    light:
      phrases(`light, lite, go light on, light on, go easy on, easy on, easy, little, a little, just a little, only a little, just a bit, just a bit of, only a bit, a bit, a bit of,
      not a lot, not a lot of, not much, not many, not too much, not too many, not very much, a little bit, a little bit of, little bit of, just a little bit of, just a tiny bit of, a tiny bit of, tiny bit of,
      a drizzle, a drizzle of, just a drizzle, just a drizzle of, only a drizzle, only a drizzle of, no more than a drizzle, no more than a drizzle of, drizzle of, a dash of, dash of, a hint of,
      a touch of, touch of, a sprinkle of, sprinkle of, a small amount of, small amount of, less, a few, few, fewer, a pinch of, a splash of, a dab of, a thin layer of, just a few, hardly any, barely any, half the amount of`),
    side: phrases(
      `side, side of, sides of, a side of, side order of, side orders of, a side order of, with a side of, for a side of`,
    ),
    aside: phrases(
      `on the side, on side, on the sides, as a side, for a side, on a side, in a separate container, in a cup on the side, separately`,
    ),
    serving:
      phrases(`order of, single order of, a single order of, orders of, an order of, a cup of, cup of, to go cup of, cups of, a bowl of, basket of, a basket of,
      bottle of, bottles of, can of, cans of, glass of, glasses of, a portion of, portion of, bag of, bags of, a bag of, a piece of, piece of, pieces of, slice of, slices of, plate of, for the side, side orders, for my side, for sides`),
    substitute: phrases(
      `sub, subbing, substitute, substituting, swap, swapping, swap out, switch, switch out, replace, replacing, exchange, trade, change, change the, changing`,
    ),
    left: phrases(`on the left half, left half, the left half, on the left, on the left side, left side`),
    right: phrases(
      `on the right half, right half, the right half, on the right, on the right side, right side`,
    ),
    half: phrases(
      `half, on half, on one half, one half, one half with, just half, on just half, on only half, on just half of it, on only half of it, over half, over half of it, on half of it, half of it, half and half, the first half, first half, one side, on one side, half with`,
    ),
    other_half: phrases(
      `other half, the other half, on the other half, the other half with, second half, the second half, other side, on the other side, the other side`,
    ),
    whole: phrases(
      `on the whole thing, on the whole pizza, on the whole, over the whole thing, the whole thing, all over, all over it, on all of it, on both halves, on both sides, everywhere, on the entire thing`,
    ),
    one_of: phrases(`on one, on one of them, on just one, on only one, on one of those`),
    other: phrases(
      `other, the other, the other one, the other with, other ones, others, the rest, rest, the rest of them, the remaining, on the other, on the other one, on the others, on the rest`,
    ),
    with: phrases(`with, w, and with, but with, and that has, also with, has, having, have, along with, topped with, topped off with, that has, which has, that have, containing, contains, including, comes with, that comes with, together with, filled with, dressed with,
      made with, that includes, w, featuring, paired with, with both, using, consisting of, stuffed with, both with, all with, each with, in it, combined with`),
    and: phrases(
      `and, and also, also, then, and then, as well as, n, and some, along side, alongside, plus also, followed by, next`,
    ),
    or: phrases(`or, nor, or else`),
    want: phrases(`i would like, i'd like, id like, i want, i'd want, i wanted, i will have, i'll have, ill have, i will take, i'll take, ill take, give me, can i get, can i have, could i get, could i have, may i have, may i get, get me,
      let me get, let me have, i need, i'd love, i would love, i'll get, i will get, i'll do, i'll order, i will order, i'm looking for, we would like, we'd like, we want, we need, make it with, but with, but add, but i want, but i'd like, please add, do, i prefer, i like, i would also like, i'd also like, i also want, i'll also have, i'll also take, i will also have, go for, i'll go with, let's do, let's get, lets do`),
    instead: phrases(`instead, instead of, in place of, in lieu of, rather than`),
    for: phrases(`for, to, on, in, into`),
    back: phrases(
      `on it, on top, on that, in it, in there, on there, to it, with it, with that, on this, on them, in them, to that, on each, on top of it, on top of that, to them, for it, of it, on the top, at top, in that, thereon, inside, inside it`,
    ),
    fix: phrases(
      `no wait, i mean, i meant, i meant to say, i mean to say, sorry, correction, or rather, sorry i meant, sorry i mean, no i mean, no i meant, oops, my mistake, my bad, better yet, no sorry, nope, nah, no no, no no no, no hang on, wait sorry, sorry wait, or actually, or wait, i misspoke, excuse me`,
    ),
    make: phrases(
      `make that, make it, make them, make those, make the, make my, make this, actually make that, actually make it, actually make the, let's make that, let's make it, let's make the, no make that, no make it, wait make that, wait make it, sorry make that, sorry make it, change that to, change it to, change them to, change those to, switch that to, switch it to, scratch that make it, actually no make that, can you make that, can you make it, can we make that, can we make it, can i make that, can i make it, could you make that, could you make it, can you make the, could you make the, turn that into, turn it into, turn the, upgrade that to, upgrade it to, upgrade the, bump that up to, bump it up to, bump that to, bump it to`,
    ),
    waver: phrases(
      `actually, wait, on second thought, on second thoughts, oh wait, hang on, you know what, come to think of it, i changed my mind, changed my mind, let me change that, hold up, um wait, scratch that i want`,
    ),
    drop: phrases(
      `cancel, cancel the, cancel that, scratch that, scratch the, scratch, scratch my, delete, delete the, delete that, drop, drop the, drop that, lose that, lose, get rid of, get rid of the, take off the order, forget it, forget the, forget about the, forget that, never mind, nevermind, never mind the, strike that, don't want that anymore`,
    ),
    of_them: phrases(`of them, of those, of these, of it, of that`),
    each: phrases(
      `each, both, all of them, each of them, both of them, apiece, every one, on both, on either, on each one, on all of them, on both of them, for both, for each`,
    ),
    dozen: phrases(`dozen, dozens, dozen of`),
    times: phrases(`times, x, twice, two times, three times, four times`),
    meal: phrases(`meal, combo, combo meal, meal deal`),
    off: phrases(`free, off, left off, left out, taken off, removed, held, on hold`),
    talk: phrases(
      `i was going to, i was gonna, i was about to, would normally, normally, normally get, usually, usually get, i usually get, i normally get, i thought about, thinking about, i was thinking about, last time, last time i got, last time we had`,
    ),
    vague: phrases(
      `double that, double it, twice that, if not, if so, otherwise, unless, if it comes, the same, same, same thing, same again, same order, the same thing, same as, start over, let me start over, start again, the usual, usual, my usual, whatever, surprise me, as usual, as always, like last time, same as last time, my regular order, everything, the lot, everything else`,
    ),
    article: phrases(`a, an`),
    size: phrases(
      `small, medium, large, extra large, regular, big, jumbo, mini, tall, short, personal, family size, king size, individual`,
    ),
    decline: phrases(
      `no sides, no side, no drink, no drinks, no thanks, no thank you, nothing else, no nothing else, no dessert, no that's it, no that's all, that's all, that's it, that'll be it, that will be it, that'll be everything, that's everything, that will be all, that'll be all, that'll do it, that is it, that is all, nothing to drink, no more, no rush, no problem, no substitutions, no worries, none, no changes, nothing on the side, no i'm good`,
    ),
    allergy: phrases(
      `allergic, allergy, allergies, i am allergic to, i'm allergic to, allergic to, severe allergy to, allergy to, intolerant, intolerance, anaphylactic`,
    ),
    pickup: phrases(
      `pickup, pick up, picking up, pick it up, pick them up, for pickup, takeout, take out, take away, takeaway, to go, carryout, carry out, for collection, collect it, come by, i'll come by, come in for, come get, swing by, as a pickup, i'll pick it up, come get it, to take out, order to go, as takeout`,
    ),
    delivery: phrases(
      `delivery, delivered, deliver, for delivery, deliver it, deliver to, delivered to, deliver it to, deliver this to, delivery to, bring it to, send it to, have it delivered, dropped off, drop it off`,
    ),
    dine_in: phrases(
      `dine in, dining in, eating there, eat there, eat in, eating in, for here, eat here, to eat here, eat it here`,
    ),
    curbside: phrases(
      `curbside, curb side, to my car, curbside pickup, bring it to my car, bring it out to my car`,
    ),
    name: phrases(
      `my name is, name is, the name is, under the name, under, name's, this is, my phone number is, phone number is, my number is, call me at, my phone is, number is, my address is, address is, the address is`,
    ),
    all: phrases(`all the, all of the, every, all of your, all your, any and all, all`),
    note: phrases(
      `plain, dry, as is, no toppings, nothing on it, nothing else on it, with nothing on it, well done, cut, cut in, sliced, toast it, toasted, crispy, heated up, warmed up, lightly toasted, straw, straws, napkin, napkins, utensils, cutlery, plastic cutlery, bag, bags, ice, lid, plates, forks, knives`,
    ),
    filler:
      phrases(`in all, in total, altogether, all together, over, separate, single, thx, ty, pls, plz, appreciate, i appreciate it, i appreciate that, start, rush, the, of, some, any, it, is, are, be, to, please, um, uh, er, ah, oh, hmm, okay, ok, so, well, just, only, hi, hello, hey, yes, yeah, yep, sure, thanks, thank you, thank you so much, thanks a lot, good morning, good evening, good afternoon, how are you, like,
      would like, want, wanted, need, order, ordering, place, place an order, to order, get, have, having, i, i'd, i'll, i'm, i am, me, my, you, your, we, us, our, can, could, may, would, will, may i, can i, could i, can we, could we, may we, would i, can you, could you, would you, let, let me, let us, let's, go, go with, going, going to, gonna, wanna, for me, for us, for my, to try, try, trying, feel like,
      feel like trying, i feel like, to get, to have, to be, to add, looking, look, looking for, in the mood for, i'm in the mood for, i am, am, was, that, this, these, those, there, here, them, they, their, too, as well, also, but, other than that, if, possible, if possible, maybe, perhaps, think, i think, guess, i guess, believe, today, size, sized, sizes, in size, size of, that is, that's, which is, which are, who, what, which, where, when, how, with, at, by, from, as, on top of, top, on top, put on, make, making, made, do, does, doing, did, want to, would, up, out, all, really, very, much, kind, kind of, type, type of, style, topping, toppings, for toppings, for the toppings, for topping, as toppings, as topping, topped,
      side, sides, drink, drinks, to drink, for the drink, for drink, for drinks, for a drink, for my drink, as a drink, beverage, order for, an order of, an order for, in an order for, put in an order, put in an order for, a favor, do me a favor, favor, all set, i'm all set, ready, beautiful, great, awesome, perfect, cool, fine, good, nice, wonderful, lovely, delicious, tasty, yummy, fresh, now, right now, one more thing, another thing, first, second, third, finally, lastly, next, last, first of all, start with, start off with, i'd start with, to start, for starters, meal, lunch, dinner, breakfast, food, supper, tonight's, kids, family, wife, husband, son, daughter, friend, mom, dad, hungry, starving, need to, love, prefer, wish, wish to, hope, hoping, desire, crave, craving, take, bring, send, receive, purchase, buy, pay, grab, set, include, gimme, gimmie, lemme, include with, on, in, into, for, and, or, about, sir, ma'am, ma am, man, dude, guys, guy, folks, everyone, person, people, thing, things, something, anything, stuff, else, combination of, mix of, mixed, both, that's right, right, correct, exactly, normal, regular style, standard, kindly, definitely, absolutely, certainly, basically, preferably, possibly, totally, with that, to go with it, to go with that, go along, with it, on the, of the, in the, to the, for the, from the, number, phone, address, name, special, instructions, request, it's, its, i've, i have, am wanting, wanting, had, been, has, were, shall, should, might, must, because, since, while, though, again, still, even, ever, always, usually, make sure, sure to, way, time, day, don't forget, remember, let you know, know, tell, say, said, talk, speak, question, quick, quickly, fast, soon, asap please, a minute, moment, second please, bit, dressed, served, serve, come, comes, coming, came, does it, extra please, veggie toppings, for veggies, for the veggies, for cheese, for sauce, for the sauce, for the cheese, for meat, for the meat, for salsa, for the salsa`),
  },
  kinds: KINDS,
  food: SYNONYMS,
  generalFirst: false,
  apart: {
    leave: ['off', 'out'],
    take: ['off', 'out', 'away'],
    keep: ['off', 'out'],
    cut: ['out'],
  },
  sounds: { to: 2, too: 2, for: 4, fore: 4, won: 1, ate: 8 },
  everyday: EVERYDAY,
  sizeWords: phrases(`size, sized`),
  clock: ENGLISH_CLOCK,
  street: ENGLISH_STREET,
};
