import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Field, fillForm } from './app-form';
import { type AppRequest, type Data, readCommunication, readRequest, type Seen } from './app-request';
import { runCommunication } from './communication';
import { evaluateIml } from './iml';
import { isTrue } from './iml-values';

type Part =
  | 'communication'
  | 'epoch'
  | 'params'
  | 'staticParams'
  | 'mappableParams'
  | 'interface'
  | 'samples'
  | 'attach'
  | 'detach';
type Component = {
  label: string;
  moduleType?: string;
  webhook?: string;
  codeFiles: Partial<Record<Part, string>>;
};
type Kind = 'connection' | 'webhook' | 'module' | 'rpc';
type Manifest = {
  generalCodeFiles: { base: string };
  components: Record<Kind, Record<string, Component>>;
};
/** What Make keeps of a polling trigger between two runs. */
export type Epoch = { seen: Seen[] };

/** A custom app's folder with one connection, its files executed as Make executes them. */
export class CustomApp {
  private readonly manifest: Manifest;
  private readonly base: AppRequest;

  constructor(
    private readonly folder: string,
    private readonly connection: Data,
  ) {
    this.manifest = JSON.parse(this.text('makecomapp.json'));
    this.base = readRequest(JSON.parse(this.text(this.manifest.generalCodeFiles.base)));
  }

  ids(kind: Kind): string[] {
    return Object.keys(this.manifest.components[kind]);
  }

  component(kind: Kind, id: string): Component {
    const found = this.manifest.components[kind][id];
    if (!found) throw new Error(`The app has no ${kind} called ${id}.`);
    return found;
  }

  /** What a person types in is tried at once; the name that the connection then has. */
  async connect(id: string): Promise<unknown> {
    const parameters = this.form('connection', id, ['params'], this.connection);
    const { metadata } = await runCommunication(this.communication('connection', id), {
      names: { parameters },
      now: new Date(),
    });
    return (metadata as { value: unknown }).value;
  }

  /** An action, a search or the call of any route: its bundles. */
  async run(id: string, given: Data = {}): Promise<Data[]> {
    const parameters = this.form('module', id, ['staticParams', 'mappableParams'], given);
    const { bundles } = await this.ask(this.communication('module', id), { parameters });
    return bundles as Data[];
  }

  /** A run of a polling trigger: what it has not given before, the oldest first. */
  async poll(id: string, given: Data, epoch: Epoch): Promise<Data[]> {
    const parameters = this.form('module', id, ['staticParams', 'mappableParams'], given);
    const last = Math.max(Number.NEGATIVE_INFINITY, ...epoch.seen.map(({ at }) => at));
    const isSeen = ({ id: one, at }: Seen) => at < last || epoch.seen.some((seen) => seen.id === one);
    const communication = this.communication('module', id);
    const { bundles, seen } = await this.ask(communication, { parameters }, isSeen);
    epoch.seen.push(...seen);
    return bundles as Data[];
  }

  /** Where a polling trigger may start: the panel's labels and dates. */
  async startingPoints(id: string, given: Data): Promise<Data[]> {
    const parameters = this.form('module', id, ['staticParams'], given);
    const request = this.communication('module', id) as AppRequest;
    const panel = JSON.parse(this.file('module', id, 'epoch')) as AppRequest;
    const { trigger: _, ...response } = { ...request.response, ...panel.response };
    const { bundles } = await this.ask({ ...request, ...panel, response }, { parameters });
    return bundles as Data[];
  }

  /** What a select box shows. */
  async list(id: string, given: Data = {}): Promise<Data[]> {
    const parameters = this.form('rpc', id, ['params'], given);
    return (await this.ask(this.communication('rpc', id), { parameters })).bundles as Data[];
  }

  /** Switching an instant trigger on: what Make keeps with the webhook. */
  async attach(id: string, given: Data, url: string): Promise<Data> {
    const parameters = this.form('webhook', id, ['params'], given);
    const names = { parameters, webhook: { url } };
    const { data } = await this.ask(readCommunication(this.file('webhook', id, 'attach')), names);
    return { url, ...(data as Data) };
  }

  /** A call of the webhook: the answer to it, and the bundle that starts a run; none where the file leaves it out. */
  receive(id: string, webhook: Data, body: unknown): { respond: unknown; bundle?: unknown } {
    const request = this.communication('webhook', id) as AppRequest;
    const scope = { dialect: 'app' as const, now: new Date(), data: { webhook, body } };
    const respond = evaluateIml(request.respond, scope);
    if (request.condition !== undefined && !isTrue(evaluateIml(request.condition, scope))) return { respond };
    return { respond, bundle: evaluateIml(request.output, scope) };
  }

  async detach(id: string, webhook: Data): Promise<void> {
    await this.ask(readCommunication(this.file('webhook', id, 'detach')), { webhook });
  }

  private ask(communication: AppRequest | AppRequest[], names: Data, isSeen?: (seen: Seen) => boolean) {
    const { base, connection } = this;
    return runCommunication(
      communication,
      { base, names: { connection, ...names }, now: new Date() },
      isSeen,
    );
  }

  private communication(kind: Kind, id: string): AppRequest | AppRequest[] {
    return readCommunication(this.file(kind, id, 'communication'));
  }

  private form(kind: Kind, id: string, parts: Part[], given: Data): Data {
    const { codeFiles } = this.component(kind, id);
    const fields = parts.flatMap((part) => (codeFiles[part] ? JSON.parse(this.file(kind, id, part)) : []));
    return fillForm(fields as Field[], given);
  }

  /** The text of one of a component's files. */
  file(kind: Kind, id: string, part: Part): string {
    const path = this.component(kind, id).codeFiles[part];
    if (!path) throw new Error(`${id} has no ${part}.`);
    return this.text(path);
  }

  private text(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }
}
