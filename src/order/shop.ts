import { type Static, Type } from 'typebox';
import { orNull } from './or-null';
import { type Problem, shown } from './problems';
import { readBySchema } from './read';
import { SERVICE_TYPES } from './schema';
import { isTimeZone } from './time';

const count = (defaultValue: number, maximum: number, description: string, minimum = 0) =>
  Type.Integer({ minimum, maximum, default: defaultValue, description });
const texts = (maxLength: number, description: string) =>
  Type.Array(Type.String({ minLength: 1, maxLength }), { maxItems: 100, default: [], description });

export const HoursSchema = Type.Object({
  day: Type.Integer({ minimum: 1, maximum: 7, description: '1 is Monday.' }),
  service: Type.Enum([...SERVICE_TYPES], {
    type: 'string',
    default: 'pickup',
    description: 'A service without hours of its own keeps those of the shop.',
  }),
  open: Type.String({ maxLength: 5, description: 'Shop-local, "11:00".' }),
  close: Type.String({ maxLength: 5, description: 'Before `open`: after midnight.' }),
  last_order: orNull(Type.String({ maxLength: 5, description: 'null: until it closes.' })),
});

export const DEGRADE_RUNGS = ['note', 'open_item', 'attention'] as const;
export type DegradeRung = (typeof DEGRADE_RUNGS)[number];

/** What a restaurant may set for a shop. Every value has a default but the name, so that an old shop reads well in a new version. */
export const ShopSettingsSchema = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  timezone: Type.String({ default: 'UTC', maxLength: 64, description: 'IANA zone: "America/New_York".' }),
  currency: Type.String({ default: 'USD', description: 'ISO 4217.', 'x-read': 'currency' }),
  country: Type.String({ default: 'US', maxLength: 2, description: 'ISO 3166, two letters.' }),
  phone: orNull(Type.String({ maxLength: 50 })),
  twilio_numbers: texts(50, 'Numbers on which this shop takes orders.'),
  email: orNull(Type.String({ maxLength: 254, description: 'Where fallback tickets and alerts go.' })),
  language: Type.String({ default: 'en', maxLength: 35 }),
  hours: Type.Array(HoursSchema, { maxItems: 100, default: [] }),
  delivery: Type.Object({
    postal_codes: texts(
      20,
      'Where the shop delivers, "02215" or the first part of it, "SW1A"; empty: anywhere.',
    ),
    minimum: count(0, 99_999_999, 'Least order value, minor units.'),
    lead_minutes: count(30, 1440, 'From the kitchen to the door.'),
  }),
  prep_minutes: count(20, 1440, 'From the ticket to a ready meal.'),
  price_gap: count(100, 99_999_999, 'How far quoted and POS totals may differ, minor units.'),
  paused_until: orNull(Type.String({ 'x-read': 'time' })),
  pause_reason: orNull(Type.String({ maxLength: 200 })),
  fallback: Type.Object({
    email_after_seconds: count(60, 86_400, 'An alert; retries go on.'),
    sms_after_seconds: count(120, 86_400, 'An alert by SMS.'),
    repeat_every_seconds: count(300, 86_400, 'Alerts repeat.', 30),
    ticket_after_seconds: count(600, 86_400, 'The fallback ticket goes out and automation stops.'),
    sms_to: texts(50, 'Phone numbers.'),
  }),
  degrade: Type.Array(Type.Enum([...DEGRADE_RUNGS], { type: 'string' }), {
    maxItems: 3,
    default: [...DEGRADE_RUNGS],
    description: 'What to try when the POS refuses a line.',
  }),
  auto_deliver: Type.Boolean({ default: true }),
  ticket_width: Type.Integer({ minimum: 24, maximum: 80, default: 42, description: 'Characters a line.' }),
  retention_days: Type.Integer({ minimum: 1, maximum: 3650, default: 365 }),
  manager_phones: texts(50, 'Who may change things by phone.'),
});

export const ShopSchema = Type.Object({
  id: Type.String({ description: '`loc_…`' }),
  ...ShopSettingsSchema.properties,
});

export type ShopSettings = Static<typeof ShopSettingsSchema>;
export type Shop = Static<typeof ShopSchema>;
export type OpeningHours = Static<typeof HoursSchema>;

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What types alone do not show: zones that do not exist, clock times that are none. */
export function shopProblems({ timezone, country, hours = [] }: Partial<ShopSettings>): Problem[] {
  const zone = wrong(
    'timezone',
    timezone,
    isTimeZone(timezone ?? ''),
    'an IANA zone; write "America/New_York".',
  );
  const isCode = /^[A-Z]{2}$/.test(country ?? '');
  const place = wrong('country', country, isCode, 'a country code; write two capital letters, "US".');
  return [...zone, ...place, ...hoursProblems(hours, 'hours')];
}

/** What is wrong with a list of hours: clock times that are none, a last order outside of them. */
export function hoursProblems(hours: OpeningHours[], path: string): Problem[] {
  return hours.flatMap((entry, index) => {
    const at = `${path}[${index}]`;
    const { last_order, open, close } = entry;
    return [
      ...(['open', 'close', 'last_order'] as const).flatMap((key) =>
        wrong(`${at}.${key}`, entry[key], CLOCK.test(entry[key] ?? ''), 'a time of day; write "11:00".'),
      ),
      ...wrong(`${at}.last_order`, last_order, isWithin(entry), `between ${open} and ${close}.`),
    ];
  });
}

function wrong(path: string, value: string | null | undefined, isGood: boolean, hint: string): Problem[] {
  return typeof value === 'string' && !isGood ? [{ path, message: `${shown(value)} is not ${hint}` }] : [];
}

/** Whether the last order is taken while the shop is open; the clock goes round at midnight. */
function isWithin({ open, close, last_order }: OpeningHours): boolean {
  const isRead = [open, close, last_order ?? open].every((clock) => CLOCK.test(clock));
  if (last_order === null || !isRead) return true;
  const last = last_order < open ? `next ${last_order}` : last_order;
  const closing = close <= open ? `next ${close}` : close;
  return last <= closing;
}

/** Settings as stored by this or an earlier version: what is missing has its default. */
export function readStoredShop(stored: Partial<ShopSettings>): ShopSettings {
  return { ...DEFAULTS, ...stored, name: stored.name ?? '' };
}

const DEFAULTS = readBySchema(
  ShopSettingsSchema,
  { name: 'Shop' },
  { path: '', shop: { currency: 'USD', country: 'US', timezone: 'UTC' }, problems: [] },
) as ShopSettings;
