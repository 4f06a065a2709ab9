import { Sandbox } from '../sandbox/sandbox';
import { buildSandboxApp } from '../server/sandbox-app';

/** `orderwire sandbox`: all POS simulators and the kitchen screen on loopback, until interrupted. */
export async function sandbox(port: number): Promise<void> {
  const rooms = new Sandbox();
  const app = buildSandboxApp(rooms);
  const address = await app.listen({ host: '127.0.0.1', port });
  console.log(`Kitchen screen: ${address}/\n`);
  for (const [vendor, facts] of Object.entries(rooms.facts())) {
    console.log(`${vendor}: ${address}/${vendor}`);
    for (const [name, value] of Object.entries(facts)) console.log(`  ${name}: ${value}`);
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => app.close());
}
