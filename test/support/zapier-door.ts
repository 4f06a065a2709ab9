import zapier from 'zapier-platform-core';
import { sampleOrder } from '../../src/order/sample';
import type { Vendor } from '../../src/pos/vendor';
import { type VendorId, vendors } from '../../src/pos/vendors';
import type { FaultName } from '../../src/sandbox/faults';
import { knownConnections } from '../../src/sandbox/known-connections';
import { Sandbox } from '../../src/sandbox/sandbox';
import { app } from '../../src/zapier/app';
import { createPosOrder } from '../../src/zapier/create-pos-order';
import type { CreateOutput } from '../../src/zapier/receipt-output';
import type { HttpOptions } from '../../src/zapier/zapier-http';
import { serveSimulator } from './serve-simulator';

type Fields = Record<string, unknown>;
/** A sandbox connection as the Zapier connection's fields hold it, and the rest as the action's fields. */
export function zapierFields(
  vendor: string,
  apiUrl: string,
): { authData: Record<string, string>; inputData: Fields } {
  const known = knownConnections('http://sandbox').find((one) => one.vendor === vendor);
  if (!known) throw new Error(`no known connection for ${vendor}`);
  const {
    access_token = '',
    refresh_token = '',
    client_id = '',
    client_secret = '',
    ...rest
  } = known.credentials;
  const { authority = '', region: _, mode, ...settings } = known.settings;
  const authData = {
    ...{
      system: vendor,
      api_key: access_token,
      client_id,
      client_secret,
      initial_refresh_token: refresh_token,
    },
    ...{ location_id: known.pos_location, environment: 'test', api_url: apiUrl, authority },
  };
  return { authData, inputData: { ...rest, ...settings, ...(mode && { delivery_mode: mode }) } };
}

/** The machine's clock; a wait that an adapter asks for moves it on instead of taking the time. */
function skippingClock() {
  let waitedMs = 0;
  return {
    get now() {
      return new Date(Date.now() + waitedMs);
    },
    wait: async (milliseconds: number) => {
      waitedMs += milliseconds;
    },
  };
}

/** A restaurant's Zap: a connection to one simulator over real HTTP, and the create that sends to it. */
export async function openZap(vendor: VendorId, clock = skippingClock()) {
  const target = new Sandbox().find(vendor);
  if (!target) throw new Error(`no simulator of ${vendor}`);
  const served = await serveSimulator(target, clock);
  const createWith = (http: HttpOptions) =>
    createPosOrder(vendors[vendor] as Vendor, { http: { ...clock, ...http } });
  const testerOf = (create: ReturnType<typeof createWith>) =>
    zapier.createAppTester({ ...app, creates: { ...app.creates, [create.key]: create } });
  const create = createWith({});
  const tester = testerOf(create);
  const { authData, inputData } = zapierFields(vendor, served.url);
  const token = await tester(app.authentication.sessionConfig.perform, { authData }).catch(async (error) => {
    await served.close();
    throw error;
  });
  const connection: Record<string, string> = { ...authData, ...defined(token) };

  const run = (
    fields: Fields = {},
    options: { testing?: boolean; budgetMs?: number; authData?: Fields } = {},
  ): Promise<CreateOutput> => {
    const used = options.budgetMs ? createWith({ budgetMs: options.budgetMs }) : create;
    const bundle = {
      authData: { ...connection, ...options.authData } as Record<string, string>,
      inputData: { ...inputData, ...sampleFields(), ...fields },
      meta: { isLoadingSample: options.testing ?? false },
    };
    return (used === create ? tester : testerOf(used))(used.operation.perform, bundle);
  };
  return {
    ...{ target, tester, connection, inputData, run, url: served.url },
    arm: (fault: FaultName, times = 1, seconds = 29) => target.arm({ fault, times, seconds }),
    /** What the steps of this connection remember; missing from the package's types. */
    cache: () => (tester as unknown as { zcacheTestObj: Record<string, string> }).zcacheTestObj,
    /** The tickets once every vendor has had time to decide. */
    tickets: () => target.simulator.tickets(new Date(clock.now.getTime() + 120_000)),
    close: served.close,
  };
}
export type Zap = Awaited<ReturnType<typeof openZap>>;

function defined(token: Fields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(token).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

/** The two mappings that suffice: what the New Order trigger gives for the sample order. */
export function sampleFields(changes: Fields = {}): Fields {
  return {
    order_reference: sampleOrder.external_ref,
    order_data: JSON.stringify({ ...sampleOrder, ...changes }),
  };
}

/** What went wrong in a step: the name of Zapier's error and the sentence a person reads. */
export async function failureOf(
  run: Promise<unknown>,
): Promise<{ name: string; message: string; delay?: number }> {
  const error = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error(`expected a failure, got ${JSON.stringify(error)}`);
  try {
    return { name: error.name, ...JSON.parse(error.message) };
  } catch {
    return { name: error.name, message: error.message };
  }
}
