import { isLoopback } from './config';
import { type AddressPolicy, placeOf } from './public-address';

type Get = (name: string) => string | null;
type Refuse = (path: string, message: string) => void;

/** On a machine of one's own the sandbox and the POS's given address may be called; anything else private only where asked for. */
export function readAddressPolicy(get: Get, refuse: Refuse): AddressPolicy {
  const asked = get('ORDERWIRE_ALLOW_PRIVATE_HOOKS');
  if (asked !== null && !/^[01]$/.test(asked)) {
    refuse('ORDERWIRE_ALLOW_PRIVATE_HOOKS', 'is neither 1 nor 0; leave it out, but for trying things out.');
  }
  const sandbox = `:${get('SANDBOX_PORT') ?? 8090}`;
  const own = isLoopback(get('HOST') ?? '127.0.0.1') ? [`127.0.0.1${sandbox}`, `localhost${sandbox}`] : [];
  const pos = get('POS_API_URL');
  return {
    allowPrivate: asked === '1',
    allowed: [...own, ...(pos && URL.canParse(pos) ? [placeOf(new URL(pos))] : [])],
  };
}
