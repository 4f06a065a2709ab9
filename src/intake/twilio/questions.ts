import type { ServiceType } from '../../order/schema';
import type { Shop } from '../../order/shop';
import type { WantedChoice } from '../../order/wanted/read-wanted';
import type { Doubt, Draft } from './draft';
import type { Phrases } from './phrases';

/** What the guest has been asked last. */
export type Asking =
  | { about: 'line'; line: number; doubt: Doubt }
  | { about: 'option'; line: number; option: number; doubt: Doubt }
  | { about: 'required'; line: number; doubt: Doubt }
  | { about: 'instead'; line: number; say: string }
  | { about: 'service' }
  | { about: 'address' }
  | { about: 'postal_code'; say: string }
  | { about: 'area'; say: string }
  | { about: 'time'; say: string; choices: WantedChoice[] }
  | { about: 'more'; heard: Draft };
export type AskingAbout<About extends Asking['about']> = Extract<Asking, { about: About }>;

type Context = { shop: Pick<Shop, 'hours' | 'name'>; hasMenu: boolean; phrases: Phrases };

/** What must be asked next, one thing at a time; null where the order is complete as far as we know. */
export function nextQuestion(draft: Draft, { shop, hasMenu, phrases }: Context): Asking | null {
  for (const [line, { name, menu_item_id, doubt, options }] of draft.items.entries()) {
    if (doubt) return { about: 'line', line, doubt };
    if (hasMenu && menu_item_id === null) return { about: 'instead', line, say: phrases.notOnMenu(name) };
    for (const [option, one] of options.entries()) {
      if (one.doubt) return { about: 'option', line, option, doubt: one.doubt };
    }
  }
  if (serviceOf(draft, shop) === null) return { about: 'service' };
  return draft.service === 'delivery' && draft.address === null ? { about: 'address' } : null;
}

/** The kind of service: as said, else the only one that the shop has hours for. */
export function serviceOf({ service }: Draft, { hours }: Pick<Shop, 'hours'>): ServiceType | null {
  const offered = new Set(hours.map((one) => one.service));
  const [only] = offered;
  return service ?? (offered.size === 1 && only ? only : null);
}

/** A question as it is put. */
export function questionText(asking: Asking, phrases: Phrases): string {
  switch (asking.about) {
    case 'line':
    case 'option':
      return phrases.doubt(asking.doubt);
    case 'required':
      return asking.doubt.question;
    case 'instead':
      return `${asking.say} ${phrases.instead}`;
    case 'postal_code':
    case 'area':
    case 'time':
      return asking.say;
    case 'more':
      return phrases.addOrNew;
    default:
      return phrases[asking.about];
  }
}
