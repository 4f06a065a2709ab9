import type { Choice, Field, Vendor } from '../../pos/vendor';
import { settingsOf } from '../../server/connection-fields';
import type { Prompt } from '../prompt';
import type { Flags } from './flags';

type Values = Record<string, string>;

/** Asks for every credential, and for the settings without which nothing works; what the flags gave is not asked again. */
export async function askForFields(vendor: Vendor, flags: Flags, prompt: Prompt): Promise<Flags> {
  const settings = { ...flags.settings };
  const needed = settingsOf(vendor).filter(({ required }) => required);
  for (const field of needed) await askInto(settings, field, prompt);
  const credentials = { ...flags.credentials };
  for (const field of vendor.credentials) await askInto(credentials, field, prompt);
  const { basics } = flags;
  const api_url = basics.api_url ?? (vendor.noSuchApi && (await prompt.text(ADDRESS))) ?? '';
  const environment =
    basics.environment ?? (await choose('\nLive or test account?', ACCOUNTS, prompt, 'production'));
  return { ...flags, basics: { ...basics, environment, ...(api_url && { api_url }) }, credentials, settings };
}

const ADDRESS =
  '\nAddress (optional: Enter to leave it out)\n  Where orders are sent: the https address that the partner or gateway gave you.\n> ';
const ACCOUNTS: Choice[] = [
  { value: 'production', label: 'Live' },
  { value: 'sandbox', label: 'Test' },
];

async function askInto(values: Values, field: Field, prompt: Prompt): Promise<void> {
  if (values[field.key] !== undefined) return;
  const value = await askFor(field, prompt);
  if (value !== '') values[field.key] = value;
}

async function askFor(field: Field, prompt: Prompt): Promise<string> {
  const { label, help, required, secret, choices } = field;
  const title = `\n${label}${required ? '' : ' (optional: Enter to leave it out)'}\n  ${help}\n`;
  if (choices) return choose(title, choices, prompt, field.default);
  for (;;) {
    const value = await (secret ? prompt.secret : prompt.text)(`${title}> `);
    if (value !== '' || !required) return value;
  }
}

/** One of several, by its number or its value; Enter takes the preset where there is one. */
export async function choose(
  question: string,
  choices: Choice[],
  prompt: Pick<Prompt, 'text'>,
  preset?: string,
): Promise<string> {
  const lines = choices.map(({ label, value }, index) => `  ${index + 1}. ${label} [${value}]`);
  for (;;) {
    const answer = await prompt.text(`${question}\n${lines.join('\n')}\n${preset ? `(${preset}) ` : ''}> `);
    if (answer === '' && preset) return preset;
    const chosen = choices[Number(answer) - 1] ?? choices.find(({ value }) => value === answer);
    if (chosen) return chosen.value;
  }
}
