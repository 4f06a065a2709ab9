import type { OrderFacts } from '../../src/delivery/email/order-facts';
import { parseOrder } from '../../src/order/parse';
import { sampleOrder } from '../../src/order/sample';
import { readStoredShop, type Shop, type ShopSettings } from '../../src/order/shop';
import { widthOf } from '../../src/order/ticket-layout';

const EARLY_EVENING = Date.parse('2030-11-29T23:35:00Z');

export function shopWith(settings: Partial<ShopSettings> = {}): Shop {
  const marios = {
    name: "Mario's Downtown",
    timezone: 'America/New_York',
    email: 'kitchen@marios.example',
    ...settings,
  };
  return { id: 'loc_1', ...readStoredShop(marios) };
}

/** The sample order, wanted at a quarter past seven that evening, with fields of its own on top. */
export function orderFacts(
  order: object = {},
  { shop = {}, at = EARLY_EVENING }: { shop?: Partial<ShopSettings>; at?: number } = {},
): OrderFacts {
  const taken = { placed_at: '2030-11-29T23:31:07Z', ...sampleOrder.timing };
  const parsed = parseOrder(
    { ...sampleOrder, timing: taken, ...order },
    { currency: 'USD', country: 'US', timezone: 'America/New_York' },
  );
  return { id: 'ord_1', number: '14', order: parsed, shop: shopWith(shop), at };
}

/** The widest line of a text, addresses aside: they are never broken. */
export function widestLine(text: string): number {
  const lines = text.split('\n').filter((line) => !line.startsWith('http'));
  return Math.max(...lines.map(widthOf));
}

/** What a person reads in HTML: no tags, no styles, entities as characters. */
export function readable(html: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html
    .replace(/<style>[\s\S]*?<\/style>|<title>.*?<\/title>|<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
