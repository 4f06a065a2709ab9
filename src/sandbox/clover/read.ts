import { isJsonObject, type JsonObject } from '../json-body';

/** Reads fields of a body whose shape has been checked; absent and null read alike. */
export function readText(body: JsonObject, name: string): string | null {
  const value = body[name];
  return typeof value === 'string' ? value : null;
}

export function readInteger(body: JsonObject, name: string): number | null {
  const value = body[name];
  return typeof value === 'number' ? value : null;
}

export function readBoolean(body: JsonObject, name: string): boolean | null {
  const value = body[name];
  return typeof value === 'boolean' ? value : null;
}

export function readObject(body: JsonObject, name: string): JsonObject | null {
  const value = body[name];
  return isJsonObject(value) ? value : null;
}

export function readList(body: JsonObject, name: string): JsonObject[] {
  const value = body[name];
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

/** The id inside a reference such as `{"item": {"id": "…"}}`. */
export function readReference(body: JsonObject, name: string): string | null {
  const reference = readObject(body, name);
  return reference && readText(reference, 'id');
}
