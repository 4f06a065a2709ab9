/** A module as a scenario here describes it; ids are written by hand, as mappings name them. */
export type Module = {
  id: number;
  /** What the designer shows under the circle. */
  name: string;
  module: string;
  version: number;
  parameters?: Record<string, unknown>;
  mapper?: Record<string, unknown> | null;
  filter?: Filter;
  routes?: Module[][];
  onerror?: Module[];
};
export type Condition = { a: string; o: string; b?: string };
/** One group of conditions must hold, and a group holds when each of its conditions does. */
export type Filter = { name: string; conditions: Condition[][] };
export type Scenario = {
  /** The file's name, and what the API is told: never changed once published. */
  id: string;
  /** What Make shows. */
  name: string;
  flow: Module[];
  /** Minutes between two runs; absent where a webhook starts it; null where a person does. */
  everyMinutes?: number | null;
  /** What arrives is worked off one by one. */
  sequential?: boolean;
};

const STEP = { x: 300, y: 300 };
type Place = { x: number; y: number };

/** A scenario as Make imports it (an export's shape, read 2026-11-24). The webhook's own id is left out: it belongs to an account. */
export function toBlueprint({ name, flow, everyMinutes, sequential = false }: Scenario): object {
  const instant = everyMinutes === undefined;
  return {
    name,
    flow: placed(flow, { x: 0, y: 0 }),
    metadata: {
      instant,
      version: 1,
      scenario: {
        roundtrips: 1,
        maxErrors: 3,
        autoCommit: true,
        autoCommitTriggerLast: true,
        sequential,
        confidential: false,
        dataloss: false,
        // Incomplete executions are stored: Break keeps nothing elsewhere.
        dlq: true,
        freshVariables: false,
      },
      designer: { orphans: [] },
      zone: 'eu1.make.com',
      notes: [],
    },
    ...(typeof everyMinutes === 'number' && {
      scheduling: { type: 'indefinitely', interval: everyMinutes * 60 },
    }),
  };
}

function placed(flow: Module[], { x, y }: Place): object[] {
  return flow.map((one, index) => toModule(one, { x: x + index * STEP.x, y }));
}

function toModule({ name, routes, onerror, ...one }: Module, at: Place): object {
  const { id, module, version, parameters = {}, mapper = {}, filter } = one;
  return {
    id,
    module,
    version,
    parameters,
    mapper,
    ...(filter && { filter }),
    metadata: { designer: { ...at, name } },
    ...(routes && {
      routes: routes.map((flow, index) => ({
        flow: placed(flow, { x: at.x + STEP.x, y: at.y + index * STEP.y }),
      })),
    }),
    ...(onerror && { onerror: placed(onerror, { x: at.x + STEP.x, y: at.y + STEP.y }) }),
  };
}
