import { findVendor } from '../pos/vendors';
import { type KnownConnection, knownConnections } from '../sandbox/known-connections';
import { createHttpClient } from './http-client';
import type { Services } from './services';

/** Somebody waits for the page. */
const PATIENCE_MS = 800;

/** The sandbox of this machine and how to connect to its POS systems; null: it does not run now. */
export type FoundSandbox = { url: string; connections: KnownConnection[] } | null;

/** Looks whether the sandbox runs on this machine. */
export async function findSandbox({ config }: Pick<Services, 'config'>): Promise<FoundSandbox> {
  const { sandbox: url } = config;
  if (url === null || !(await isSandbox(url))) return null;
  return { url, connections: knownConnections(url) };
}

/** Those whose menu can be read: without one no words can be understood. */
export function readableOnes(sandbox: NonNullable<FoundSandbox>): KnownConnection[] {
  return sandbox.connections.filter(({ vendor }) => findVendor(vendor)?.fetchMenu);
}

/** Whether an address leads into the sandbox of this machine. */
export function isInSandbox(url: string | null, { config }: Pick<Services, 'config'>): boolean {
  return url !== null && config.sandbox !== null && url.startsWith(`${config.sandbox}/`);
}

async function isSandbox(url: string): Promise<boolean> {
  try {
    const request = { method: 'GET', url: `${url}/_sandbox`, headers: {}, timeoutMs: PATIENCE_MS } as const;
    const { status, body } = await createHttpClient()(request);
    return status === 200 && 'vendors' in JSON.parse(body);
  } catch {
    return false;
  }
}
