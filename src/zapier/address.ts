import { InputProblems } from '../order/problems';
import { readText } from './input-text';

const OWN_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The connection's address without its trailing slash, undefined where it is empty. Keys never travel over plain http, save to this machine. */
export function readAddress(value: unknown): string | undefined {
  const text = readText(value);
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && OWN_MACHINE.has(url.hostname));
  if (url && safe) return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
  throw new InputProblems([
    {
      path: '',
      message: `The connection's Address "${text}" must start with https://, like https://orders.example.com.`,
    },
  ]);
}
