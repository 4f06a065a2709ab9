import { findVendor } from '../../../pos/vendors';
import { webhookUrl } from '../../public-url';
import { type Check, type Seen, warning, well } from '../finding';
import type { Examined, Premises } from '../premises';
import { setValue } from '../where';

/** Whether each POS can tell what becomes of its orders: without a secret its calls are believed by nobody. */
export const posCalls: Check = {
  id: 'pos-webhooks',
  title: 'Webhooks of',
  look: (premises) => premises.connections.flatMap((examined) => seen(examined, premises)),
};

/** Of TouchBistro's ways only Deliverect calls back. */
const CALLS_BACK: Record<string, (settings: Record<string, string>) => boolean> = {
  touchbistro: ({ mode }) => mode === 'deliverect',
};

function seen(examined: Examined, { config }: Premises): Seen[] {
  const { connection } = examined;
  const { id, credentials, settings } = connection;
  const vendor = findVendor(connection.vendor);
  if (!vendor?.readWebhook || CALLS_BACK[vendor.id]?.(settings) === false) return [];
  const missing = vendor.credentials.filter(({ key }) => key.startsWith('webhook_') && !credentials[key]);
  const [first] = missing;
  if (!first) return [well(`${vendor.name} may call, and its calls are verified`, id)];
  const address = webhookUrl(config.publicBaseUrl ?? '<PUBLIC_BASE_URL>', connection);
  const fix = `Have ${vendor.name} call ${address}, then enter its ${first.label}. ${setValue(examined, { key: first.key, kind: 'credentials' })}`;
  const found = `${vendor.name} cannot tell when the kitchen has seen or cancelled an order: ${missing.map(({ label }) => label).join(' and ')} is missing`;
  return [warning({ about: id, found, fix })];
}
