import { PosError } from '../errors';
import type { PosOrder } from '../pos-order';
import type { Receipt } from '../receipt';
import type { Preview, PreviewContext, Session, ShopFacts } from '../vendor';
import type { WebhookCall, WebhookReading, WebhookSecrets } from '../webhook';

export type TouchBistroKey = 'access_token' | 'client_id' | 'client_secret' | 'webhook_secret';
export type TouchBistroSession = Session<TouchBistroKey>;
export type TouchBistroContext = PreviewContext<TouchBistroKey>;

export const MODES = ['partner', 'deliverect', 'webhook', 'email'] as const;
export type Mode = (typeof MODES)[number];

/** One way of reaching a TouchBistro restaurant; TouchBistro itself publishes no API. */
export type Way = {
  submitOrder(order: PosOrder, session: TouchBistroSession): Promise<Receipt>;
  findOrder?(order: PosOrder, session: TouchBistroSession): Promise<Receipt | undefined>;
  checkConnection(session: TouchBistroSession): Promise<ShopFacts>;
  preview(order: PosOrder, context: TouchBistroContext): Preview;
  cancel?(receipt: Receipt, session: TouchBistroSession): Promise<void>;
  readWebhook?(call: WebhookCall, secrets: WebhookSecrets<TouchBistroKey>): WebhookReading;
};

/** How orders reach this restaurant: a partner's endpoint unless the settings say otherwise. */
export function modeOf(settings: Record<string, string | undefined> | undefined): Mode {
  const chosen = settings?.mode || 'partner';
  const mode = MODES.find((one) => one === chosen);
  if (mode) return mode;
  const message = `"${chosen}" is no way to reach TouchBistro. TouchBistro publishes no API; choose ${MODES.join(', ')}.`;
  throw new PosError('rejected', 'touchbistro', message, { code: 'UNKNOWN_MODE' });
}

/** A shop of which nothing but a name is known: none of these ways tells currency, zone or country. */
export function nameOnly(name: string): ShopFacts {
  return { name, currency: null, timezone: null, country: null };
}
