import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createAppTester } from 'zapier-platform-core';
import { packageRoot } from '../package-root';

/** The parts of a Zapier app's definition that a connection, a trigger and an action need. */
export type ZapierApp = {
  authentication: { test: Perform; sessionConfig: { perform: Perform }; connectionLabel: Perform };
  triggers: Record<string, { operation: { perform: Perform } }>;
  creates: Record<string, { operation: { perform: Perform } }>;
};
type Perform = (z: never, bundle: never) => unknown;
type Fields = Record<string, unknown>;

/** The app as `npm run zapier:build` bundled it: what Zapier itself would run. */
export function loadBuiltApp(): ZapierApp {
  const bundle = join(packageRoot(), 'build/zapier/index.js');
  if (!existsSync(bundle))
    throw new Error('The Zapier app is not built yet: run "npm run zapier:build", then the demo again.');
  return require(bundle) as ZapierApp;
}

/** Plays Zapier: runs an app's functions in zapier-platform-core, and logs in again where the app asks for it. */
export class ZapierPlayer {
  private readonly run: (perform: Perform, bundle: object) => Promise<unknown>;
  constructor(private readonly app: ZapierApp) {
    this.run = createAppTester(app as never) as typeof this.run;
  }

  /** Connects an account: logs in, tests it, and gives the connection with its name. */
  async connect(fields: Fields): Promise<{ authData: Fields; label: string }> {
    const authData = await this.logIn(fields);
    const { authentication } = this.app;
    const facts = await this.run(authentication.test, { authData });
    const label = await this.run(authentication.connectionLabel, { authData, inputData: facts });
    return { authData, label: String(label) };
  }

  /** Polls a trigger; the newest item comes first. */
  async poll(key: string, authData: Fields, inputData: Fields = {}): Promise<Fields[]> {
    const perform = this.app.triggers[key]?.operation.perform;
    if (!perform) throw new Error(`The app has no trigger ${key}.`);
    return (await this.run(perform, { authData, inputData, meta: { limit: 100, page: 0 } })) as Fields[];
  }

  /** Runs an action once, as a Zap that is on. */
  async create(key: string, authData: Fields, inputData: Fields): Promise<Fields> {
    const perform = this.app.creates[key]?.operation.perform;
    if (!perform) throw new Error(`The app has no action ${key}.`);
    return (await this.run(perform, { authData, inputData, meta: {} })) as Fields;
  }

  private async logIn(fields: Fields): Promise<Fields> {
    const token = (await this.run(this.app.authentication.sessionConfig.perform, {
      authData: fields,
    })) as Fields;
    return { ...fields, ...token };
  }
}
