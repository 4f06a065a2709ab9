import { findVendor } from '../pos/vendors';
import type { ConnectionRecord } from '../store/records';
import type { Access } from './access';
import { toConnectionChange } from './connection-change';
import { checkConnection } from './connection-check';
import { ConnectionPatchReading, NewConnectionReading } from './connection-input';
import { unknownSystem } from './connections';
import { ApiProblem, notFound, refusedFields } from './problem';
import { readInput } from './read-request';
import { CannotOpen } from './secret-box';
import type { Services } from './services';
import { shopOf } from './shop-of';

type Saving = { access: Access; services: Services };

const UTC_SHOP = { currency: 'USD', country: 'US', timezone: 'UTC' };

/** Connects a shop to its POS; nothing is sent before it is checked or an order comes. Throws `InputProblems`. */
export async function createConnection(body: unknown, saving: Saving): Promise<ConnectionRecord> {
  const { access, services } = saving;
  const fresh = await toNewConnection(body, saving);
  return services.store.createConnection(access.scope, fresh, actOf(saving));
}

/** Changes a connection; what is left out stays. Throws `InputProblems`. */
export async function changeConnection(id: string, body: unknown, saving: Saving): Promise<ConnectionRecord> {
  const { access, services } = saving;
  const patch = readInput(ConnectionPatchReading, body, UTC_SHOP);
  const change = (current: ConnectionRecord) => {
    if (!isSwitchOnly(body)) mustBeOurs(current);
    const vendor = findVendor(current.vendor);
    if (!vendor)
      throw new ApiProblem('not-now', `${current.vendor} is no longer a POS that OrderWire speaks.`);
    return toConnectionChange(patch, {
      vendor,
      current,
      stored: storedCredentials(current, services),
      addresses: services.config.addresses,
      seal: (values) => services.directory.seal(current.id, values),
    });
  };
  const record = await services.store.updateConnection(access.scope, id, change, actOf(saving));
  if (!record) throw notFound('connection');
  return record;
}

/** Logs in to the POS now; what waited for a connection that works again goes on. */
export async function recheckConnection(record: ConnectionRecord, saving: Saving): Promise<ConnectionRecord> {
  const { access, services } = saving;
  const status = await checkConnection(record, services.directory, services.now);
  await services.store.setConnectionStatus(access.scope, record.id, status, actOf(saving));
  if (status.status === 'ok') await services.reopen(record);
  return { ...record, ...status };
}

/** Whether it is rehearsed is kept here for every connection: configuration does not say. */
function isSwitchOnly(body: unknown): boolean {
  const names = Object.keys((body ?? {}) as object);
  return names.length === 1 && names[0] === 'mode';
}

/** Configuration's connections are changed there, or the next start would undo it. */
export function mustBeOurs(record: ConnectionRecord): ConnectionRecord {
  if (record.source === 'api') return record;
  const where = record.id === 'con_env' ? 'the POS_… variables' : 'the file that ORDERWIRE_CONNECTIONS names';
  const detail = `${record.id} comes from configuration and cannot be changed here: change ${where} and start OrderWire again.`;
  throw new ApiProblem('not-now', detail);
}

const actOf = ({ access, services }: Saving) => ({ key_id: access.key.id, at: services.now() });

/** Where the old ones cannot be read any more, new ones may take their place. */
function storedCredentials(current: ConnectionRecord, { directory }: Services): Record<string, string> {
  try {
    return directory.inTheClear(current).credentials;
  } catch (error) {
    if (error instanceof CannotOpen) return {};
    throw error;
  }
}

async function toNewConnection(body: unknown, { access, services }: Saving) {
  const { store, newId, directory, config } = services;
  const { vendor: vendorId, location_id, ...patch } = readInput(NewConnectionReading, body, UTC_SHOP);
  const vendor = findVendor(vendorId);
  if (!vendor) throw refusedFields([{ path: 'vendor', message: unknownSystem(vendorId) }]);
  const shop = await shopOf(store, access, location_id);
  const id = newId('con');
  const change = toConnectionChange(patch, {
    vendor,
    stored: {},
    addresses: config.addresses,
    seal: (values) => directory.seal(id, values),
  });
  const ours = (await store.connections(access.scope)).filter((one) => one.location_id === shop.id);
  return {
    name: vendor.name,
    environment: 'production',
    api_url: null,
    is_default: ours.every((one) => !one.is_default),
    mode: 'live',
    credentials: null,
    settings: {},
    ...change,
    pos_location: patch.pos_location,
    id,
    vendor: vendor.id,
    location_id: shop.id,
  } as const;
}
