import type { Shop } from '../../../order/shop';
import type { ShopFacts } from '../../../pos/vendor';
import { changeShop } from '../change-shop';
import { type Check, fault, type Seen, well } from '../finding';
import { type Examined, type Premises, shopOf } from '../premises';

/** Whether a shop and its POS mean the same hour and the same money. */
export const shopFacts: Check = {
  id: 'shop-facts',
  title: 'Zone and currency of',
  look: async (premises) => {
    // A simulated restaurant has a clock of its own.
    if (premises.simulated) return [];
    return (await Promise.all(premises.connections.map((examined) => compare(examined, premises)))).flat();
  },
};

async function compare({ connection }: Examined, premises: Premises): Promise<Seen[]> {
  const shop = shopOf(premises, connection);
  const visit = await premises.visits.to(connection);
  if (!shop || visit.outcome !== 'in') return [];
  const seen = differences(shop, visit.facts, premises);
  return seen.length > 0
    ? seen
    : [well(`${shop.timezone}, ${shop.currency}, as ${visit.vendor.name} has it`, shop.id)];
}

function differences(shop: Shop, { timezone, currency }: ShopFacts, premises: Premises): Seen[] {
  const seen: Seen[] = [];
  if (timezone !== null && !isSameClock(timezone, shop.timezone, premises.now())) {
    seen.push(
      fault({
        about: shop.id,
        found: `${shop.name} keeps ${shop.timezone} and its POS ${timezone}: wanted times and business days are off`,
        fix: changeShop(premises, shop, { timezone }),
      }),
    );
  }
  if (currency !== null && currency !== shop.currency) {
    seen.push(
      fault({
        about: shop.id,
        found: `${shop.name} counts in ${shop.currency} and its POS in ${currency}: orders with prices are refused`,
        fix: changeShop(premises, shop, { currency }),
      }),
    );
  }
  return seen;
}

const HALF_A_YEAR_MS = 183 * 24 * 3_600_000;

/** Zones have several names; what counts is the time that they show, in summer and in winter. */
function isSameClock(one: string, other: string, now: number): boolean {
  return [now, now + HALF_A_YEAR_MS].every((at) => clockIn(one, at) === clockIn(other, at));
}

function clockIn(timeZone: string, at: number): string {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
  } catch {
    // A zone that is unknown here is no reason to call the shop's own wrong.
    return timeZone;
  }
}
