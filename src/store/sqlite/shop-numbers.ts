import type { Database } from 'better-sqlite3';
import { toE164 } from '../../order/phone';
import type { ShopSettings } from '../../order/shop';

export const SELECT_SHOPS_OF_NUMBER =
  'SELECT id, settings, restaurant_id FROM shop_numbers JOIN locations ON id = location_id WHERE number = ? ORDER BY location_id';

/** Gives SQL the one reading of phone numbers that there is; migrations need it. */
export function definePhones(db: Database): void {
  db.function('e164', { deterministic: true }, (raw: unknown, country: unknown) =>
    toE164(String(raw), String(country)),
  );
}

/** Inside a write: keeps which numbers lead to a shop. */
export function numberKeeper(db: Database): (location_id: string, settings: ShopSettings) => void {
  const forget = db.prepare('DELETE FROM shop_numbers WHERE location_id = ?');
  const keep = db.prepare('INSERT OR IGNORE INTO shop_numbers (number, location_id) VALUES (?, ?)');
  return (location_id, { twilio_numbers, country }) => {
    forget.run(location_id);
    const numbers = twilio_numbers.map((one) => toE164(one, country)).filter((one) => one !== null);
    for (const number of numbers) keep.run(number, location_id);
  };
}
