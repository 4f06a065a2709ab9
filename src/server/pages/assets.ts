import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assets } from '../../web/shell';
import { notFound } from '../problem';
import type { App } from '../services';

const WEB = join(__dirname, '../../web');
/** What others build upon stands first; the sheets of single pages follow. */
const FIRST = ['tokens.css', 'base.css'];
const FOREVER = 'public, max-age=31536000, immutable';

type Asset = { type: string; body: Buffer };
export type PageAssets = { urls: Assets; byName: ReadonlyMap<string, Asset> };

/** The pages' one style sheet, one script and icon, each named by its content: a browser may keep them for ever. */
export function loadAssets(): PageAssets {
  const byName = new Map<string, Asset>();
  const add = (name: string, ending: string, asset: Asset): string => {
    const hash = createHash('sha256').update(asset.body).digest('hex').slice(0, 12);
    byName.set(`${name}.${hash}.${ending}`, asset);
    return `/assets/${name}.${hash}.${ending}`;
  };
  const urls = {
    style: add('pages', 'css', { type: 'text/css; charset=utf-8', body: joined(sheets()) }),
    script: add('pages', 'js', { type: 'text/javascript; charset=utf-8', body: joined(scripts()) }),
    icon: add('icon', 'svg', { type: 'image/svg+xml', body: readFileSync(join(WEB, 'icon.svg')) }),
  };
  return { urls, byName };
}

function sheets(): string[] {
  const folder = join(WEB, 'styles');
  const others = readdirSync(folder).filter((name) => name.endsWith('.css') && !FIRST.includes(name));
  return [...FIRST, ...others.sort()].map((name) => join(folder, name));
}

/** htmx and its extension come from their packages. */
function scripts(): string[] {
  const folder = join(WEB, 'scripts');
  const own = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return [
    require.resolve('htmx.org/dist/htmx.min.js'),
    require.resolve('htmx-ext-sse/dist/sse.min.js'),
    ...own.sort().map((name) => join(folder, name)),
  ];
}

function joined(files: string[]): Buffer {
  return Buffer.from(files.map((file) => readFileSync(file, 'utf8')).join('\n'));
}

/** Serves them to anybody: they hold nothing of a restaurant. */
export function assetRoutes(app: App, { assets }: { assets: PageAssets }): void {
  app.get<{ Params: { name: string } }>(
    '/assets/:name',
    { schema: { hide: true }, config: { public: true } },
    async (request, reply) => {
      const asset = assets.byName.get(request.params.name);
      if (!asset) throw notFound('file');
      return reply.type(asset.type).header('cache-control', FOREVER).send(asset.body);
    },
  );
}
