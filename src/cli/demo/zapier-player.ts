import { existsSync } from 'node:fs';
import { join } from 'node:path';
import zapier from 'zapier-platform-core';
import { packageRoot } from '../../server/package-root';

type Fields = Record<string, unknown>;
type Event = {
  command: 'execute';
  method: string;
  bundle: object;
  calledFromCli: true;
  zcacheTestObj: object;
};
/** The function that Zapier itself calls; core exports it without a type. */
type Handler = (event: Event) => Promise<{ results: unknown }>;

/** The app as `npm run zapier:build` bundled it: what Zapier itself would run. */
export function loadBuiltApp(): unknown {
  const bundle = join(packageRoot(), 'build/zapier/index.js');
  if (existsSync(bundle)) return require(bundle);
  throw new Error('The Zapier app is not built yet: run "npm run zapier:build", then the demo again.');
}

/** Plays Zapier: runs an app's functions by their paths in zapier-platform-core, as its servers do. */
export class ZapierPlayer {
  private readonly handler: Handler;
  /** What `z.cache` keeps between the runs of one account. */
  private readonly cache = {};
  constructor(app: unknown) {
    const { createAppHandler } = zapier as unknown as { createAppHandler: (app: unknown) => Handler };
    this.handler = createAppHandler(app);
  }

  /** Connects an account: logs in, tests it, and gives the connection with its name. */
  async connect(fields: Fields): Promise<{ authData: Fields; label: string }> {
    const token = await this.run('authentication.sessionConfig.perform', { authData: fields });
    const authData = { ...fields, ...(token as Fields) };
    const inputData = await this.run('authentication.test', { authData });
    const label = await this.run('authentication.connectionLabel', { authData, inputData });
    return { authData, label: String(label) };
  }

  /** Polls a trigger; the newest item comes first. */
  async poll(key: string, authData: Fields, inputData: Fields = {}): Promise<Fields[]> {
    const bundle = { authData, inputData, meta: { limit: 100, page: 0 } };
    return (await this.run(`triggers.${key}.operation.perform`, bundle)) as Fields[];
  }

  /** Runs an action once, as a Zap that is on. */
  async create(key: string, authData: Fields, inputData: Fields): Promise<Fields> {
    return (await this.run(`creates.${key}.operation.perform`, { authData, inputData, meta: {} })) as Fields;
  }

  /** Searches; the best match comes first. */
  async search(key: string, authData: Fields, inputData: Fields): Promise<Fields[]> {
    return (await this.run(`searches.${key}.operation.perform`, {
      authData,
      inputData,
      meta: {},
    })) as Fields[];
  }

  /** Switches a hook trigger on: somebody shall call this address from now on. */
  async subscribe(key: string, authData: Fields, targetUrl: string): Promise<Fields> {
    const bundle = { authData, inputData: {}, targetUrl, meta: {} };
    return (await this.run(`triggers.${key}.operation.performSubscribe`, bundle)) as Fields;
  }

  /** Somebody called the address of a hook trigger; what the Zap makes of it. */
  async called(key: string, authData: Fields, cleanedRequest: unknown): Promise<Fields[]> {
    const bundle = { authData, inputData: {}, cleanedRequest, meta: {} };
    return (await this.run(`triggers.${key}.operation.perform`, bundle)) as Fields[];
  }

  private async run(method: string, bundle: object): Promise<unknown> {
    const event = {
      command: 'execute',
      method,
      bundle,
      calledFromCli: true,
      zcacheTestObj: this.cache,
    } as const;
    return (await this.handler(event)).results;
  }
}
