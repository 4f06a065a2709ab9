import { PosError } from '../errors';
import { asObject, type Json } from '../json';
import { type LightspeedSession, read } from './api';
import { locationId } from './product';

type Hindrance = {
  what: 'api' | 'period' | 'devices' | 'switch' | 'unknown';
  stands: (config: Json, pos: Json) => boolean;
  say: string;
};

/** https://api-portal.lsk.lightspeed.app/guides/integration-guides/online-ordering/online-order-readiness, read 2026-11-24. */
const HINDRANCES: Hindrance[] = [
  {
    what: 'api',
    stands: (config) => config.enabled === false,
    say: 'the Online Ordering API is not enabled for this location (a Lightspeed account manager switches it on)',
  },
  {
    what: 'period',
    stands: (_config, pos) => pos.salesPeriod === 'CLOSED',
    say: 'the sales period is closed (open it on a POS device)',
  },
  {
    what: 'devices',
    stands: (_config, pos) => pos.availableDevices === false,
    say: 'no POS device is running (open the Lightspeed Restaurant app on a connected iPad)',
  },
  {
    what: 'switch',
    stands: (_config, pos) => pos.acceptingOnlineOrders === false,
    say: '"Online Orders enabled" is off (switch it on in the Control center of the POS)',
  },
];

export function readinessPath(posLocation: string): string {
  return `/o/op/1/onlineOrderReadiness?businessLocationId=${locationId(posLocation)}`;
}

/** What keeps this location from taking online orders, in words that name the switch; empty where it is ready. */
async function fetchHindrances(session: LightspeedSession): Promise<Hindrance[]> {
  const reply = asObject(await read(session, readinessPath(session.posLocation)).catch(toUnknown));
  if (reply.status !== 'NOT_READY') return [];
  const config = asObject(reply.onlineOrderingApiConfiguration);
  const pos = asObject(reply.posStatus);
  const standing = HINDRANCES.filter(({ stands }) => stands(config, pos));
  return standing.length > 0
    ? standing
    : [{ what: 'unknown', stands: () => true, say: 'Lightspeed gives no reason' }];
}

/** Readiness is newer than ordering: where it is not offered, the order itself will tell. */
function toUnknown(error: unknown): Json {
  if (error instanceof PosError && error.details.httpStatus === 404) return {};
  throw error;
}

/** Before an order: sends nothing while nobody would see it. One that Lightspeed holds until later needs no open POS now. */
export async function refuseUnready(
  session: LightspeedSession,
  { heldUntilLater }: { heldUntilLater: boolean },
) {
  const standing = (await fetchHindrances(session)).filter(({ what }) => what === 'api' || !heldUntilLater);
  if (standing.length === 0) return;
  const reasons = standing.map(({ say }) => say).join('; ');
  const message = `Lightspeed takes no online orders at this location now, so nothing was sent: ${reasons}. It is tried again.`;
  throw new PosError('unreachable', 'lightspeed', message, { code: 'NOT_READY' });
}

/** At set-up: a closed shop passes, a switch that is off does not (it can be read only while a device runs). */
export async function refuseMissingSetUp(session: LightspeedSession): Promise<void> {
  const all = await fetchHindrances(session);
  const dark = all.some(({ what }) => what === 'devices');
  const standing = all.filter(({ what }) => what === 'api' || (what === 'switch' && !dark));
  if (standing.length === 0) return;
  const message = `Lightspeed takes no online orders at this location: ${standing.map(({ say }) => say).join('; ')}.`;
  throw new PosError('rejected', 'lightspeed', message, { code: 'NOT_READY' });
}
