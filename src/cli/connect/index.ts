import type { HttpClient } from '../../http';
import type { Vendor } from '../../pos/vendor';
import { findVendor, vendorIds } from '../../pos/vendors';
import { processEnvironment, readConfig } from '../../server/config';
import { readConnections } from '../../server/configured-connections';
import { createHttpClient } from '../../server/http-client';
import { type Door, must, openDoor } from '../door';
import { manualOf } from '../manual';
import { createPrompt, type Prompt } from '../prompt';
import { type Flags, readFlags } from './flags';
import { withLocation } from './locations';
import { askForFields, choose } from './questions';
import { type Answer, report } from './report';

type Options = {
  args: string[];
  environment?: Record<string, string | undefined>;
  say?: (line: string) => void;
  /** null: nobody can be asked. */
  prompt?: Prompt | null;
  http?: HttpClient;
};

/** `orderwire connect <vendor>`: connects a shop to its POS and checks it. Resolves to the exit code. */
export async function connect(options: Options): Promise<number> {
  const [vendorId = '', ...rest] = options.args;
  const vendor = findVendor(vendorId);
  const { say = console.log, environment = processEnvironment() } = options;
  if (!vendor) {
    say(`${manualOf('connect')}\nWhich POS: ${vendorIds.join('|')}`);
    return 2;
  }
  const flags = readFlags(rest, vendor);
  const tell = flags.json ? () => {} : say;
  const config = readConfig(environment);
  const { connections } = readConnections(environment);
  const prompt = flags.json || flags.id ? null : promptOf(options);
  const door = await openDoor({ config, connections, key: flags.key, say: tell });
  try {
    const { http = createHttpClient() } = options;
    const parts = { vendor, flags, prompt, door, http, say: tell };
    const made = await (flags.id ? change(flags.id, parts) : make(parts));
    const checked = must<Answer>(await door.call('POST', `/v1/connections/${made.id}/check`));
    if (flags.json) say(JSON.stringify(checked));
    for (const line of report(checked, vendor)) tell(line);
    return checked.status === 'ok' ? 0 : 1;
  } finally {
    prompt?.close();
    await door.close();
  }
}

type Parts = {
  vendor: Vendor;
  flags: Flags;
  prompt: Prompt | null;
  door: Door;
  http: HttpClient;
  say: (line: string) => void;
};

/** Only in front of a terminal is there somebody to ask. */
function promptOf({ prompt }: Options): Prompt | null {
  if (prompt !== undefined) return prompt;
  return process.stdin.isTTY ? createPrompt() : null;
}

async function make(parts: Parts): Promise<Answer> {
  const { vendor, door, prompt } = parts;
  const shop = await shopFor(parts);
  const asked = prompt ? await askForFields(vendor, parts.flags, prompt) : parts.flags;
  const { basics, credentials, settings } = await withLocation({ ...parts, flags: asked });
  const body = { vendor: vendor.id, location_id: shop, ...basics, credentials, settings };
  return must<Answer>(await door.call('POST', '/v1/connections', body));
}

/** With nothing to change it is only checked again. */
async function change(id: string, { flags, door }: Parts): Promise<Answer> {
  const { basics, credentials, settings } = flags;
  const given = (values: object) => Object.keys(values).length > 0;
  const body = {
    ...basics,
    ...(given(credentials) && { credentials }),
    ...(given(settings) && { settings }),
  };
  const path = `/v1/connections/${id}`;
  return must<Answer>(await (given(body) ? door.call('PATCH', path, body) : door.call('GET', path)));
}

/** Which shop is meant: asked only where there are several. */
async function shopFor({ flags, door, prompt }: Parts): Promise<string | undefined> {
  const { data } = must<{ data: { id: string; name: string }[] }>(await door.call('GET', '/v1/locations'));
  if (flags.basics.location_id || data.length < 2 || !prompt) return flags.basics.location_id;
  const shops = data.map(({ id, name }) => ({ value: id, label: name }));
  return choose('Which shop is to be connected?', shops, prompt);
}
