import type { SimulatorContext, SimulatorRequest } from '../simulator';
import { badRequest, unauthorized } from './errors';
import type { Merchant } from './merchants';
import type { World } from './world';

const READS_BY_POST = /\/atomic_order\/checkouts$/;

/**
 * Every call names its product and version in User-Agent
 * (https://docs.clover.com/dev/changelog/clover-api-updates-april-2026, read 2026-11-24).
 */
export function requireUserAgent({ headers }: SimulatorRequest): void {
  if (!/^[^\s/]+\/\S+/.test(headers['user-agent'] ?? ''))
    throw badRequest('Bad Request', 'The User-Agent header must be <product>/<version>');
}

/** The merchant of the path, if the bearer token is good for it and may do what the request asks. */
export function authorise(request: SimulatorRequest, context: SimulatorContext, world: World): Merchant {
  const merchant = world.merchants.find(({ id }) => id === request.path.split('/')[3]);
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (!merchant || !bearer || context.expiredToken) throw unauthorized();
  const token = world.accessTokens.get(bearer);
  const isOwn = bearer === merchant.apiToken || token?.merchantId === merchant.id;
  if (!isOwn || (token && token.expiresAt <= context.now.getTime())) throw unauthorized();
  if ((context.readOnly || token?.readOnly) && isWrite(request)) throw unauthorized();
  return merchant;
}

function isWrite({ method, path }: SimulatorRequest): boolean {
  return method !== 'GET' && !READS_BY_POST.test(path);
}
