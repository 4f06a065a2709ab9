import { CONNECTION } from './base';
import type { Communication, Module, Parameter, Rpc, Webhook } from './component';

/** A file's text by its path in the app. */
export type Files = Record<string, string>;
type Connection = { id: string; label: string; params: Parameter[]; communication: Communication };
type Components = { connections: Connection[]; webhooks: Webhook[]; rpcs: Rpc[]; modules: Module[] };

/** What each part of a component is called in the manifest, and how its file ends. */
const ENDINGS: Record<string, string> = {
  communication: 'communication.iml.json',
  params: 'params.iml.json',
  attach: 'attach.iml.json',
  detach: 'detach.iml.json',
  epoch: 'epoch.iml.json',
  staticParams: 'static-params.iml.json',
  mappableParams: 'mappable-params.iml.json',
  interface: 'interface.iml.json',
  samples: 'samples.iml.json',
};
type Code = Record<string, unknown>;
type Component = { id: string; metadata: object; code: Code };

/** The manifest's list of components, and a folder of files for each. */
export function componentFiles({ connections, webhooks, rpcs, modules }: Components) {
  const connection = CONNECTION;
  const kinds: Record<string, { folder: string; entries: Component[] }> = {
    connection: {
      folder: 'connections',
      entries: connections.map(({ id, label, ...code }) => ({
        id,
        metadata: { label, connectionType: 'basic' },
        code,
      })),
    },
    webhook: {
      folder: 'webhooks',
      entries: webhooks.map(({ id, label, ...code }) => ({
        id,
        metadata: { label, webhookType: 'web', connection },
        code,
      })),
    },
    module: { folder: 'modules', entries: modules.map(toComponent) },
    rpc: {
      folder: 'rpcs',
      entries: rpcs.map(({ id, label, ...code }) => ({ id, metadata: { label, connection }, code })),
    },
  };
  const files: Files = {};
  const components: Record<string, object> = { function: {}, endpoint: {} };
  for (const [kind, { folder, entries }] of Object.entries(kinds)) {
    components[kind] = Object.fromEntries(
      entries.map((one) => {
        const codeFiles = filesOf(one, folder, files);
        return [one.id, { ...one.metadata, codeFiles }];
      }),
    );
  }
  return { components, files };
}

function toComponent({ id, label, description, type, crud, webhook, group: _, ...code }: Module): Component {
  const metadata = {
    label,
    description,
    moduleType: type,
    ...(crud && { actionCrud: crud }),
    // An instant trigger has the connection of its webhook.
    ...(webhook ? { webhook } : { connection: CONNECTION }),
  };
  return { id, metadata, code: { staticParams: [], mappableParams: [], ...code } };
}

/** Writes a component's files, and gives their paths for the manifest. */
function filesOf({ id, code }: Component, folder: string, files: Files): Record<string, string> {
  const name = toKebab(id);
  const paths = Object.entries(ENDINGS).filter(([part]) => code[part] !== undefined);
  return Object.fromEntries(
    paths.map(([part, ending]) => {
      const path = `${folder}/${name}/${name}.${ending}`;
      files[path] = json(code[part]);
      return [part, path];
    }),
  );
}

/** A file's text. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function toKebab(id: string): string {
  return id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
