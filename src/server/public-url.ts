import type { App, Services } from './services';

/** The address at which others reach this server: the configured one, else where it listens. */
export function publicUrl(app: App, { publicBaseUrl, host, port }: Services['config']): string {
  return publicBaseUrl ?? (app.server.listening ? app.listeningOrigin : `http://${host}:${port}`);
}

/** Where a POS sends its calls about a connection; some sign this very address. */
export function webhookUrl(baseUrl: string, { vendor, id }: { vendor: string; id: string }): string {
  return `${baseUrl}/webhooks/${vendor}/${id}`;
}
