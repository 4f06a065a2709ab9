import { SEED_RESTAURANT } from '../seed-menu';
import type { Parameters } from './signature';

const BOSTON = '+1617';
const UNKNOWN = { city: '', region: '', postalCode: '' };

/** Where a number is registered, as far as Twilio knows; of the sandbox's only Boston is known. */
export function placeOf(whose: string, number: string): Parameters {
  const { city, region, postalCode } = number.startsWith(BOSTON) ? SEED_RESTAURANT.address : UNKNOWN;
  return {
    [`${whose}City`]: city.toUpperCase(),
    [`${whose}State`]: region,
    [`${whose}Zip`]: postalCode,
    [`${whose}Country`]: SEED_RESTAURANT.country,
  };
}
