import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FaultName } from '../../src/sandbox/faults';
import { Sandbox } from '../../src/sandbox/sandbox';
import { buildSandboxApp } from '../../src/server/sandbox-app';
import { openSandboxMail } from '../../src/server/sandbox-mail';
import type { Chance } from './chance';
import type { History } from './history';

/** Each of these strikes an order's request with this chance. */
const POS_FAULTS: FaultName[] = [
  'lose_reply',
  'reset',
  'throttle',
  'error_before',
  'error_after',
  'hang',
  'garbage',
];
const POS_FAULT_CHANCE = 0.05;
const MAIL_FAULT_CHANCE = 0.05;
const HOOK_FAULT_CHANCE = 0.05;

export type World = {
  sandboxUrl: string;
  smtpUrl: string;
  hookUrls: string[];
  sandbox: Sandbox;
  /** From here on everybody outside behaves. */
  calm(): void;
  /** Writes what the kitchens have into the history. */
  record(now: Date): void;
  close(): Promise<void>;
};

/** Everything outside the program: POS systems, a mail server, hook receivers. It lives on while the program is killed. */
export async function openWorld(chance: Chance, history: History): Promise<World> {
  let wild = true;
  const sandbox = new Sandbox();
  for (const vendor of VENDORS)
    plague(sandbox, vendor, { chance: chance.of(vendor), history, isWild: () => wild });
  const rooms = buildSandboxApp(sandbox);
  const sandboxUrl = await rooms.listen({ host: '127.0.0.1', port: 0 });
  const mail = await openSandboxMail({ port: 0, mailbox: sandbox.mailbox });
  const seen = new Set<string>();
  const mailChance = chance.of('mail');
  sandbox.mailbox.onChange(() => {
    for (const { id, message_id } of sandbox.mailbox.list().slice(0, 20)) {
      if (seen.has(id)) continue;
      seen.add(id);
      history.add({ what: 'mail', message_id });
      if (wild && mailChance.happens(MAIL_FAULT_CHANCE)) {
        const fault = mailChance.pick(['drop', 'temporary'] as const);
        history.add({ what: 'fault', where: 'smtp', fault });
        sandbox.mailbox.arm({ fault, times: 2 });
      }
    }
  });
  const receivers = await Promise.all(
    [0, 1].map((n) => openReceiver(n, { chance: chance.of(`hook ${n}`), history, isWild: () => wild })),
  );
  return {
    sandboxUrl,
    smtpUrl: sandbox.mailbox.smtpUrl ?? '',
    hookUrls: receivers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    sandbox,
    calm: () => {
      wild = false;
      sandbox.disarm();
    },
    record: (now) => {
      for (const { vendor, reference, visible, voided, printed } of sandbox.tickets(now)) {
        history.add({ what: 'ticket', vendor, reference, visible, voided, printed });
      }
    },
    close: async () => {
      for (const server of receivers) {
        server.closeAllConnections();
        server.close();
      }
      await Promise.all([rooms.close(), mail.close()]);
    },
  };
}

export const VENDORS = ['square', 'toast', 'clover', 'lightspeed', 'touchbistro'] as const;
type Parts = { chance: Chance; history: History; isWild: () => boolean };

/** Lets the requests that make orders go wrong, as often as told. */
function plague(sandbox: Sandbox, vendor: string, { chance, history, isWild }: Parts): void {
  const target = sandbox.find(vendor);
  if (!target) throw new Error(`No simulator of ${vendor}.`);
  const handle = target.handle.bind(target);
  target.handle = (request, now) => {
    if (isWild() && target.simulator.isOrderWrite(request)) {
      for (const fault of POS_FAULTS.filter(() => chance.happens(POS_FAULT_CHANCE)).slice(0, 1)) {
        history.add({ what: 'fault', where: vendor, fault });
        target.arm({ fault, times: 1, seconds: chance.between(0.2, 1.5) });
      }
    }
    return handle(request, now);
  };
}

async function openReceiver(receiver: number, { chance, history, isWild }: Parts): Promise<Server> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      if (isWild() && chance.happens(HOOK_FAULT_CHANCE)) {
        history.add({ what: 'fault', where: 'hook', fault: 'refused' });
        if (chance.happens(0.5)) request.socket.destroy();
        else response.writeHead(500).end();
        return;
      }
      history.add({ what: 'called', order_id: JSON.parse(body).data.id, receiver });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
