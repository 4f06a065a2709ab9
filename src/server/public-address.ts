import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Which private addresses may be called all the same: none, all (`ORDERWIRE_ALLOW_PRIVATE_HOOKS=1`), or the ones named, as host:port. */
export type AddressPolicy = { allowPrivate: boolean; allowed: readonly string[] };
export const PUBLIC_ONLY: AddressPolicy = { allowPrivate: false, allowed: [] };

/** Not the open internet (https://www.iana.org/assignments/iana-ipv4-special-registry and …-ipv6-special-registry, read 2026-11-24). */
const SUBNETS: [address: string, prefix: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  // Of IPv6 only 2000::/3 is the internet: all else is local, IPv4 in disguise, multicast or not given out.
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];
/** Networks without IPv4 reach it through addresses that hold one (https://www.rfc-editor.org/rfc/rfc6052, read 2026-11-24). */
const NAT64 = '64:ff9b::';
const isNat64 = new BlockList();
isNat64.addSubnet(NAT64, 96, 'ipv6');

/** One list a family: in a common one IPv4 addresses would match the rule for IPv4 written as IPv6. */
const PRIVATE = { ipv4: new BlockList(), ipv6: new BlockList(), nat64: new BlockList() };
const familyOf = (address: string) => (isIP(address) === 4 ? 'ipv4' : 'ipv6');
for (const [address, prefix] of SUBNETS) {
  PRIVATE[familyOf(address)].addSubnet(address, prefix, familyOf(address));
  if (isIP(address) === 4) PRIVATE.nat64.addSubnet(`${NAT64}${address}`, 96 + prefix, 'ipv6');
}

/** Ports on which nothing speaks HTTP that a stranger should be able to write to. */
const isWebPort = (port: number) => port === 80 || port === 443 || port >= 1024;

/** An address that may not be called. The message names the rule, never what a name resolved to. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
  /** `rule` goes on after "It". */
  constructor(readonly rule: string) {
    super(`It ${rule}.`);
  }
}

const INSIDE = 'leads into a private network';

function isPrivate(address: string): boolean {
  if (isIP(address) === 0) return true;
  const family = familyOf(address);
  const list = isNat64.check(address, family) ? PRIVATE.nat64 : PRIVATE[family];
  return list.check(address, family);
}

/** Refuses at once what is plainly no public web address; a name is judged when it is connected to. Throws `RefusedAddress`. */
export function assertPublicAddress(text: string, policy: AddressPolicy = PUBLIC_ONLY): URL {
  if (!URL.canParse(text)) throw new RefusedAddress('is no address; write https://…');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new RefusedAddress(MUST_BE_HTTPS);
  if (url.username || url.password) throw new RefusedAddress('must not hold a user or a password');
  if (isAllowed(url, policy)) return url;
  if (url.protocol === 'http:') throw new RefusedAddress(MUST_BE_HTTPS);
  if (!isWebPort(portOf(url)))
    throw new RefusedAddress(`names port ${url.port}, which is not one of the web`);
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '');
  const isLocalName =
    /^(localhost|.*\.(localhost|local|internal|home\.arpa))$/i.test(host) ||
    (!host.includes('.') && isIP(host) === 0);
  if (isLocalName || (isIP(host) !== 0 && isPrivate(host))) {
    throw new RefusedAddress(`${INSIDE}, which others cannot reach`);
  }
  return url;
}

const MUST_BE_HTTPS = 'must begin with https://';
const portOf = (url: URL) => Number(url.port || (url.protocol === 'https:' ? 443 : 80));
/** Host and port, also where the port is the scheme's own. */
export const placeOf = (url: URL) => `${url.hostname}:${portOf(url)}`;

/** Whether a policy lets this address be called wherever it leads. */
export function isAllowed(url: URL, { allowPrivate, allowed }: AddressPolicy): boolean {
  return allowPrivate || allowed.includes(placeOf(url));
}

export type Resolver = (
  host: string,
  done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;
const resolveAll: Resolver = (host, done) => systemLookup(host, { all: true }, done);

/** Resolves a name for a connection and refuses it if any of its addresses is private: what was checked is what is connected to. */
export function guardedLookup(resolve: Resolver = resolveAll): LookupFunction {
  return (host, options, done) => {
    resolve(host, (error, found) => {
      if (error) return done(error, '', 0);
      if (found.length === 0 || found.some(({ address }) => isPrivate(address))) {
        return done(new RefusedAddress(INSIDE), '', 0);
      }
      const [first] = found;
      if (options.all) return done(null, found);
      done(null, first?.address ?? '', first?.family ?? 4);
    });
  };
}

/** Agents whose every connection goes through the guard. */
export function guardedAgents(resolve?: Resolver): { httpAgent: HttpAgent; httpsAgent: HttpsAgent } {
  const lookup = guardedLookup(resolve);
  return { httpAgent: new HttpAgent({ lookup }), httpsAgent: new HttpsAgent({ lookup }) };
}
