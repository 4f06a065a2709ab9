import { callHook } from '../../delivery/webhook/call';
import type { HttpClient } from '../../http';
import { drainBridge, runBridge } from '../../intake/bridge/bridge';
import { CallReader } from '../../intake/bridge/call-reader';
import { Pusher, ReceiverGone } from '../../intake/bridge/pusher';
import type { Log } from '../../intake/receptionist/new-rows';
import { type Environment, processEnvironment, readConfig } from '../../server/config';
import { createHttpClient } from '../../server/http-client';
import { openBridgeOutbox } from '../../store/bridge/open';
import type { BridgeOutbox } from '../../store/bridge/records';
import { openReceptionistFile } from '../../store/receptionist/file';
import { FileBusy, type ReceptionistReader } from '../../store/receptionist/records';
import { manualOf } from '../manual';
import { loadMenu, reading } from './menu';
import { type BridgeOptions, readBridgeOptions } from './options';
import { signingSecret } from './secret';

type Options = {
  args: string[];
  environment?: Environment;
  say?: (line: string) => void;
  now?: () => number;
  /** Ends it, as a signal does. */
  stop?: AbortController;
};

const GONE = 3;

/** `orderwire bridge`: a receptionist's orders to a hook, with nothing hosted. Resolves to the exit code. */
export async function bridge(options: Options): Promise<number> {
  const { args, environment = processEnvironment(), say = console.log, now = Date.now } = options;
  const { firstShop } = readConfig(environment);
  const given = readBridgeOptions(args, firstShop, now());
  if (!given) {
    say(manualOf('bridge'));
    return args.length === 0 ? 2 : 0;
  }
  const log: Log = (_level, line) => say(`${new Date(now()).toISOString().slice(0, 19)}Z  ${line}`);
  const menu = given.menu === null ? null : loadMenu(given.menu, firstShop);
  const open = () => openReceptionistFile(given.db, '--db');
  warnOf(open, log);
  const outbox = openBridgeOutbox(given.outbox);
  try {
    const secret = showSecret(given, say);
    const parts = {
      ...{ outbox, now, log, menu, open, read: reading(menu), number: given.number },
      ...{ file: given.db, begins_at: given.begins_at, shop: { id: 'shop', ...firstShop } },
    };
    const http = createOneCallClient();
    const url = given.to.href;
    const pusher = new Pusher({
      ...{ outbox, now, log },
      push: (message) => callHook({ url, secrets: [secret], ...message }, http),
    });
    const reader = new CallReader(parts);
    log('info', `From ${given.db} to ${given.to.host}. ${outbox.waiting()} wait in ${given.outbox}.`);
    const stop = options.stop ?? stopOnSignals();
    return await run({ reader, pusher, log }, { once: given.once, stop, outbox });
  } finally {
    outbox.close();
  }
}

/** What a receiver answers is read no further: only its status counts. */
const LONGEST_ANSWER = 256 * 1024;

/** Orders are minutes apart: a connection that was kept would often be closed by the other side just when it is used again. */
function createOneCallClient(): HttpClient {
  const http = createHttpClient(undefined, LONGEST_ANSWER);
  return (request) => http({ ...request, headers: { ...request.headers, connection: 'close' } });
}

type Running = { once: boolean; stop: AbortController; outbox: BridgeOutbox };

async function run(parts: Parameters<typeof runBridge>[0], { once, stop, outbox }: Running): Promise<number> {
  const { log } = parts;
  try {
    if (!once) {
      await runBridge(parts, stop);
      log('info', `Stopped. ${outbox.waiting()} wait: the next run sends them.`);
      return 0;
    }
    const { talking, unsent } = await drainBridge(parts);
    if (talking > 0) log('info', `Calls that are not over yet: ${talking}. The next run takes them.`);
    log('info', unsent === 0 ? 'Everything is sent.' : `${unsent} wait: the next run sends them.`);
    return unsent === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof ReceiverGone)) throw error;
    log('error', `The hook is switched off. ${error.message} ${outbox.waiting()} wait in the outbox.`);
    log('error', 'Switch the Zap or scenario on, or give its new address with --to, and start again.');
    return GONE;
  }
}

function showSecret({ secretFile }: BridgeOptions, say: (line: string) => void): string {
  const { secret, isNew } = signingSecret(secretFile);
  if (isNew) say(`What messages are signed with, shown this once: ${secret}\nKept in ${secretFile}.\n`);
  return secret;
}

/** Fails at once where the file cannot be read, and tells what is wrong with it. */
function warnOf(open: () => ReceptionistReader, log: Log): void {
  try {
    const reader = open();
    for (const { detail, fix } of reader.defects()) log('warn', `${detail}. ${fix}`);
    reader.close();
  } catch (error) {
    if (!(error instanceof FileBusy)) throw error;
  }
}

/** Finishes what is under way; a second signal leaves at once. */
function stopOnSignals(): AbortController {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(1);
      stop.abort();
    });
  }
  return stop;
}
