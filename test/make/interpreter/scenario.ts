import { allModules, type Blueprint, blueprintProblems, type Module } from './blueprint';
import { passes } from './filter';
import { evaluateIml, type ImlScope } from './iml';
import { ModuleError } from './module-error';
import { checkModule, kindOf, STEERING, type WebhookReply } from './modules';
import { Directive, directiveOf, Halt } from './run-ends';

type Data = Record<string, unknown>;
type Done = (data: Data) => Promise<void>;
/** A module that is about to run, what follows it, and how often Break may still try it. */
type Step = { one: Module; rest: Module[]; data: Data; done: Done; attemptsLeft: number | null };
/** An execution that Break (or Make itself) keeps, to go on from the module that failed. */
type Incomplete = { attemptsLeft: number; interval: number; goOn: () => Promise<void> };
export type Outcome = { status: 'success' | 'warning' | 'error'; error?: ModuleError; reply?: WebhookReply };
type Options = {
  now?: () => Date;
  /** The longest that a request may take, whatever the blueprint says. */
  longestMs?: number;
  sleep?: (seconds: number) => Promise<void>;
};

const nothing: Done = async () => {};
/** Incomplete executions that no handler speaks of: Make's own attempts. */
const BY_ITSELF = { count: 8, interval: 1 };

/** Plays a blueprint as Make runs it, over real HTTP. What is not certain to work in Make throws a plain `Error`. */
export class Scenario {
  /** Make switches off an instant scenario at its first unhandled error, a scheduled one after `maxErrors` in a row. */
  active = true;
  incomplete: Incomplete[] = [];
  /** How many modules have run: what the account pays for. */
  operations = 0;
  private errorsInARow = 0;
  private reply: WebhookReply | undefined;
  private warned = false;
  private trigger: unknown;

  constructor(
    readonly blueprint: Blueprint,
    private readonly options: Options = {},
  ) {
    const problems = blueprintProblems(blueprint);
    if (problems.length > 0) throw new Error(`${blueprint.name}: ${problems.join(' ')}`);
    for (const one of allModules(blueprint.flow)) checkModule(one);
  }

  /** One run: `trigger` is what a webhook received; a scheduled run has none. */
  async run(trigger?: unknown): Promise<Outcome> {
    if (!this.active) throw new Error('The scenario is switched off.');
    this.trigger = trigger;
    return this.guarded(() => this.flow(this.blueprint.flow, {}, nothing));
  }

  /** Goes on with every stored execution once, as Make does when its interval is over. */
  async retryIncomplete(): Promise<Outcome[]> {
    const waiting = this.incomplete.filter(({ attemptsLeft }) => attemptsLeft > 0);
    this.incomplete = this.incomplete.filter(({ attemptsLeft }) => attemptsLeft === 0);
    const outcomes: Outcome[] = [];
    for (const one of waiting) outcomes.push(await this.guarded(one.goOn));
    return outcomes;
  }

  private async guarded(run: () => Promise<void>): Promise<Outcome> {
    this.reply = undefined;
    this.warned = false;
    try {
      await run();
    } catch (error) {
      if (!(error instanceof Halt)) throw error;
      if (error.problem) return this.failed(error.problem);
    }
    this.errorsInARow = 0;
    return { status: this.warned ? 'warning' : 'success', reply: this.reply };
  }

  private failed(error: ModuleError): Outcome {
    const { instant, scenario } = this.blueprint.metadata;
    this.errorsInARow++;
    if (!error.isRetryable && (instant || this.errorsInARow >= scenario.maxErrors)) this.active = false;
    return { status: 'error', error, reply: this.reply };
  }

  private scope(data: Data): ImlScope {
    return { dialect: 'scenario', data, now: this.options.now?.() ?? new Date() };
  }

  private async flow(modules: Module[], data: Data, done: Done): Promise<void> {
    const [one, ...rest] = modules;
    if (!one) return done(data);
    if (!passes(one.filter, this.scope(data))) return;
    if (one.module === 'builtin:BasicRouter') {
      for (const route of one.routes ?? []) await this.flow(route.flow, data, nothing);
      return;
    }
    if (Object.hasOwn(STEERING, one.module)) throw new Directive(one, data);
    await this.work({ one, rest, data, done, attemptsLeft: null });
  }

  private async work(step: Step): Promise<void> {
    let given: unknown;
    try {
      given = await this.runModule(step);
    } catch (error) {
      if (!(error instanceof ModuleError)) throw error;
      return this.handle(error, step);
    }
    await this.goOn(step, kindOf(step.one).splits ? (given as unknown[]) : [given]);
  }

  private async runModule({ one, data }: Step): Promise<unknown> {
    this.operations++;
    const mapper = evaluateIml(one.mapper ?? {}, this.scope(data)) as Data;
    return kindOf(one).run(mapper, {
      parameters: one.parameters ?? {},
      trigger: this.trigger,
      longestMs: this.options.longestMs ?? 300_000,
      sleep: this.options.sleep ?? (async () => {}),
      reply: (reply) => {
        this.reply ??= reply;
      },
    });
  }

  /** What follows runs for each bundle; an aggregator of this module's bundles makes one of them again. */
  private async goOn({ one, rest, data, done }: Step, bundles: unknown[]): Promise<void> {
    const end = rest.findIndex(
      ({ module, parameters }) => module === 'builtin:BasicAggregator' && parameters?.feeder === one.id,
    );
    const aggregator = rest[end];
    const each = aggregator ? rest.slice(0, end) : rest;
    const array: unknown[] = [];
    const collect: Done = async (at) => {
      array.push(evaluateIml(aggregator?.mapper ?? {}, this.scope(at)));
    };
    for (const bundle of bundles) {
      await this.flow(each, { ...data, [one.id]: bundle }, aggregator ? collect : done);
    }
    if (aggregator) await this.flow(rest.slice(end + 1), { ...data, [aggregator.id]: { array } }, done);
  }

  private async handle(error: ModuleError, step: Step): Promise<void> {
    const { one, data } = step;
    if (!one.onerror?.length) return this.unhandled(error, step);
    const { type, message } = error;
    const failed = { ...data, [one.id]: { error: { type, message } } };
    const directive = await directiveOf(this.flow(one.onerror, failed, nothing));
    this.warned = true;
    if (!directive) return;
    const mapper = evaluateIml(directive.module.mapper ?? {}, this.scope(directive.data)) as Data;
    switch (directive.module.module) {
      case 'builtin:Resume':
        return this.goOn(step, [mapper]);
      case 'builtin:Break':
        return this.store(step, mapper as { count: number; interval: number });
      case 'builtin:Commit':
        throw new Halt(null);
      case 'builtin:Rollback':
        throw new Halt(error);
    }
  }

  private unhandled(error: ModuleError, step: Step): void {
    if (this.blueprint.metadata.scenario.dlq && error.isRetryable) this.store(step, BY_ITSELF);
    throw new Halt(error);
  }

  private store(step: Step, { count, interval }: { count: number; interval: number }): void {
    this.warned = true;
    const attemptsLeft = step.attemptsLeft ?? count;
    const goOn = () => this.work({ ...step, attemptsLeft: attemptsLeft - 1 });
    this.incomplete.push({ attemptsLeft, interval, goOn });
  }
}
