import { PosError } from '../errors';
import type { Token } from '../vendor';
import { defineVendor } from '../vendor';
import { deliverect } from './deliverect';
import { fetchToken } from './deliverect-token';
import { email } from './email';
import { credentials, settings } from './fields';
import { type Mode, modeOf, type Way } from './modes';
import { partner } from './partner';
import { webhook } from './webhook';

const WAYS: Record<Mode, Way> = { partner, deliverect, webhook, email };
const NONE = 'TouchBistro publishes no API';
const NO_CANCEL = `${NONE}, and only Deliverect takes a cancellation. Tell the restaurant, which cancels on the POS.`;

/**
 * TouchBistro (https://www.touchbistro.com/integrations), which publishes no API: orders go to a partner's endpoint, through
 * Deliverect, as a signed webhook, or as a ticket that staff key in.
 */
export const touchbistro = defineVendor({
  id: 'touchbistro',
  name: 'TouchBistro',
  docs: 'https://www.touchbistro.com/integrations',
  support: 'https://help.touchbistro.com',
  credentials,
  settings,
  limits: { requestsPerSecond: 2, concurrent: 1 },
  timeoutMs: 30_000,
  openItems: 'always',
  openOptions: 'open_item',
  resubmit: 'same-key',
  payments: 'told with the order, paid or not',
  noSuchApi: {
    menu: `${NONE}, so its menu cannot be read: put a menu with PLUs in by hand.`,
    locations: `${NONE}: one connection is one shop.`,
    quote: `${NONE}, so it prices nothing in advance.`,
  },

  async authenticate(given, _previous, context): Promise<Token> {
    if (modeOf(context.settings) === 'deliverect') {
      const { scopes: _scopes, ...token } = await fetchToken(given, context);
      return token;
    }
    return { access_token: given.access_token ?? '' };
  },
  submitOrder: (order, session) => WAYS[modeOf(session.settings)].submitOrder(order, session),
  findOrder: async (order, session) => WAYS[modeOf(session.settings)].findOrder?.(order, session),
  canFind: (settings) => modeOf(settings) === 'partner' && Boolean(settings.find_path),
  async cancel(receipt, session) {
    const way = WAYS[modeOf(session.settings)];
    if (!way.cancel) throw new PosError('rejected', 'touchbistro', NO_CANCEL, { code: 'NO_CANCEL' });
    await way.cancel(receipt, session);
  },
  readWebhook(call, secrets) {
    const mode = modeOf(secrets.settings);
    const reason = `TouchBistro webhook: an order sent by "${mode}" is never reported on; only Deliverect calls.`;
    return WAYS[mode].readWebhook?.(call, secrets) ?? { outcome: 'refused', reason };
  },
  checkConnection: (session) => WAYS[modeOf(session.settings)].checkConnection(session),
  preview: (order, context) => WAYS[modeOf(context.settings)].preview(order, context),
});
