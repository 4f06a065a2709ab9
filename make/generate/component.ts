/** A field of a Make form, or of what a module gives: https://developers.make.com/custom-apps-documentation/block-elements/parameters, read 2026-11-24. */
export type Parameter = {
  name: string;
  type: string;
  label?: string;
  help?: string;
  required?: boolean;
  default?: unknown;
  advanced?: boolean;
  multiline?: boolean;
  multiple?: boolean;
  mappable?: boolean;
  options?: unknown;
  validate?: object;
  spec?: Parameter | Parameter[];
};

/** One HTTP exchange, or several of which each may use what the one before left in `temp`. */
export type Communication = object | object[];

type ModuleType = 'trigger' | 'instant_trigger' | 'action' | 'search' | 'universal';

/** One module of the app. A folder of files is made of it. */
export type Module = {
  id: string;
  label: string;
  description: string;
  type: ModuleType;
  /** Under which heading Make's list of modules shows it. */
  group: string;
  crud?: 'create' | 'read' | 'update' | 'delete';
  webhook?: string;
  communication: Communication;
  epoch?: object;
  /** What a person chooses once; later values cannot be mapped to it. */
  staticParams?: Parameter[];
  mappableParams?: Parameter[];
  interface: Parameter[];
  samples: object;
};

/** A list behind a select box. */
export type Rpc = { id: string; label: string; communication: Communication; params: Parameter[] };

/** An address of Make's that the Order API calls. */
export type Webhook = {
  id: string;
  label: string;
  params: Parameter[];
  communication: object;
  attach: object;
  detach: object;
};
