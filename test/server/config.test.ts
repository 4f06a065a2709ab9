import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputProblems } from '../../src/order/problems';
import { processEnvironment, readConfig, sandboxPort } from '../../src/server/config';

const problemsOf = (environment: Record<string, string>) => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof InputProblems) return error.problems;
    throw error;
  }
  return [];
};

it('needs nothing: an empty environment serves on this machine only', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 8080,
    database: './data/orderwire.db',
    publicBaseUrl: null,
    apiKey: null,
    firstShop: { name: 'My Restaurant', currency: 'USD', country: 'US', timezone: expect.any(String) },
  });
});

it('takes empty variables for absent ones, as .env files have them', () => {
  expect(readConfig({ PORT: '', HOST: ' ', DATABASE_URL: '', ORDERWIRE_API_KEY: '' })).toEqual(
    readConfig({}),
  );
});

it('takes the first shop from the environment', () => {
  const { firstShop } = readConfig({
    RESTAURANT_NAME: "Mario's",
    RESTAURANT_TIMEZONE: 'Asia/Tokyo',
    RESTAURANT_CURRENCY: 'JPY',
    RESTAURANT_COUNTRY: 'JP',
    RESTAURANT_EMAIL: 'kitchen@example.com',
  });
  expect(firstShop).toMatchObject({
    name: "Mario's",
    timezone: 'Asia/Tokyo',
    currency: 'JPY',
    country: 'JP',
  });
});

it.each([
  [
    { DATABASE_URL: '/data/receptionist.db' },
    'DATABASE_URL',
    "This looks like the receptionist's file; set RECEPTIONIST_DB.",
  ],
  [
    { DATABASE_URL: 'file:./dev.db' },
    'DATABASE_URL',
    "This looks like the receptionist's file; set RECEPTIONIST_DB.",
  ],
  [{ DATABASE_URL: 'postgres://db/x' }, 'DATABASE_URL', 'PostgreSQL is not available yet'],
  [{ PORT: '80a' }, 'PORT', 'is "80a"; write a whole number from 0 to 65535, for example 8080.'],
  [{ PORT: '70000' }, 'PORT', '65535'],
  [{ PUBLIC_BASE_URL: 'orders.example.com' }, 'PUBLIC_BASE_URL', 'https://orders.example.com'],
  [{ SMTP_URL: 'smtp.example.com' }, 'SMTP_URL', 'write smtp://user:password@smtp.example.com:587'],
  [{ SMTP_URL: 'https://smtp.example.com' }, 'SMTP_URL', 'write smtp://'],
  [{ SMTP_URL: 'smtp://a:50%@smtp.example.com' }, 'SMTP_URL', 'write it as %25'],
  [{ SMTP_URL: 'smtp://a:b@smtp.example.com:465' }, 'SMTP_URL', 'smtps://'],
  [{ EMAIL_FROM: 'Orders' }, 'EMAIL_FROM', 'OrderWire <orders@example.com>'],
  [{ EMAIL_FROM: 'a@b.example, c@d.example' }, 'EMAIL_FROM', 'not one e-mail address'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL', 'silent, error, warn, info, debug'],
  [{ RESTAURANT_TIMEZONE: 'Boston' }, 'RESTAURANT_TIMEZONE', 'America/New_York'],
  [{ RESTAURANT_CURRENCY: 'dollars' }, 'RESTAURANT_CURRENCY', 'ISO 4217'],
  [{ HOST: '0.0.0.0', ORDERWIRE_API_KEY: 'short' }, 'ORDERWIRE_API_KEY', 'Write at least 20'],
])('refuses %j by name, with the next step', (environment, path, hint) => {
  expect(problemsOf(environment as Record<string, string>)).toEqual([
    { path, message: expect.stringContaining(hint) },
  ]);
});

it('names every variable that is wrong at once', () => {
  const paths = problemsOf({ PORT: 'x', LOG_LEVEL: 'x', DATABASE_URL: 'x' }).map(({ path }) => path);
  expect(paths.sort()).toEqual(['DATABASE_URL', 'LOG_LEVEL', 'PORT']);
});

it('never repeats a key in its refusal', () => {
  const [problem] = problemsOf({ HOST: '0.0.0.0', ORDERWIRE_API_KEY: 'hunter2' });
  expect(problem?.message).not.toContain('hunter2');
  for (const SMTP_URL of [
    'smtp://cook:hunter2',
    'http://cook:hunter2@x.example',
    'smtp://c:hunter2%@x.example',
  ]) {
    expect(problemsOf({ SMTP_URL })[0]?.message).not.toContain('hunter2');
  }
});

it('accepts a short key where only this machine can reach us', () => {
  expect(readConfig({ ORDERWIRE_API_KEY: 'test' }).apiKey).toBe('test');
});

it('reads a .env file beneath the environment', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'orderwire-')), '.env');
  writeFileSync(file, 'ORDERWIRE_TEST_A=file\nPATH=nowhere\n');
  expect(processEnvironment(file)).toMatchObject({ ORDERWIRE_TEST_A: 'file', PATH: process.env.PATH });
});

it('says where the sandbox listens', () => {
  expect(sandboxPort({})).toBe(8090);
  expect(sandboxPort({ SANDBOX_PORT: '9000' })).toBe(9000);
  expect(sandboxPort({}, 'SANDBOX_SMTP_PORT')).toBe(8025);
  expect(() => sandboxPort({ SANDBOX_PORT: 'x' })).toThrow(/^SANDBOX_PORT: is "x"/);
});

it.each([
  [
    { EMAIL_FROM: 'Mario <m@marios.example>', SMTP_URL: 'smtp://a%40b.example:x@h' },
    'Mario <m@marios.example>',
  ],
  [{ SMTP_URL: 'smtp://cook%40marios.example:x@smtp.example' }, 'OrderWire <cook@marios.example>'],
  [
    { SMTP_URL: 'smtp://apikey:x@smtp.example', PUBLIC_BASE_URL: 'https://o.example:8443' },
    'OrderWire <orders@o.example>',
  ],
  [{}, 'OrderWire <orders@localhost>'],
])('writes from an address that the mail server lets us use: %j', (environment, from) => {
  expect(readConfig(environment).emailFrom).toBe(from);
});
