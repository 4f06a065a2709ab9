import { Agent, request } from 'node:http';
import { urlToHttpOptions } from 'node:url';

export type Ending = { status: number } | { code: string; reused: boolean };

const SILENCE_MS = 15_000;

/** A caller that keeps its connection open from one request to the next, and knows of each whether it was a new one. */
export class KeptCaller {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  /** Sends one body as JSON; how it ended. */
  post(url: string, key: string, body: object): Promise<Ending> {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    // One object, not an address and options: zapier-platform-core, once run in this process, passes on no third argument.
    const options = { ...urlToHttpOptions(new URL(url)), method: 'POST', agent: this.agent, headers };
    return new Promise((resolve) => {
      const sent = request(options, (response) => {
        response.resume().on('end', () => resolve({ status: response.statusCode ?? 0 }));
      });
      sent.on('error', ({ code = '' }: NodeJS.ErrnoException) =>
        resolve({ code, reused: sent.reusedSocket }),
      );
      // A connection that the closing server took without serving it is a shut door too.
      sent.setTimeout(SILENCE_MS, () =>
        sent.destroy(Object.assign(new Error('silence'), { code: 'SILENCE' })),
      );
      sent.end(JSON.stringify(body));
    });
  }

  /** Sends one order after another until the door is shut; everything else that was no acceptance. */
  async postUntilShut(url: string, key: string, next: () => object): Promise<Ending[]> {
    const failures: Ending[] = [];
    for (;;) {
      const ending = await this.post(url, key, next());
      // A new connection that nobody took yet is as good as a shut door.
      if ('code' in ending && !ending.reused) return failures;
      if (!('status' in ending && ending.status === 201)) failures.push(ending);
    }
  }
}
