import { Child } from '../child';
import type { Load, LoadCalls, Slice } from '../load/load-process';
import type { Side } from '../pairs';
import type { Opening, ServerCalls } from '../servers/server-process';
import { KEY } from '../servers/setting';

/** A slice of load with what the server's processor spent on each request: that hardly depends on what else runs on the machine. */
export type Served = Slice & { cpuMs: number };
export type Asking = Omit<Load, 'port' | 'key'>;
export type Server = {
  port: number;
  ask(asking: Asking): Promise<Served>;
  rss(): Promise<number>;
  end(): Promise<void>;
};

/** Two servers, each in its own process, and one process that asks them. */
export class Duel {
  private constructor(
    readonly a: Server,
    readonly b: Server,
    private readonly load: Child<LoadCalls>,
  ) {}

  static async open(openings: Record<Side, Opening>, profiles: string | null): Promise<Duel> {
    const load = Child.start<LoadCalls>('load/load-process');
    const [a, b] = await Promise.all([
      openServer(openings.a, load, profiles),
      openServer(openings.b, load, profiles),
    ]);
    return new Duel(a, b, load);
  }

  async end(): Promise<void> {
    await Promise.all([this.a.end(), this.b.end(), this.load.end()]);
  }
}

export async function openServer(
  opening: Opening,
  load: Child<LoadCalls>,
  profiles: string | null,
): Promise<Server> {
  const server = Child.start<ServerCalls>('servers/server-process', profiles);
  const { port } = await server.call('open', opening);
  return {
    port,
    async ask(asking) {
      const before = await server.call('usage', {});
      const slice = await load.call('run', { ...asking, port, key: KEY });
      const after = await server.call('usage', {});
      return { ...slice, cpuMs: (after.cpuMs - before.cpuMs) / slice.requests };
    },
    rss: async () => (await server.call('usage', {})).rss,
    end: () => server.end(),
  };
}
