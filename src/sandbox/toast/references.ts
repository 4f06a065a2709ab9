import { ALL_GROUPS, ALL_ITEMS, type ToastItem } from './catalog';
import { invalid, notFound } from './errors';
import { optionalString, readObject } from './fields';

type Reference = { guid: string | null; multiLocationId: string | null };

const REFERENCE_FIELDS = ['guid', 'entityType', 'externalId', 'multiLocationId'];

/** A reference to something of the menu or the configuration: null when absent. */
export function readReference(value: unknown, path: string): Reference | null {
  if (value === undefined || value === null) return null;
  const fields = readObject(value, path, REFERENCE_FIELDS);
  return {
    guid: optionalString(fields.guid, `${path}.guid`),
    multiLocationId: optionalString(fields.multiLocationId, `${path}.multiLocationId`),
  };
}

/** Resolves a reference that can only be made by GUID. */
export function resolve<T extends { guid: string }>(
  value: unknown,
  { path, type, among }: { path: string; type: string; among: readonly T[] },
): T {
  const guid = readReference(value, path)?.guid;
  if (!guid) throw invalid(`Referenced entity (type=${type}) must contain a GUID`);
  const found = among.find((entity) => entity.guid === guid);
  if (!found) throw notFound(type, guid);
  return found;
}

/** Like `resolve`, where the field may be absent. */
export function resolveOptional<T extends { guid: string }>(
  value: unknown,
  options: { path: string; type: string; among: readonly T[] },
): T | null {
  return value === undefined || value === null ? null : resolve(value, options);
}

/** The item and the menu group that it was chosen from: an item belongs only to the groups that list it. */
export function resolveItem(
  item: unknown,
  itemGroup: unknown,
  path: string,
): { item: ToastItem; groupGuid: string } {
  const reference = readReference(item, `${path}.item`);
  if (!reference?.guid && !reference?.multiLocationId)
    throw invalid('Referenced entity (type=MenuItem) must contain either a GUID or MultiLocationId');
  const { guid, multiLocationId } = reference;
  const found = ALL_ITEMS.find((one) => (guid ? one.guid === guid : one.multiLocationId === multiLocationId));
  if (!found) throw notFound('MenuItem', guid ?? multiLocationId ?? '');
  const groupReference = readReference(itemGroup, `${path}.itemGroup`);
  if (!groupReference?.guid && !groupReference?.multiLocationId)
    throw invalid('Referenced entity (type=MenuGroup) must contain either a GUID or MultiLocationId');
  const group = ALL_GROUPS.find((one) => one.guid === groupReference.guid);
  if (!group) throw notFound('MenuGroup', groupReference.guid ?? groupReference.multiLocationId ?? '');
  if (!group.items.includes(found))
    throw invalid(`Item (${found.guid}) does not belong to the group (${group.guid})`);
  return { item: found, groupGuid: group.guid };
}

const EXTERNAL_ID = /^[^:]{1,16}:.{1,256}$/s;

/** `{authority}:{id}`: Toast gives each client the authority, at most 16 characters; the id has at most 256. */
export function readExternalId(value: unknown, path: string): string | null {
  const text = optionalString(value, path);
  if (text !== null && !EXTERNAL_ID.test(text))
    throw invalid(`${path} must be an external identifier of the form authority:identifier`);
  return text;
}
