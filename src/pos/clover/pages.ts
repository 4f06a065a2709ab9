import { asList, asObject, type Json } from '../json';
import { type CloverSession, LENGTHS, read } from './api';

/** Every element of a Clover list, page by page (https://docs.clover.com/docs/paginating-elements). */
export async function readAll(session: CloverSession, path: string): Promise<Json[]> {
  return allPages((page) => read(session, `${path}${path.includes('?') ? '&' : '?'}${page}`));
}

/** Asks for page after page until one is not full. */
export async function allPages(ask: (page: string) => Promise<unknown>): Promise<Json[]> {
  const all: Json[] = [];
  let page: Json[];
  do {
    page = elements(await ask(`limit=${LENGTHS.page}&offset=${all.length}`));
    all.push(...page);
  } while (page.length === LENGTHS.page);
  return all;
}

/** Clover wraps its lists, nested ones too, in `elements`. */
export function elements(value: unknown): Json[] {
  return Array.isArray(value) ? asList(value) : asList(asObject(value).elements);
}
