import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NoResponse } from '../../src/http';
import { readConfig } from '../../src/server/config';
import { createGuardedHttpClient } from '../../src/server/guarded-http-client';
import {
  assertPublicAddress,
  guardedLookup,
  PUBLIC_ONLY,
  RefusedAddress,
} from '../../src/server/public-address';

let port = 0;
let connections = 0;
const server = createServer(({ url }, response) => {
  if (url === '/away') response.writeHead(302, { location: `http://127.0.0.1:${port}/` });
  response.end(url === '/long' ? 'x'.repeat(2_000) : 'reached');
});
server.on('connection', () => connections++);
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const here = () => ({ allowPrivate: false, allowed: [`127.0.0.1:${port}`] });
const toFound = (addresses: string[]) =>
  addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
const get = (url: string) => ({ method: 'GET' as const, url, headers: {}, timeoutMs: 2_000 });

/** Every way we know of writing an address that leads inside. */
const INSIDE = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '0.0.0.0',
  '169.254.169.254',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::7f00:1]',
  '[::ffff:0:127.0.0.1]',
  '[::127.0.0.1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[fc00::1]',
  '[fd12:3456::1]',
  '[fe80::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[4000::1]',
  'localhost',
  'localhost.',
  'localhost..',
  '127.0.0.1.',
  '①②⑦.0.0.1',
  'LOCALHOST',
  'a.localhost',
  'printer.local',
  'metadata.google.internal',
  'intranet',
];

describe('addresses that strangers give us', () => {
  it.each(INSIDE)('never lead inside: %s', async (host) => {
    const before = connections;
    for (const scheme of ['http', 'https']) {
      const address = `${scheme}://${host}:${port}/`;
      expect(() => assertPublicAddress(address)).toThrow();
      await expect(createGuardedHttpClient(PUBLIC_ONLY)(get(address))).rejects.toMatchObject({ sent: 'no' });
    }
    expect(connections).toBe(before);
  });

  it.each([
    'file:///etc/passwd',
    'gopher://example.com',
    'ftp://example.com',
    'https://a:b@example.com',
    'https://example.com:22',
    'https://example.com:25',
    'https://example.com:0',
    'no address',
  ])('are of the web: %s', (address) => {
    expect(() => assertPublicAddress(address)).toThrow();
  });

  it.each(['https://hooks.zapier.com/hooks/1', 'https://example.com:8443/x', 'https://93.184.216.34/'])(
    'may lead to the open internet: %s',
    (address) => {
      expect(() => assertPublicAddress(address)).not.toThrow();
    },
  );

  it.each([
    ['a private one', ['127.0.0.1']],
    ['a public and a private one', ['93.184.216.34', '10.0.0.1']],
    ['the cloud’s own', ['169.254.169.254']],
    ['IPv6 loopback', ['::1']],
    ['a neighbour on the wire', ['fe80::1%lo']],
    ['loopback behind NAT64', ['64:ff9b::127.0.0.1']],
    ['loopback translated', ['::ffff:0:127.0.0.1']],
    ['nothing', []],
  ])('are judged by what their name resolves to: %s', async (_what, addresses) => {
    const before = connections;
    const client = createGuardedHttpClient(PUBLIC_ONLY, {
      resolve: (_host, done) => done(null, toFound(addresses)),
    });
    const failed = await client(get(`https://rebind.example.com:${port}/`)).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(NoResponse);
    expect(failed).toMatchObject({ sent: 'no', message: 'its address leads into a private network' });
    expect(connections).toBe(before);
  });

  it('are looked up once for each connection, and that answer is what is connected to', async () => {
    const answers = [['93.184.216.34', '2606:4700::1'], ['127.0.0.1']];
    let asked = 0;
    const lookup = guardedLookup((_host, done) => done(null, toFound(answers[asked++] ?? [])));
    const look = (all: boolean) =>
      new Promise((resolve) => lookup('rebind.example.com', { all }, (...told) => resolve(told)));
    expect(await look(true)).toEqual([null, toFound(answers[0] ?? [])]);
    expect(asked).toBe(1);
    expect(await look(false)).toEqual([expect.any(RefusedAddress), '', 0]);
  });

  it('that are public pass where IPv4 is reached through NAT64', async () => {
    const lookup = guardedLookup((_host, done) => done(null, toFound(['64:ff9b::93.184.216.34'])));
    const told = await new Promise((resolve) => lookup('example.com', {}, (...all) => resolve(all)));
    expect(told).toEqual([null, '64:ff9b::93.184.216.34', 6]);
  });

  it('are not followed where they redirect to', async () => {
    const before = connections;
    const { status } = await createGuardedHttpClient(here())(get(`http://127.0.0.1:${port}/away`));
    expect([status, connections - before]).toEqual([302, 1]);
  });

  it('are reached by nobody else: a proxy of the environment is not asked', async () => {
    const given = { ...process.env };
    Object.assign(process.env, {
      HTTP_PROXY: `http://127.0.0.1:${port}`,
      HTTPS_PROXY: `http://127.0.0.1:${port}`,
    });
    try {
      const before = connections;
      const client = createGuardedHttpClient(PUBLIC_ONLY, {
        resolve: (_host, done) => done(null, toFound(['10.0.0.1'])),
      });
      await expect(client(get('https://example.com/'))).rejects.toMatchObject({ sent: 'no' });
      expect(connections).toBe(before);
    } finally {
      process.env = given;
    }
  });

  it('may lead to the sandbox of this machine where that is allowed, and to nothing beside it', async () => {
    const client = createGuardedHttpClient(here());
    expect((await client(get(`http://127.0.0.1:${port}/`))).body).toBe('reached');
    await expect(client(get('http://127.0.0.1:9/'))).rejects.toMatchObject({
      sent: 'no',
      message: 'its address must begin with https://',
    });
  });

  it('are not listened to for ever', async () => {
    const client = createGuardedHttpClient(here(), { mostBytes: 1_000 });
    await expect(client(get(`http://127.0.0.1:${port}/long`))).rejects.toBeInstanceOf(NoResponse);
  });
});

