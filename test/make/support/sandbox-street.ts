import type { AddressInfo } from 'node:net';
import type { FaultName } from '../../../src/sandbox/faults';
import { Sandbox } from '../../../src/sandbox/sandbox';
import { buildSandboxApp } from '../../../src/server/sandbox-app';

/** The sandbox on loopback at a time that only the test moves: POS systems and Twilio for scenarios that have no host. */
export async function openStreet() {
  const sandbox = new Sandbox();
  const clock = { now: new Date('2026-11-27T18:31:07Z') };
  const app = buildSandboxApp(sandbox, () => clock.now);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const fact = (system: string, name: string) => sandbox.facts()[system]?.[name] ?? '';
  const wait = async (seconds: number) => {
    clock.now = new Date(clock.now.getTime() + seconds * 1000);
  };
  return {
    url: `http://127.0.0.1:${port}`,
    clock,
    wait,
    fact,
    fault: (system: string, fault: FaultName, times = 1) =>
      sandbox.find(system)?.arm({ fault, times, seconds: 1 }),
    /** The tickets once every POS has had time to show them. */
    tickets: (vendor: string) =>
      sandbox.find(vendor)?.simulator.tickets(new Date(clock.now.getTime() + 120_000)) ?? [],
    /** What lies on a phone. */
    texts: (phone: string) =>
      sandbox.twilio
        .world()
        .messages.filter(({ to }) => to === phone)
        .map(({ body }) => body),
    /** The settings that alerts need. */
    alerts: () => ({
      alert_phone: fact('twilio', 'guest_ben'),
      twilio_number: fact('twilio', 'phone_number'),
      twilio_account_sid: fact('twilio', 'account_sid'),
      twilio_auth_token: fact('twilio', 'auth_token'),
      twilio_api: `http://127.0.0.1:${port}/twilio`,
    }),
    close: () => app.close(),
  };
}
export type Street = Awaited<ReturnType<typeof openStreet>>;
