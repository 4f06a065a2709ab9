import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { bridge } from '../../src/cli/bridge';
import { ReceptionistFile } from './receptionist-file';

export type Told = { type: string; timestamp: string; data: Record<string, unknown> };

/** A receptionist's file with one restaurant, and a bridge from it that tests start and stop. */
export class BridgeHouse {
  readonly file = ReceptionistFile.make('migrated');
  readonly said: string[] = [];
  private stop = new AbortController();
  private running: Promise<number> = Promise.resolve(0);

  constructor() {
    this.file.write({ business: { name: "Mario's", phone_number: '+16175550100' } });
  }

  /** One call from its beginning to its end. */
  call(call_sid: string, order: object, { ends = true, business_id = 1 } = {}): void {
    this.file.write(
      { call: { call_sid, business_id } },
      { order: { call_sid, order_type: 'pickup', ...order } },
    );
    if (ends) this.file.write({ hang_up: { call_sid } });
  }

  /** The command with these flags; resolves to its exit code. */
  run(to: string, ...flags: string[]): Promise<number> {
    this.stop = new AbortController();
    const args = ['--db', this.file.path, '--to', to, ...flags];
    const environment = { RESTAURANT_NAME: "Mario's Downtown", RESTAURANT_TIMEZONE: 'UTC' };
    this.running = bridge({ args, environment, stop: this.stop, say: (line) => void this.said.push(line) });
    return this.running;
  }

  /** The same, left running until `close`. */
  start(to: string, ...flags: string[]): void {
    this.run(to, ...flags).catch((error: Error) => this.said.push(error.message));
  }

  /** Settles once the bridge has said this. */
  async says(words: RegExp): Promise<void> {
    for (let tries = 0; tries < 800; tries++) {
      if (this.said.some((line) => words.test(line))) return;
      await wait(25);
    }
    throw new Error(`It never said ${words}:\n${this.said.join('\n')}`);
  }

  get secret(): string {
    const file = this.beside('receptionist.bridge.secret');
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  }

  beside(name: string): string {
    return this.file.path.replace('receptionist.db', name);
  }

  async leave(): Promise<number> {
    this.stop.abort();
    return this.running.catch(() => 1);
  }

  async close(): Promise<void> {
    await this.leave();
    this.file.remove();
  }
}

export const toldOf = ({ body }: { body: string }): Told => JSON.parse(body);
