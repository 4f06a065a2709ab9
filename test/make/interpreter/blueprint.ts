export type Condition = { a: string; o: string; b?: string };
export type Filter = { name: string; conditions: Condition[][] };
export type Module = {
  id: number;
  module: string;
  version: number;
  parameters?: Record<string, unknown>;
  mapper: Record<string, unknown> | null;
  filter?: Filter | null;
  metadata: { designer: { x: number; y: number; name?: string } };
  routes?: { flow: Module[] }[];
  onerror?: Module[];
};
export type Blueprint = {
  name: string;
  flow: Module[];
  metadata: {
    instant: boolean;
    version: 1;
    scenario: { maxErrors: number; dlq: boolean; sequential: boolean };
  };
  scheduling?: { type: string; interval?: number };
};

/** Every module of a scenario, those of routes and of error handlers too. */
export function allModules(flow: Module[]): Module[] {
  return flow.flatMap((one) => [
    one,
    ...(one.routes ?? []).flatMap((route) => allModules(route.flow)),
    ...allModules(one.onerror ?? []),
  ]);
}

/** What Make would stumble over when the file is imported or the scenario is switched on; empty where it is sound. */
export function blueprintProblems(blueprint: Blueprint): string[] {
  const modules = allModules(blueprint.flow);
  const ids = modules.map(({ id }) => id);
  const breaks = modules.some(({ module }) => module === 'builtin:Break');
  const [first] = blueprint.flow;
  const isInstant = first?.module === 'gateway:CustomWebHook';
  const checks: [boolean, string][] = [
    [new Set(ids).size === ids.length, 'Two modules have the same id.'],
    [ids.every((id) => Number.isInteger(id) && id > 0), 'An id is no positive whole number.'],
    [modules.every(hasPlace), 'A module has no place in the designer.'],
    [
      !breaks || blueprint.metadata.scenario.dlq,
      'Break needs dlq: incomplete executions are stored nowhere.',
    ],
    [blueprint.metadata.instant === isInstant, 'metadata.instant says something else than the first module.'],
    [!isInstant || first.parameters?.hook === undefined, 'A webhook of another account is named.'],
    [
      !isInstant || blueprint.scheduling?.type !== 'indefinitely',
      'An instant scenario cannot run by interval.',
    ],
    [routersLast(blueprint.flow), 'A router is not the last module of its flow.'],
    [modules.every(({ filter }) => filter?.name !== ''), 'A filter has no name.'],
  ];
  return checks.filter(([sound]) => !sound).map(([, problem]) => problem);
}

function hasPlace({ metadata }: Module): boolean {
  return Number.isFinite(metadata?.designer?.x) && Number.isFinite(metadata?.designer?.y);
}

function routersLast(flow: Module[]): boolean {
  return flow.every(
    (one, index) =>
      (one.module !== 'builtin:BasicRouter' || index === flow.length - 1) &&
      (one.routes ?? []).every((route) => routersLast(route.flow)) &&
      routersLast(one.onerror ?? []),
  );
}
