import type { Condition, Filter, Module } from './blueprint';

type Named = { id: number; name: string; filter?: Filter };

/** Starts the scenario when its address is called. */
export function webhook(name: string): Module {
  return { id: 1, name, module: 'gateway:CustomWebHook', version: 1, parameters: { maxResults: 1 } };
}

/** Values that later modules map by name. */
export function variables(named: Named, values: Record<string, string>): Module {
  const rows = Object.entries(values).map(([name, value]) => ({ name, value }));
  return {
    ...named,
    module: 'util:SetVariables',
    version: 1,
    mapper: { variables: rows, scope: 'roundtrip' },
  };
}

/** All that a restaurant fills in. */
export function settings(id: number, values: Record<string, string>): Module {
  return variables({ id, name: 'Settings' }, values);
}

export function sleep(named: Named, seconds: number): Module {
  return { ...named, module: 'util:FunctionSleep', version: 1, mapper: { duration: String(seconds) } };
}

/** Any text as a piece of JSON, quotation marks and line ends escaped. */
export function toJson(named: Named, object: string): Module {
  return {
    ...named,
    module: 'json:TransformToJSON',
    version: 1,
    parameters: { space: '' },
    mapper: { object },
  };
}

/** One bundle for each element of a list. */
export function each(named: Named, array: string): Module {
  return { ...named, module: 'builtin:BasicFeeder', version: 1, mapper: { array } };
}

export function router(named: Named, ...routes: Module[][]): Module {
  return { ...named, module: 'builtin:BasicRouter', version: 1, mapper: null, routes };
}

/** Keeps the execution and tries its failed module again: so many times, so many minutes apart. */
export function tryAgain(id: number, { count, minutes }: { count: number; minutes: number }): Module {
  const mapper = { retry: true, count, interval: minutes };
  return { id, name: 'Try again', module: 'builtin:Break', version: 1, mapper };
}

/** Goes on as if the module had answered this. */
export function resume(id: number, mapper: Record<string, unknown>): Module {
  return { id, name: 'Go on', module: 'builtin:Resume', version: 1, mapper };
}

/** A filter: each list is one way through, and all of its conditions must hold. */
export function when(name: string, ...conditions: Condition[][]): Filter {
  return { name, conditions };
}

export const is = (a: string, b: string): Condition => ({ a, o: 'text:equal', b });
export const isNot = (a: string, b: string): Condition => ({ a, o: 'text:notequal', b });
export const lacks = (a: string, b: string): Condition => ({ a, o: 'text:notcontain', b });
export const exists = (a: string): Condition => ({ a, o: 'exist' });
export const missing = (a: string): Condition => ({ a, o: 'notexist' });
export const equals = (a: string, b: number): Condition => ({ a, o: 'number:equal', b: String(b) });
export const above = (a: string, b: number): Condition => ({ a, o: 'number:greater', b: String(b) });
export const below = (a: string, b: number): Condition => ({ a, o: 'number:less', b: String(b) });
export const later = (a: string, b: string): Condition => ({ a, o: 'date:after', b });
export const earlier = (a: string, b: string): Condition => ({ a, o: 'date:before', b });
