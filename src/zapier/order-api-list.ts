import type { Bundle, ZObject } from 'zapier-platform-core';
import type { Json } from '../pos/json';
import { requireOrderApi } from './connection-needs';
import { explain } from './explain';
import { createOrderApi } from './order-api';
import { createZapierHttp } from './zapier-http';

type Entry = { id: string; name: string };
type List<Key extends string> = {
  key: Key;
  noun: string;
  /** What the list holds, as its label and its sentence have it: "Shops". */
  of: string;
  path: string;
  query?: Record<string, string>;
  toEntry: (one: Json) => Entry;
  sample: Entry;
};

/** The hidden trigger that fills a dropdown from a list of the Order API. */
export function orderApiList<const Key extends string>({ key, noun, of, sample, ...list }: List<Key>) {
  const perform = (z: ZObject, { authData }: Bundle) =>
    explain({ errors: z.errors, authData }, async () => {
      requireOrderApi(authData, 'This list reads from');
      const api = createOrderApi(createZapierHttp(z), authData);
      return (await api.fetchList(list.path, list.query ?? {})).map(list.toEntry);
    });
  return {
    key,
    noun,
    display: {
      label: of,
      description: `Triggers when a dropdown needs the list of ${of.toLowerCase()} of the Order API.`,
      hidden: true,
    },
    operation: { perform, sample },
  };
}
