import type { AppResponse, Refusal } from './app-request';
import { ModuleError } from './module-error';

/** What a communication's directives may look at once the answer is there. */
export type Answer = { statusCode: number; headers: Record<string, string>; body: unknown };
type Raw = { statusCode: number; headers: Record<string, string>; data: unknown };

/** The answer, its body read as the file says for this status. */
export function readAnswer({ statusCode, headers, data }: Raw, { type = {} }: AppResponse): Answer {
  const how = type[String(statusCode)] ?? type['*'] ?? 'text';
  return { statusCode, headers, body: how === 'json' ? readJson(String(data)) : data };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ModuleError('DataError', 'The body of the answer is not valid JSON.');
  }
}

/** What the file makes of a status from 400 on, its templates still to be read; undefined where all is well. */
export function refusalOf({ statusCode }: Answer, { error }: AppResponse): Refusal | undefined {
  if (statusCode < 400) return undefined;
  const { message = `[${statusCode}]`, type, ...byStatus } = error ?? {};
  return (byStatus as Record<string, Refusal>)[String(statusCode)] ?? { message, type };
}
