import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

/** A phone number as said or typed to E.164 (`+14155550123`), null where it is not a possible number. The raw text is kept by the order. */
export function toE164(raw: string, country: string): string | null {
  const region: CountryCode | undefined = isSupportedCountry(country) ? country : undefined;
  const number = parsePhoneNumberFromString(raw, region);
  return number?.isPossible() ? number.number : null;
}
