import { type Check, fault, type Seen } from '../finding';
import { isExampleHost, isPlaceholder } from '../placeholder';

/** Variables that were copied from an example and never filled in. Those of the POS are told of with its connection. */
const FILLED_IN = [
  'ORDERWIRE_SECRET',
  'ORDERWIRE_API_KEY',
  'PUBLIC_BASE_URL',
  'SMTP_URL',
  'EMAIL_FROM',
  'RESTAURANT_NAME',
  'RESTAURANT_EMAIL',
  'RESTAURANT_PHONE',
  'RECEPTIONIST_DB',
  'TWILIO_AUTH_TOKEN',
  'TWILIO_AUTH_TOKEN_SECONDARY',
  'TWILIO_API_SECRET',
] as const;

/** Values that still stand as .env.example or a guide print them. */
export const examples: Check = {
  id: 'example-value',
  title: 'Example value',
  look: ({ environment }) => FILLED_IN.flatMap((name) => seen(name, environment[name]?.trim() ?? '')),
};

function seen(name: string, value: string): Seen[] {
  const isExample =
    value !== '' && (isPlaceholder(value) || isExampleHost(value) || value.startsWith('/path/to/'));
  if (!isExample) return [];
  return [
    fault({
      about: name,
      found: 'still stands as the example prints it',
      fix: `Write your own value into ${name}, or take the line out.`,
    }),
  ];
}
