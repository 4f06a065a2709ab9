import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { doctor } from '../../src/cli/doctor';
import { Mailbox } from '../../src/sandbox/mailbox';
import { openSandboxMail } from '../../src/server/sandbox-mail';
import { lastingFolder } from '../support/lasting-folder';
import { describeWithPython, ReceptionistFile } from '../support/receptionist-file';

let folder: string;
beforeEach(() => {
  folder = lastingFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

async function examine(environment: Record<string, string>, sandbox = true) {
  const lines: string[] = [];
  const say = (line: string) => lines.push(line);
  const exitCode = await doctor({
    args: sandbox ? ['--sandbox'] : [],
    environment: { ORDERWIRE_DB: join(folder, 'orders.db'), PORT: '1', ...environment },
    say,
    colours: false,
  });
  return { exitCode, text: lines.join('\n') };
}

const guide = {
  POS_SYSTEM: 'square  # or toast, clover, etc.',
  POS_API_KEY: 'your_api_key_here',
  POS_LOCATION_ID: 'your_location_id',
  POS_API_URL: 'https://api.squareup.com/v2',
};

it("passes the guide's block, pasted unchanged, against Square's simulator, with one notice about its address", async () => {
  const { exitCode, text } = await examine(guide);
  expect([exitCode, text]).toEqual([0, expect.stringContaining("Square answers as Mario's Downtown")]);
  expect(text.match(/Notice/g)).toHaveLength(1);
});

it('checks every connection of a file against its own simulator', async () => {
  const file = join(folder, 'connections.json');
  const connections = ['square', 'toast', 'clover', 'lightspeed', 'touchbistro'].map((vendor) => ({
    vendor,
    pos_location: '',
  }));
  writeFileSync(file, JSON.stringify({ connections }));
  const { exitCode, text } = await examine({ ORDERWIRE_CONNECTIONS: file });
  expect([exitCode, text.match(/these rights may create orders/g)?.length]).toEqual([0, 5]);
});

it('says in red what is wrong, and the fix', async () => {
  const { exitCode, text } = await examine({ ...guide, POS_API_KEY: 'a-wrong-token' });
  expect(exitCode).toBe(1);
  expect(text).toMatch(/FAIL {2}Connection con_env: Square does not accept this access token/);
});

it('says that the example values of the guide must be replaced', async () => {
  const { exitCode, text } = await examine({ ...guide, POS_API_URL: 'http://127.0.0.1:9' }, false);
  expect(exitCode).toBe(1);
  expect(text).toContain('Replace the example values of access_token and pos_location');
});

it('names a connections file that is missing or is no JSON', async () => {
  const missing = await examine({ ORDERWIRE_CONNECTIONS: join(folder, 'none.json') });
  expect([missing.exitCode, missing.text]).toEqual([1, expect.stringContaining('does not exist')]);
  writeFileSync(join(folder, 'bad.json'), '{');
  const bad = await examine({ ORDERWIRE_CONNECTIONS: join(folder, 'bad.json') });
  expect(bad.text).toMatch(/FAIL {2}Setting ORDERWIRE_CONNECTIONS: .*is not JSON/);
});

it('says when the database file cannot be used', async () => {
  writeFileSync(
    join(folder, 'orders.db'),
    'this is a text, and long enough not to be taken for an empty database file',
  );
  const { exitCode, text } = await examine({});
  expect([exitCode, text]).toEqual([1, expect.stringMatching(/FAIL {2}Database: .*cannot be used/)]);
});

describe('the mail server', () => {
  it('warns that nobody will be told where there is none, and is content otherwise', async () => {
    const { exitCode, text } = await examine({}, false);
    expect(exitCode).toBe(0);
    expect(text).toMatch(/warn {2}Mail: SMTP_URL is not set: nobody will be told/);
    expect(text).toContain('→ Set SMTP_URL and RESTAURANT_EMAIL');
  });

  it('logs in and sends nothing', async () => {
    const mailbox = new Mailbox();
    const server = await openSandboxMail({ port: 0, mailbox });
    const SMTP_URL = `smtp://cook%40marios.example:hunter2@127.0.0.1:${server.port}`;
    const RESTAURANT_EMAIL = 'kitchen@marios.example';
    const well = await examine({ SMTP_URL, RESTAURANT_EMAIL }, false);
    expect(well.text).toContain(`Mail: 127.0.0.1:${server.port} lets us in; mails are from OrderWire <cook@`);
    mailbox.arm({ fault: 'refuse', times: 1 });
    const refused = await examine({ SMTP_URL, RESTAURANT_EMAIL }, false);
    expect(refused.text).toMatch(/FAIL {2}Mail: .* refuses the log-in \(535 5\.7\.8\)/);
    expect(`${well.text}${refused.text}`).not.toContain('hunter2');
    expect([well.exitCode, refused.exitCode, mailbox.list()]).toEqual([0, 1, []]);
    await server.close();
  });

  it('is left alone with --sandbox: the simulated one stands in', async () => {
    const { exitCode, text } = await examine({ SMTP_URL: 'smtp://cook:hunter2@127.0.0.1:9' });
    expect([exitCode, text]).toEqual([0, expect.stringMatching(/ok {3}Mail: 127\.0\.0\.1:\d+ lets us in/)]);
  });
});

it('warns where this server may be sent into its own network, and is silent otherwise', async () => {
  const open = await examine({ ORDERWIRE_ALLOW_PRIVATE_HOOKS: '1' });
  expect([open.exitCode, open.text]).toEqual([0, expect.stringMatching(/warn {2}Private addresses: /)]);
  expect(open.text).toContain('→ Remove it where real orders are taken');
  expect((await examine({})).text).not.toContain('Private addresses');
});

describeWithPython("the receptionist's database", () => {
  it('is told apart: one that takes orders, one that refuses each of them, one that is not there', async () => {
    const migrated = ReceptionistFile.make('migrated');
    const fresh = ReceptionistFile.make('fresh');
    const told = async (RECEPTIONIST_DB: string) => (await examine({ RECEPTIONIST_DB })).text;
    expect(await told(migrated.path)).toContain('can be read, and takes orders');
    const defect = await told(fresh.path);
    expect(defect).toMatch(/FAIL {2}Receptionist: orders\.organization_id must be filled/);
    expect(defect).toContain('organization_id INTEGER NOT NULL DEFAULT 1');
    expect(await told(`${fresh.path}.none`)).toMatch(/FAIL {2}Receptionist: .*there is no such file/);
    expect(await told('/no/such/folder/receptionist.db')).toMatch(
      /FAIL {2}Receptionist: RECEPTIONIST_DB .*its folder \/no\/such\/folder does not exist/,
    );
    expect(await told(migrated.path)).toContain('lies among temporary files');
    migrated.remove();
    fresh.remove();
  });
});
