import zapier from 'zapier-platform-core';
import { app } from '../../src/zapier/app';
import type { OrderApi } from './order-api';

/** Core's own stand-in for Zapier's servers, with the whole app. */
export const tester = zapier.createAppTester(app);

/** A Zap's connection to an Order API, which listens on a real socket from now on at the latest. */
export async function connectZap({ app: server }: OrderApi): Promise<Record<string, string>> {
  if (!server.server.listening) await server.listen({ host: '127.0.0.1', port: 0 });
  const api_url = server.listeningOrigin;
  return { system: 'order_api', api_key: 'mario-write', api_url };
}

/** A connection to a POS where one to the Order API is needed. */
export const posConnection = { system: 'clover', location_id: 'M1', environment: 'live_us' };

/** The fields of an output, and of its first line item: what later steps of a Zap map. */
export function shapeOf(output: object): string[] {
  const { items } = output as { items?: object[] };
  const inner = Object.keys(items?.[0] ?? {}).map((key) => `items[]${key}`);
  return [...Object.keys(output), ...inner].sort();
}
