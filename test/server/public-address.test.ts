import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NoResponse } from '../../src/http';
import { createGuardedHttpClient } from '../../src/server/guarded-http-client';
import { assertPublicAddress, PUBLIC_ONLY } from '../../src/server/public-address';

let port = 0;
let connections = 0;
const server = createServer((_request, response) => response.end('reached'));
server.on('connection', () => connections++);
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

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
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[fc00::1]',
  '[fd12:3456::1]',
  '[fe80::1]',
  'localhost',
  'localhost.',
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
  ])('are judged by what their name resolves to: %s', async (_what, addresses) => {
    const before = connections;
    const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    const client = createGuardedHttpClient(PUBLIC_ONLY, (_host, done) => done(null, found));
    const failed = await client(get(`https://rebind.example.com:${port}/`)).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(NoResponse);
    expect(failed).toMatchObject({ sent: 'no' });
    expect(connections).toBe(before);
  });

  it('are connected to as they were judged, though the name changes its mind', async () => {
    let asked = 0;
    const client = createGuardedHttpClient(PUBLIC_ONLY, (_host, done) => {
      asked++;
      done(null, [{ address: asked === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }]);
    });
    const before = connections;
    await client(get(`https://rebind.example.com:${port}/`)).catch(() => {});
    await client(get(`https://rebind.example.com:${port}/`)).catch(() => {});
    expect(connections).toBe(before);
  });

  it('may lead to the sandbox of this machine where that is allowed', async () => {
    const policy = { allowPrivate: false, allowed: [`127.0.0.1:${port}`] };
    const { body } = await createGuardedHttpClient(policy)(get(`http://127.0.0.1:${port}/`));
    expect(body).toBe('reached');
    await expect(createGuardedHttpClient(policy)(get(`http://127.0.0.1:9/`))).rejects.toMatchObject({
      sent: 'no',
    });
  });
});
