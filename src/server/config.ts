import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { FAILPOINTS, type Failpoint } from '../failpoint';
import { InputProblems, type Problem, shown } from '../order/problems';
import type { ShopSettings } from '../order/shop';
import { readAddressPolicy } from './address-policy';
import { readFirstShop } from './first-shop';
import { readSender, readSmtpUrl } from './mail-settings';
import type { AddressPolicy } from './public-address';
import { readTwilio, type TwilioSettings } from './twilio-settings';

export type Environment = Record<string, string | undefined>;
export type LogLevel = (typeof LOG_LEVELS)[number];
const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** How this process is set up. Everything comes from here; nothing else reads the environment. */
export type Config = {
  host: string;
  port: number;
  /** The SQLite file. */
  database: string;
  publicBaseUrl: string | null;
  /** The database of an AI phone receptionist, to be followed; null: none. */
  receptionist: string | null;
  /** Whether its dashboard is told how far orders are: the only thing ever written there. */
  receptionistWriteBack: boolean;
  /** How often the menus of all POS are read by themselves; 0: never. */
  menuSyncMinutes: number;
  /** What credentials are sealed with in the database; null: a key that is made beside it at first start. */
  secret: string | null;
  /** A key the owner chose, instead of one that is made and shown once. */
  apiKey: string | null;
  /** The shop that is made at first start. */
  firstShop: ShopSettings;
  /** Where mail is handed in; null: none is sent. It holds a password. */
  smtpUrl: string | null;
  /** Who mails are from. */
  emailFrom: string;
  /** The Twilio account of the telephone lines. It holds tokens. */
  twilio: TwilioSettings;
  /** Where the sandbox runs if it does; null: not on a machine that others can reach. */
  sandbox: string | null;
  /** Which private addresses hooks and connections may lead to. */
  addresses: AddressPolicy;
  /** Requests a minute and key; 0 means no limit. */
  requestsPerMinute: number;
  /** Above this mean delay of the event loop requests are turned away for a moment; 0 means never. */
  slowestLoopMs: number;
  logLevel: LogLevel;
  /** Where this process is to die, for trying what a crash does; null: nowhere. */
  failpoint: { name: Failpoint; nth: number } | null;
};

/** The environment of this process, with a `.env` file of the working folder beneath it. */
export function processEnvironment(file = '.env'): Environment {
  const beneath = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  return { ...beneath, ...process.env };
}

/** The environment as configuration; throws `InputProblems` that name every variable that is wrong and what to write. */
export function readConfig(environment: Environment): Config {
  const problems: Problem[] = [];
  const get = (name: string) => environment[name]?.trim() || null;
  const refuse = (path: string, message: string) => problems.push({ path, message });
  refuseDatabaseUrl(get('DATABASE_URL'), refuse);
  const publicBaseUrl = readAddress(get, 'PUBLIC_BASE_URL', refuse);
  const smtpUrl = readSmtpUrl(get('SMTP_URL'), refuse);
  const config: Config = {
    host: get('HOST') ?? '127.0.0.1',
    port: readWhole(get, 'PORT', { fallback: 8080, maximum: 65_535 }, refuse),
    database: get('ORDERWIRE_DB') ?? './data/orderwire.db',
    receptionist: get('RECEPTIONIST_DB'),
    receptionistWriteBack: get('RECEPTIONIST_WRITE_BACK') === '1',
    menuSyncMinutes: readWhole(get, 'MENU_SYNC_MINUTES', { fallback: 60, maximum: 10_080 }, refuse),
    publicBaseUrl,
    secret: readSecret(get('ORDERWIRE_SECRET'), refuse),
    apiKey: get('ORDERWIRE_API_KEY'),
    firstShop: readFirstShop(get, refuse),
    smtpUrl,
    emailFrom: readSender(get('EMAIL_FROM'), { smtpUrl, publicBaseUrl }, refuse),
    twilio: readTwilio(get, refuse),
    sandbox: readSandbox(get, refuse),
    addresses: readAddressPolicy(get, refuse),
    requestsPerMinute: readWhole(
      get,
      'ORDERWIRE_RATE_LIMIT',
      { fallback: 6_000, maximum: 10_000_000 },
      refuse,
    ),
    slowestLoopMs: 1_000,
    logLevel: readLogLevel(get('LOG_LEVEL'), refuse),
    failpoint: readFailpoint(get('ORDERWIRE_FAILPOINT'), refuse),
  };
  if (config.apiKey && config.apiKey.length < 20 && !isLoopback(config.host)) {
    refuse(
      'ORDERWIRE_API_KEY',
      `has ${config.apiKey.length} characters; with HOST=${config.host} others can reach it and could guess it. Write at least 20, or leave it out: one is made.`,
    );
  }
  if (problems.length > 0) throw new InputProblems(problems);
  return config;
}

