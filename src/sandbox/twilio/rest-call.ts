import type { SimulatorRequest } from '../simulator';
import type { World } from './world';

/** One authorised request to the REST API: the ids from its path and the fields of its form. */
export type RestCall = {
  world: World;
  now: number;
  ids: string[];
  query: URLSearchParams;
  form: URLSearchParams;
};

/** The fields of a form; any other body counts as none, so that the first required field is missed. */
export function readForm({ headers, body }: SimulatorRequest): URLSearchParams {
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  return new URLSearchParams(isForm ? body : '');
}

/** Whether Twilio would take this as an address to call. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^/\s]/i.test(text) && URL.canParse(text);
}

/** A page of a list as every list of this API answers it. */
export function toPage<T>(name: string, found: T[], { query, uri }: { query: URLSearchParams; uri: string }) {
  const size = Math.min(Math.max(Number(query.get('PageSize') ?? 50) || 50, 1), 1000);
  const page = Math.max(Number(query.get('Page') ?? 0) || 0, 0);
  const shown = found.slice(page * size, (page + 1) * size);
  const at = (number: number) => `${uri}?PageSize=${size}&Page=${number}`;
  const last = Math.max(Math.ceil(found.length / size) - 1, 0);
  return {
    [name]: shown,
    page,
    page_size: size,
    start: page * size,
    end: page * size + Math.max(shown.length - 1, 0),
    uri: at(page),
    first_page_uri: at(0),
    next_page_uri: page < last ? at(page + 1) : null,
    previous_page_uri: page > 0 ? at(page - 1) : null,
  };
}
