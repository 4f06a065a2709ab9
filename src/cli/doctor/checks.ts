import { MailError } from '../../delivery/email/mail-error';
import type { Config } from '../../server/config';
import type { Connection, Connections } from '../../server/connections';
import { createMailer } from '../../server/mailer';
import type { Sessions } from '../../server/sessions';
import { openSqliteStore } from '../../store/sqlite/open';
import { isPlaceholder } from './placeholder';

/** One line of the doctor's report: green only from something that just ran, red with one fix; a warning stops nothing. */
export type Finding = { name: string; ok: boolean; warning?: true; detail: string; fix?: string };
export type Check = () => Promise<Finding[]> | Finding[];

/** Runs the checks one after the other and prints each finding; true when all are well. */
export async function examine(checks: Check[], print: (line: string) => void): Promise<boolean> {
  const findings: Finding[] = [];
  for (const check of checks) {
    for (const finding of await check()) {
      findings.push(finding);
      print(`${markOf(finding)} ${finding.name}: ${finding.detail}`);
      if (finding.fix) print(`       → ${finding.fix}`);
      if (!finding.ok || finding.warning) print(`       More: docs/troubleshooting.md#${anchorOf(finding)}`);
    }
  }
  const failed = findings.filter((finding) => !finding.ok).length;
  print(failed === 0 ? '\nAll is well.' : `\n${failed} of ${findings.length} need you.`);
  return failed === 0;
}

/** Where the page about troubles speaks of a check. */
export function anchorOf({ name }: Pick<Finding, 'name'>): string {
  return `doctor-${name.split(' ')[0]?.toLowerCase()}`;
}

function markOf({ ok, warning }: Finding): string {
  if (warning) return ' warn ';
  return ok ? '  ok  ' : ' FAIL ';
}

/** The Node this runs on. */
export function nodeCheck(version: string): Check {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  const ok = major > 22 || (major === 22 && minor >= 14);
  return () => [
    {
      name: 'Node',
      ok,
      detail: version,
      ...(!ok && { fix: 'Use Node 22.14 or newer: npm scripts bring it, or install it from nodejs.org.' }),
    },
  ];
}

/** The database file: opened, checked and migrated exactly as the server does it. */
export function databaseCheck(file: string): Check {
  return async () => {
    try {
      const store = openSqliteStore(file);
      await store.ready();
      await store.close();
      return [{ name: 'Database', ok: true, detail: `${file} opens and answers` }];
    } catch (error) {
      const fix =
        'Set ORDERWIRE_DB to a file in a folder that this user may write to, or restore the file from a backup.';
      return [{ name: 'Database', ok: false, detail: (error as Error).message, fix }];
    }
  };
}

/** The mail server: connected and logged in to, and given nothing. Without one nobody is told when an order cannot be delivered. */
export function mailCheck({ smtpUrl, emailFrom }: Pick<Config, 'smtpUrl' | 'emailFrom'>): Check {
  const name = 'Mail';
  if (smtpUrl === null) {
    const detail = 'SMTP_URL is not set: nobody will be told when an order cannot reach the POS';
    return () => [
      { name, ok: true, warning: true, detail, fix: 'Set SMTP_URL and RESTAURANT_EMAIL: see docs/email.md.' },
    ];
  }
  return async () => {
    const mailer = createMailer({ smtpUrl, from: emailFrom });
    try {
      await mailer.check();
      return [{ name, ok: true, detail: `${new URL(smtpUrl).host} lets us in; mails are from ${emailFrom}` }];
    } catch (error) {
      if (!(error instanceof MailError)) throw error;
      return [
        {
          name,
          ok: false,
          detail: error.message,
          fix: 'See docs/email.md for the address your provider wants.',
        },
      ];
    } finally {
      mailer.close();
    }
  };
}

/** Whether this server may be sent into its own network: right for trying things out, wrong where others have keys. */
export function addressCheck({ addresses }: Pick<Config, 'addresses'>): Check {
  if (!addresses.allowPrivate) return () => [];
  const detail =
    'ORDERWIRE_ALLOW_PRIVATE_HOOKS=1: whoever has a key can have this server call machines of its own network';
  const fix = 'Remove it where real orders are taken; the sandbox and POS_API_URL are reached without it.';
  return () => [{ name: 'Private addresses', ok: true, warning: true, detail, fix }];
}

/** Each connection, by logging in and proving that it may create orders. */
export function connectionChecks({ connections, notices }: Connections, sessions: Sessions): Check {
  return async () => {
    const noticed = notices.map((detail) => ({ name: 'Notice', ok: true, detail }));
    if (connections.length === 0) {
      return [
        {
          name: 'Connections',
          ok: true,
          detail: 'none configured; set POS_SYSTEM, POS_API_KEY and POS_LOCATION_ID to send orders to a POS',
        },
      ];
    }
    const found = await Promise.all(connections.map((connection) => checkOne(connection, sessions)));
    return [...noticed, ...found];
  };
}

async function checkOne(connection: Connection, sessions: Sessions): Promise<Finding> {
  const name = `Connection ${connection.id} (${connection.name})`;
  try {
    const { vendor, session } = await sessions.open(connection);
    const shop = await vendor.checkConnection(session);
    return {
      name,
      ok: true,
      detail: `${vendor.name} answers as ${shop.name || connection.pos_location}, and these rights may create orders`,
    };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { name, ok: false, detail: error.message, fix: guideHint(connection) };
  }
}

function guideHint(connection: Connection): string | undefined {
  const values = [
    ...Object.entries(connection.credentials),
    ['pos_location', connection.pos_location] as const,
  ];
  const left = values.filter(([, value]) => isPlaceholder(value)).map(([key]) => key);
  return left.length > 0
    ? `Replace the example values of ${left.join(' and ')} with your own, or try "doctor --sandbox" first.`
    : undefined;
}
