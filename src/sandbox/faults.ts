import type { HttpResponse } from '../http';
import type { Simulator, SimulatorRequest } from './simulator';

export const FAULTS = [
  'lose_reply',
  'throttle',
  'error_before',
  'error_after',
  'reset',
  'hang',
  'garbage',
  'expired_token',
  'read_only',
] as const;
export type FaultName = (typeof FAULTS)[number];
export type Fault = { fault: FaultName; times: number; seconds: number };

/** What the caller of a simulator sees: a reply (perhaps late), or a connection that ends without one. */
export type Outcome = { reply: HttpResponse; afterSeconds: number } | { dropped: true };

const THROTTLED: HttpResponse = {
  status: 429,
  headers: { 'content-type': 'application/json', 'retry-after': '2' },
  body: '{"message":"Too Many Requests"}',
};
const SERVER_ERROR: HttpResponse = {
  status: 500,
  headers: { 'content-type': 'text/html' },
  body: '<html><body><h1>500 Internal Server Error</h1></body></html>',
};
const GARBAGE: HttpResponse = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: '{"order":{"id":"trunc',
};

/** Where a fault strikes: the request that makes the order, any request after log-in, or every request. */
const STRIKES: Record<FaultName, 'order_write' | 'after_login' | 'any'> = {
  lose_reply: 'order_write',
  error_before: 'order_write',
  error_after: 'order_write',
  reset: 'order_write',
  hang: 'order_write',
  garbage: 'order_write',
  throttle: 'after_login',
  expired_token: 'after_login',
  read_only: 'any',
};

/** Stands before one simulator and lets its requests go wrong as told: the armed faults strike in the order they were set. */
export class FaultySimulator {
  private armed: Fault[] = [];
  constructor(readonly simulator: Simulator) {}

  arm(fault: Fault): void {
    this.armed.push({ ...fault });
  }

  /** Takes all faults back. */
  disarm(): void {
    this.armed = [];
  }

  reset(): void {
    this.disarm();
    this.simulator.reset();
  }

  handle(request: SimulatorRequest, now: Date): Outcome {
    const fault = this.next(request);
    const answer = (flags = {}): HttpResponse =>
      this.simulator.handle(request, { now, expiredToken: false, readOnly: false, ...flags });
    const reply = (response: HttpResponse, afterSeconds = 0): Outcome => ({ reply: response, afterSeconds });
    const acts: Record<FaultName, () => Outcome> = {
      reset: () => ({ dropped: true }),
      throttle: () => reply(this.simulator.throttled ?? THROTTLED),
      error_before: () => reply(SERVER_ERROR),
      lose_reply: () => {
        answer();
        return { dropped: true };
      },
      error_after: () => {
        answer();
        return reply(SERVER_ERROR);
      },
      garbage: () => {
        answer();
        return reply(GARBAGE);
      },
      hang: () => reply(answer(), fault?.seconds ?? 0),
      expired_token: () => reply(answer({ expiredToken: true })),
      read_only: () => reply(answer({ readOnly: true })),
    };
    return fault ? acts[fault.fault]() : reply(answer());
  }

  private next(request: SimulatorRequest): Fault | undefined {
    const struck = this.armed.find((fault) => this.strikes(fault, request));
    if (struck && --struck.times <= 0) this.armed = this.armed.filter((fault) => fault !== struck);
    return struck;
  }

  private strikes(fault: Fault, request: SimulatorRequest): boolean {
    const where = STRIKES[fault.fault];
    if (where === 'order_write') return this.simulator.isOrderWrite(request);
    return where === 'any' || !this.simulator.isLogin(request);
  }
}