type Get = (name: string) => string | null;
type Refuse = (path: string, message: string) => void;

function refuseDatabaseUrl(url: string | null, refuse: Refuse): void {
  if (url === null) return;
  const isPostgres = /^postgres(ql)?:\/\//.test(url);
  const message = isPostgres
    ? 'PostgreSQL is not available yet in this version. Remove DATABASE_URL; orders are kept in a SQLite file (ORDERWIRE_DB).'
    : "This looks like the receptionist's file; set RECEPTIONIST_DB.";
  refuse('DATABASE_URL', message);
}

function readWhole(
  get: Get,
  name: string,
  { fallback, maximum }: { fallback: number; maximum: number },
  refuse: Refuse,
): number {
  const text = get(name);
  if (text === null) return fallback;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (value >= 0 && value <= maximum) return value;
  refuse(name, `is ${shown(text)}; write a whole number from 0 to ${maximum}, for example ${fallback}.`);
  return fallback;
}

function readAddress(get: Get, name: string, refuse: Refuse): string | null {
  const text = get(name);
  if (text === null) return null;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, '');
  refuse(name, `is ${shown(text)}; write an address like https://orders.example.com.`);
  return null;
}

function readSecret(text: string | null, refuse: Refuse): string | null {
  if (text !== null && text.length < 32) {
    refuse(
      'ORDERWIRE_SECRET',
      `has ${text.length} characters; write at least 32 that nobody can guess, or leave it out: one is made beside the database.`,
    );
  }
  return text;
}

function readLogLevel(text: string | null, refuse: Refuse): LogLevel {
  const level = LOG_LEVELS.find((one) => one === (text ?? 'info').toLowerCase());
  if (!level) refuse('LOG_LEVEL', `is ${shown(text)}; write one of ${LOG_LEVELS.join(', ')}.`);
  return level ?? 'info';
}

function readFailpoint(text: string | null, refuse: Refuse): Config['failpoint'] {
  if (text === null) return null;
  const [name, nth = '1'] = text.split(':');
  const known = FAILPOINTS.find((one) => one === name);
  if (known && /^[1-9]\d*$/.test(nth)) return { name: known, nth: Number(nth) };
  refuse(
    'ORDERWIRE_FAILPOINT',
    `is ${shown(text)}; write one of ${FAILPOINTS.join(', ')}, and :2 for its second passing.`,
  );
  return null;
}

/** Whether only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

/** The sandbox is looked for on a machine of one's own only. */
function readSandbox(get: Get, refuse: Refuse): string | null {
  const limits = { fallback: SANDBOX_PORTS.SANDBOX_PORT, maximum: 65_535 };
  const port = readWhole(get, 'SANDBOX_PORT', limits, refuse);
  return isLoopback(get('HOST') ?? '127.0.0.1') ? `http://127.0.0.1:${port}` : null;
}

/** Where `orderwire sandbox` listens, for requests and for mail, unless it is told otherwise. */
const SANDBOX_PORTS = { SANDBOX_PORT: 8090, SANDBOX_SMTP_PORT: 8025 } as const;

/** One of the sandbox's ports. Throws `InputProblems`. */
export function sandboxPort(
  environment: Environment,
  name: keyof typeof SANDBOX_PORTS = 'SANDBOX_PORT',
): number {
  const problems: Problem[] = [];
  const get = (variable: string) => environment[variable]?.trim() || null;
  const limits = { fallback: SANDBOX_PORTS[name], maximum: 65_535 };
  const port = readWhole(get, name, limits, (path, message) => problems.push({ path, message }));
  if (problems.length > 0) throw new InputProblems(problems);
  return port;
}
