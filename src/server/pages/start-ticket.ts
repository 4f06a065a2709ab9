import type { Shop } from '../../order/shop';
import type { TimedReading } from '../../quote/spoken-time';
import type { WordsRead } from '../../web/start-ticket';
import type { Access } from '../access';
import { waitUntilSettled } from '../delivery-wait';
import { isInSandbox } from '../found-sandbox';
import { menuOf } from '../menu-of';
import { orderFromWords } from '../order-from-words';
import { ApiProblem } from '../problem';
import { sendToPos } from '../routes/deliveries';
import { takeOrder } from '../routes/orders';
import type { Services } from '../services';
import { connectionOf } from './start-data';
import { readWords, toWordsRead } from './start-reading';

/** How long the page waits for the kitchen. */
const WAIT_SECONDS = 8;

export type Posted = { words: string; name: string; phone: string; once: string };
type Acting = { access: Access; services: Services };

/** The words against the menu, for us and for people. */
export async function understand(
  { words }: Posted,
  shop: Shop,
  { access, services }: Acting,
): Promise<{ reading: TimedReading; read: WordsRead }> {
  const index = await menuOf(services, access, shop.id);
  const reading = readWords(words, index, { shop, now: services.now() });
  return { reading, read: toWordsRead(reading, index) };
}

/** Takes the order and sends it, as every other; gives its id. A POS that is a real one gets a test. */
export async function sendFirstTicket(
  { words, name, phone, once, reading }: Posted & { reading: TimedReading },
  shop: Shop,
  acting: Acting,
): Promise<string> {
  const { access, services } = acting;
  const connection = await connectionOf(shop, access.scope, services);
  if (!connection)
    throw new ApiProblem('not-now', 'Connect a POS first; then this order has somewhere to go.');
  const body = {
    ...orderFromWords(words, reading),
    external_ref: once,
    location_id: shop.id,
    test: !isInSandbox(connection.api_url, services),
    customer: { name: name || null, phone: phone || null },
  };
  const { record } = await takeOrder({ body }, acting);
  const id = await sendToPos(record, { connection_id: connection.id }, acting);
  await waitUntilSettled(services.store, access.scope, id, WAIT_SECONDS);
  return record.id;
}