describe('the addresses that configuration allows', () => {
  const read = (environment: Record<string, string>) => readConfig(environment).addresses;
  const passes = (address: string, environment: Record<string, string>) => {
    try {
      return Boolean(assertPublicAddress(address, read(environment)));
    } catch {
      return false;
    }
  };

  it('are the sandbox’s own, as long as only this machine can reach us', () => {
    expect(passes('http://127.0.0.1:8090/square', {})).toBe(true);
    expect(passes('http://127.0.0.1:9000/square', { SANDBOX_PORT: '9000' })).toBe(true);
    expect(passes('http://127.0.0.1:8090/square', { HOST: '0.0.0.0' })).toBe(false);
    expect(passes('http://127.0.0.1:8091/square', {})).toBe(false);
  });

  it.each(['http://192.168.1.20/api', 'https://till.internal/api', 'http://10.0.0.5:8443'])(
    'are the POS’s given one, with or without a port: %s',
    (POS_API_URL) => {
      expect(passes(`${POS_API_URL}/orders`, { HOST: '0.0.0.0', POS_API_URL })).toBe(true);
    },
  );

  it('are all where private ones are asked for, in one of two words', () => {
    expect(passes('http://10.0.0.8/x', { ORDERWIRE_ALLOW_PRIVATE_HOOKS: '1' })).toBe(true);
    expect(passes('http://10.0.0.8/x', { ORDERWIRE_ALLOW_PRIVATE_HOOKS: '0' })).toBe(false);
    expect(() => read({ ORDERWIRE_ALLOW_PRIVATE_HOOKS: 'yes' })).toThrow('ORDERWIRE_ALLOW_PRIVATE_HOOKS');
  });
});
