import { toE164 } from '../../order/phone';
import type { Shop } from '../../order/shop';
import type { ReceptionistCall } from '../../store/receptionist/records';

type Numbered = Pick<Shop, 'id' | 'name' | 'phone' | 'twilio_numbers' | 'country'>;
/** Whose order a call is; else why nobody can say, and what to do about it. */
export type Route<S> = { shop: S; why?: undefined } | { shop: null; why: string };

const SET_IT = 'Write the number into twilio_numbers of the shop it belongs to (PATCH /v1/locations/{id}).';

/** The shop whose number was called. Never a guess: where two could be meant, or none, a person decides. */
export function routeCall<S extends Numbered>(
  { business, businesses }: ReceptionistCall,
  shops: S[],
): Route<S> {
  const called = business?.phone ?? null;
  const [only, ...others] = shops;
  const isOnlyOne = only !== undefined && others.length === 0 && businesses <= 1;
  if (called === null) {
    if (isOnlyOne) return { shop: only };
    return { shop: null, why: `The receptionist's file does not say which number was called. ${SET_IT}` };
  }
  for (const numbersOf of [({ twilio_numbers }: S) => twilio_numbers, ({ phone }: S) => [phone]]) {
    const found = shops.filter((shop) =>
      numbersOf(shop).some((number) => isSame(number, called, shop.country)),
    );
    const [first, second] = found;
    if (first && !second) return { shop: first };
    if (second) {
      const names = found.map(({ id, name }) => `${name} (${id})`).join(' and ');
      return { shop: null, why: `${called} is a number of ${names}. Leave it with one of them.` };
    }
  }
  // One shop that was told no number cannot be mistaken for another.
  if (isOnlyOne && only.twilio_numbers.length === 0 && only.phone === null) return { shop: only };
  return { shop: null, why: `${called} is the number of no shop here. ${SET_IT}` };
}

function isSame(number: string | null, called: string, country: string): boolean {
  if (number === null) return false;
  const e164 = toE164(number, country);
  return e164 !== null && e164 === toE164(called, country);
}
