import { type Config, isLoopback } from './config';

/** Where this machine itself reaches the server: an address that listens everywhere also listens here. */
export function ownAddress({ host, port }: Pick<Config, 'host' | 'port'>): string {
  return `http://${hostFor(host)}:${port}`;
}

function hostFor(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::' || host === '::1') return '[::1]';
  return isLoopback(host) ? '127.0.0.1' : host;
}
