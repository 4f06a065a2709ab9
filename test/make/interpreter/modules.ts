import type { Module } from './blueprint';
import { HTTP_MODULES } from './http-modules';
import { toNumber, toText } from './iml-values';
import { ModuleError } from './module-error';

export type WebhookReply = { status: number; body: string; headers: [string, string][] };
/** What a module may do to the world. */
export type Hands = {
  parameters: Record<string, unknown>;
  /** What started the run. */
  trigger: unknown;
  longestMs: number;
  sleep: (seconds: number) => Promise<void>;
  reply: (reply: WebhookReply) => void;
};
export type ModuleKind = {
  version: number;
  /** Every field a file of ours may have; another one throws. */
  parameters: readonly string[];
  mapper: readonly string[];
  run: (mapper: Record<string, unknown>, hands: Hands) => Promise<unknown>;
  /** One bundle for each element of what it gives. */
  splits?: true;
};

const MODULES: Record<string, ModuleKind> = {
  ...HTTP_MODULES,
  'gateway:CustomWebHook': {
    version: 1,
    parameters: ['maxResults'],
    mapper: [],
    run: async (_, { trigger }) => trigger,
  },
  'gateway:WebhookRespond': {
    version: 1,
    parameters: [],
    mapper: ['status', 'body', 'headers'],
    async run({ status, body, headers = [] }, { reply }) {
      const rows = (headers as { key: string; value: string }[]).map(({ key, value }): [string, string] => [
        key,
        value,
      ]);
      reply({ status: toNumber(status), body: toText(body), headers: rows });
      return {};
    },
  },
  'util:SetVariables': {
    version: 1,
    parameters: [],
    mapper: ['variables', 'scope'],
    run: async ({ variables }) =>
      Object.fromEntries(
        (variables as { name: string; value: unknown }[]).map((one) => [one.name, one.value]),
      ),
  },
  'util:FunctionSleep': {
    version: 1,
    parameters: [],
    mapper: ['duration'],
    async run({ duration }, { sleep }) {
      const seconds = toNumber(duration);
      if (seconds < 1 || seconds > 300) throw new ModuleError('DataError', 'Sleep takes 1 to 300 seconds.');
      await sleep(seconds);
      return {};
    },
  },
  'json:ParseJSON': {
    version: 1,
    parameters: ['type'],
    mapper: ['json'],
    async run({ json }) {
      try {
        return JSON.parse(toText(json));
      } catch {
        throw new ModuleError('DataError', 'Source is not valid JSON.');
      }
    },
  },
  'json:TransformToJSON': {
    version: 1,
    parameters: ['space'],
    mapper: ['object'],
    run: async ({ object }) => ({ json: JSON.stringify(object ?? '') }),
  },
  'builtin:BasicFeeder': {
    version: 1,
    parameters: [],
    mapper: ['array'],
    splits: true,
    async run({ array }) {
      if (array === undefined || array === null || array === '') return [];
      if (!Array.isArray(array)) throw new ModuleError('DataError', 'The iterator takes a list.');
      return array.map((one) => (typeof one === 'object' && one !== null ? one : { value: one }));
    },
  },
};

/** Modules that steer the run itself: their fields, and no work of their own. */
export const STEERING: Record<string, Pick<ModuleKind, 'version' | 'parameters' | 'mapper'>> = {
  'builtin:BasicRouter': { version: 1, parameters: [], mapper: [] },
  'builtin:BasicAggregator': { version: 1, parameters: ['feeder'], mapper: ['*'] },
  'builtin:Break': { version: 1, parameters: [], mapper: ['retry', 'count', 'interval'] },
  'builtin:Resume': { version: 1, parameters: [], mapper: ['*'] },
  'builtin:Ignore': { version: 1, parameters: [], mapper: [] },
  'builtin:Commit': { version: 1, parameters: [], mapper: [] },
  'builtin:Rollback': { version: 1, parameters: [], mapper: [] },
};

/** What does the work of a module. */
export function kindOf({ module }: Module): ModuleKind {
  const kind = Object.hasOwn(MODULES, module) ? MODULES[module] : undefined;
  if (!kind) throw new Error(`${module} is not known here.`);
  return kind;
}

/** Throws where a module is unknown, of another version, or has a field that Make's own does not have. */
export function checkModule(one: Module): void {
  const kind = Object.hasOwn(STEERING, one.module) ? STEERING[one.module] : kindOf(one);
  if (!kind) throw new Error(`${one.module} is not known here.`);
  if (kind.version !== one.version) throw new Error(`${one.module} has no version ${one.version}.`);
  const given = {
    parameters: Object.keys(one.parameters ?? {}),
    mapper: Object.keys(one.mapper ?? {}),
  };
  for (const place of ['parameters', 'mapper'] as const) {
    const known = kind[place];
    const unknown = known.includes('*') ? [] : given[place].filter((name) => !known.includes(name));
    if (unknown.length > 0) throw new Error(`${one.module} has no ${place} called ${unknown.join(', ')}.`);
  }
}
