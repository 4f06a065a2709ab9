import { isJsonObject, type JsonObject } from '../json-body';
import { invalid } from './errors';

/** An object of which every field is one that Toast lets a client write. */
export function readObject(value: unknown, path: string, writable: readonly string[]): JsonObject {
  if (!isJsonObject(value)) throw invalid(`${path} must be an object`);
  for (const name of Object.keys(value))
    if (!writable.includes(name))
      throw invalid(`${path}.${name} is not a field that can be set in this request`);
  return value;
}

/** Absent and null are the same to Toast: both read as null. */
export function optionalString(value: unknown, path: string, maxLength?: number): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw invalid(`${path} must be a string`);
  if (maxLength !== undefined && value.length > maxLength)
    throw invalid(`${path} must be at most ${maxLength} characters`);
  return value;
}

/** Text that must hold something; `message` is Toast's own where its guide gives one. */
export function requiredString(value: unknown, path: string, message = `${path} cannot be empty`): string {
  const text = optionalString(value, path);
  if (text === null || text.trim() === '') throw invalid(message);
  return text;
}

/** An array, empty when absent. */
export function optionalArray(value: unknown, path: string): unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalid(`${path} must be an array`);
  return value;
}

/** Toast writes money as decimal major units; this reads it as cents. */
export function readCents(value: unknown, path: string): number {
  if (typeof value !== 'number') throw invalid(`${path} must be a number`);
  const cents = Math.round(value * 100);
  if (!Number.isSafeInteger(cents)) throw invalid(`${path} is not an amount of money`);
  if (Math.abs(value * 100 - cents) > 1e-6) throw invalid(`${path} has more than two decimal places`);
  if (cents < 0) throw invalid(`${path} cannot be negative`);
  return cents;
}

/** Cents as Toast writes them. */
export function toMajor(cents: number): number {
  return cents / 100;
}
