import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { HttpClient } from '../../http';
import type { Config } from '../config';
import { createHttpClient } from '../http-client';
import { ownAddress } from '../own-address';
import type { Premises, Running } from './premises';

/** Who answers where the server listens. */
export async function whoAnswers(config: Config, asking: Omit<Asking, 'http'>): Promise<Running> {
  const answer = await askForProof(ownAddress(config), { http: createHttpClient(), ...asking });
  if (answer.came === 'nothing') return 'nobody';
  return answer.came === 'proof' ? 'this' : 'other';
}

/** What came back from an address: the proof that only this installation can give, something else, or nothing. */
export type Answer = { came: 'proof' } | { came: 'other'; status: number } | { came: 'nothing'; why: string };
type Asking = { http: HttpClient; proofOf: Premises['proofOf']; timeoutMs: number };

/** A server that cannot keep up turns requests away for a moment. */
const BUSY = 503;
const BUSY_WAIT_MS = 250;

/** Asks whoever answers at this address to prove that it is this installation; one that is busy, again. */
export async function askForProof(base: string, asking: Asking): Promise<Answer> {
  let answer = await askOnce(base, asking);
  for (let waited = 0; isBusy(answer) && waited < asking.timeoutMs; waited += BUSY_WAIT_MS) {
    await wait(BUSY_WAIT_MS);
    answer = await askOnce(base, asking);
  }
  return answer;
}

const isBusy = (answer: Answer) => answer.came === 'other' && answer.status === BUSY;

async function askOnce(base: string, { http, proofOf, timeoutMs }: Asking): Promise<Answer> {
  const nonce = randomBytes(16).toString('hex');
  const url = `${base}/healthz?nonce=${nonce}`;
  try {
    const { status, body } = await http({ method: 'GET', url, headers: {}, timeoutMs });
    const isOurs = proofOf !== null && proofIn(body) === proofOf(nonce);
    return isOurs ? { came: 'proof' } : { came: 'other', status };
  } catch (error) {
    return { came: 'nothing', why: (error as Error).message };
  }
}

function proofIn(body: string): unknown {
  try {
    return (JSON.parse(body) as { proof?: unknown } | null)?.proof;
  } catch {
    return undefined;
  }
}
