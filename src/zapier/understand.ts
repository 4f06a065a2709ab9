import { matchItem } from '../menu/match';
import { buildMenuIndex, type MenuIndex } from '../menu/menu-index';
import { type Parsed, parseOrderText } from '../menu/parse';
import type { Menu } from '../menu/schema';
import { normalise } from '../menu/words';
import type { Order } from '../order/schema';
import { PosError } from '../pos/errors';
import { zoneOf } from '../pos/pos-order';
import { type Prepared, prepareOrder } from '../pos/prepare';
import type { ShopFacts } from '../pos/vendor';
import { StepRefusal } from './hand-ticket';
import { lacksWords } from './menu-reader';
import { forTrying, type PosStep } from './pos-step';
import { readOrderInput, wordsOf } from './read-order-input';
import { asSaid, spokenFields } from './spoken-fields';
import { withSpokenTime } from './spoken-time';

/** What a step's fields mean on one menu: the order, its lines with the ids of the POS, and what staff should know of it. */
export type Understood = {
  order: Order;
  prepared: Prepared;
  menu: MenuIndex | null;
  warnings: string[];
  /** Words or a line that this menu says nothing about. */
  isLacking: boolean;
};
type Seen = { step: PosStep; shop: ShopFacts; menu: MenuIndex | null };

/** The menu made ready for look-ups, with the words that guests use. */
export function toIndex(menu: Menu | null, { policy }: Pick<PosStep, 'policy'>): MenuIndex | null {
  return menu && buildMenuIndex(menu, { aliases: policy.aliases });
}

/** The order as far as it can be read without deciding anything: words that name no dish are kept as they are. */
export function readStepOrder({ step, shop, menu }: Seen): { order: Order; parsed: Parsed | null } {
  const words = wordsOf(step.input);
  const parsed = words !== undefined && menu ? parseOrderText(words, menu) : null;
  const time = { timezone: shop.timezone, now: step.now };
  const isOrder = parsed !== null && parsed.items.length > 0;
  const spoken = isOrder ? spokenFields(withSpokenTime(parsed, time)) : asSaid(words ?? '');
  return { order: forTrying(readOrderInput(step.input, { ...shop, spoken }), step.trying), parsed };
}

/** The order with the ids of the POS; refuses in words what has to be asked first. */
export function understand(seen: Seen): Understood {
  const { step, shop, menu } = seen;
  const { order, parsed } = readStepOrder(seen);
  if (parsed) refuseUnclear(parsed, seen);
  const place = {
    name: shop.name || step.vendor.name,
    country: shop.country ?? 'US',
    timezone: shop.timezone ?? zoneOf(order),
  };
  const { vendor, session, policy } = step;
  const prepared = prepareOrder(order, { vendor, settings: session.settings, menu, shop: place });
  const isLacking =
    prepared.unmatched.some(({ path }) => !path.includes('.options')) ||
    Boolean(parsed && lacksWords(parsed));
  const warnings = menu ? unknownAliases(menu, policy.aliases) : [];
  return { order, prepared, menu, warnings, isLacking };
}

/** Words that name no dish are no order, and words that may mean two things are asked about. */
function refuseUnclear({ items, ...heard }: Parsed, { step, shop, menu }: Seen): void {
  if (items.length === 0) throw namesNothing(shop.name || step.vendor.name);
  // What names a dish as a line of its own is no doubt any more: the line is matched by its name.
  const isNamed = (name: string) =>
    menu && matchItem(menu, { name, menu_item_id: null, variation_id: null }).status === 'sure';
  const unsure = heard.unsure.filter(({ said }) => !isNamed(said));
  if (unsure.length === 0 || step.policy.unsureItems === 'open_item') return;
  const asked = unsure.map(({ said, question }) => `"${said}": ${question}`).join(' ');
  const message = `Not sure what was meant by ${asked} Ask the guest, then send the order again, or set "If We Are Not Sure What Was Meant".`;
  throw new StepRefusal(message, 'UNSURE_ITEM', asked);
}

/** The refusal of words that order nothing. */
export function namesNothing(shopName: string): StepRefusal {
  const message = `Order in Words names nothing on the menu of ${shopName}. Add what guests say under Words Your Guests Use, or fill in Items.`;
  return new StepRefusal(message, 'NO_DISH', 'Sorry, we found no dish of ours in your message.');
}

/** Words that lead nowhere are a typing error nobody would notice otherwise. */
function unknownAliases(menu: MenuIndex, aliases: Record<string, string>): string[] {
  return Object.values(aliases)
    .filter((meant) => !menu.phrases.has(normalise(meant)))
    .map((meant) => `Words Your Guests Use: "${meant}" is not on the menu.`);
}

/** What a menu from memory may be too old for. */
const LACKING = new Set(['NO_DISH', 'UNKNOWN_ITEM', 'NO_MENU', 'UNSURE_ITEM']);

/** The same, with the menu read again once where the one in memory lacks what was said. */
export async function understandWell(seen: Seen): Promise<Understood> {
  const first = attempt(seen);
  if (!lacks(first)) return orThrow(first);
  const newer = await seen.step.cache.newerMenu();
  return newer ? understand({ ...seen, menu: toIndex(newer, seen.step) }) : orThrow(first);
}

type Attempt = Understood | { error: unknown };

function attempt(seen: Seen): Attempt {
  try {
    return understand(seen);
  } catch (error) {
    return { error };
  }
}

function orThrow(attempt: Attempt): Understood {
  if ('error' in attempt) throw attempt.error;
  return attempt;
}

function lacks(attempt: Attempt): boolean {
  if (!('error' in attempt)) return attempt.isLacking;
  const { error } = attempt;
  const code = error instanceof PosError ? error.details.code : error instanceof StepRefusal && error.code;
  return Boolean(code && LACKING.has(code));
}
