import type { App, Services } from './services';
import { tellShops } from './tell-shops';

const DAY_MS = 24 * 3_600_000;
type Parts = Pick<Services, 'store' | 'now' | 'newId' | 'mails'> & { app: App };

/** Somebody must hear of a number that takes orders for nobody: the log each time, the shops' mailboxes once a day. */
export async function tellUnknownNumber(number: string, parts: Parts): Promise<void> {
  const { app, now } = parts;
  app.log.error(
    `Twilio brings guests on ${number}, which no shop, or more than one, has in twilio_numbers. Set it: PATCH /v1/locations/{id}.`,
  );
  const day = Math.floor(now() / DAY_MS);
  const payload = { alert: 'line_unknown', id: number, name: number, n: day };
  await tellShops({ location_id: null, suffix: `line:${number}:${day}`, payload }, parts);
}
