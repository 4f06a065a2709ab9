import type { App, Services } from './services';

/** The address at which others reach this server: the configured one, else where it listens. */
export function publicUrl(app: App, { publicBaseUrl, host, port }: Services['config']): string {
  return publicBaseUrl ?? (app.server.listening ? app.listeningOrigin : `http://${host}:${port}`);
}
