import { type LanguagePack, phrases } from './pack';

/** Words of addresses, as people say them. */
export const ENGLISH_STREET: LanguagePack['street'] = {
  suffixes: phrases(
    `street, st, avenue, ave, road, rd, lane, ln, drive, dr, boulevard, blvd, way, court, ct, place, pl, square, terrace, highway, hwy, parkway, circle, broadway, row, alley`,
  ),
  prefixes: phrases(`room, suite, apartment, apt, unit, building, office, lot`),
  units: phrases(`apartment, apt, unit, suite, floor, room, number, building, zip, zip code`),
};
