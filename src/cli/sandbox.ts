import { Sandbox } from '../sandbox/sandbox';
import { buildSandboxApp } from '../server/sandbox-app';
import { openSandboxMail } from '../server/sandbox-mail';

/** `orderwire sandbox`: all POS simulators, the kitchen screen, guests' phones and a mail server on loopback, until interrupted. */
export async function sandbox({ port, smtpPort }: { port: number; smtpPort: number }): Promise<void> {
  const rooms = new Sandbox();
  const app = buildSandboxApp(rooms);
  const address = await app.listen({ host: '127.0.0.1', port });
  const mail = await openSandboxMail({ port: smtpPort, mailbox: rooms.mailbox }).catch(async (error) => {
    await app.close();
    throw error.code === 'EADDRINUSE'
      ? new Error(`Port ${smtpPort} is taken by another program; set SANDBOX_SMTP_PORT to another one.`)
      : error;
  });
  console.log(`Kitchen screen: ${address}/`);
  console.log(`Phone: ${address}/phone, to text or call the restaurant as a guest`);
  console.log(`Mailbox: ${address}/mail, filled by SMTP_URL=${rooms.mailbox.smtpUrl}\n`);
  for (const [vendor, facts] of Object.entries(rooms.facts())) {
    console.log(`${vendor}: ${address}/${vendor}`);
    for (const [name, value] of Object.entries(facts)) console.log(`  ${name}: ${value}`);
  }
  const stop = () => Promise.all([app.close(), mail.close()]);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}
