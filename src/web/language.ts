export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language by its own name, as a reader of it looks for it. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', es: 'Español' };
/** How times and money are written. */
export const LOCALES: Record<Language, string> = { en: 'en-US', es: 'es-US' };

const languageOf = (tag: string | null | undefined): Language | undefined =>
  LANGUAGES.find((one) => one === tag?.trim().toLowerCase().split(/[-_]/)[0]);

type Wishes = {
  /** What was chosen on a page. */
  chosen?: string | null;
  /** The shop's; English stands there where nobody has said anything. */
  shop?: string | null;
  /** `Accept-Language` of the browser. */
  browser?: string | null;
};

/** The language of a page: as chosen, else the shop's, else the browser's. */
export function languageFor({ chosen, shop, browser }: Wishes): Language {
  const ofShop = languageOf(shop);
  const ofBrowser = (browser ?? '').split(',').map((part) => languageOf(part.split(';')[0]));
  const spoken = ofBrowser.find((one) => one !== undefined);
  return languageOf(chosen) ?? (ofShop === 'en' ? undefined : ofShop) ?? spoken ?? 'en';
}
