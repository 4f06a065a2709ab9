import type { HttpClient } from '../../src/http';
import { inProcessClient } from '../../src/sandbox/in-process';
import { type KnownConnection, knownConnections } from '../../src/sandbox/known-connections';
import { Sandbox } from '../../src/sandbox/sandbox';

const BASE = 'http://127.0.0.1:9';

/** The simulators of these vendors in this process: connections of one shop, the first its default, and the client that reaches them. */
export function posRooms(...vendors: string[]) {
  const sandbox = new Sandbox();
  const clock = { now: new Date('2026-11-27T18:00:00Z') };
  const http: HttpClient = (request) => {
    const [, vendor = ''] = new URL(request.url).pathname.split('/');
    const target = sandbox.find(vendor);
    if (!target) throw new Error(`Nobody plays ${vendor}.`);
    return inProcessClient({ base: `${BASE}/${vendor}`, clock }, target)(request);
  };
  const connections = vendors
    .flatMap((vendor) => knownConnections(BASE).filter((one) => one.vendor === vendor))
    .map((one: KnownConnection, index) => ({ ...one, location_id: 'loc_1', default: index === 0 }));
  return { sandbox, http, connections };
}
