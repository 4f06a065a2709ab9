import { invalid } from './errors';
import { requiredString } from './fields';
import type { RequestSelection } from './order';
import { readExternalId } from './references';

/** What a client may write of a `Selection`; everything else in Toast's type is for replies only. */
export const SELECTION_FIELDS = [
  'guid',
  'entityType',
  'externalId',
  'item',
  'itemGroup',
  'optionGroup',
  'preModifier',
  'quantity',
  'unitOfMeasure',
  'selectionType',
  'displayName',
  'modifiers',
  'openPriceAmount',
];
const REQUEST_TEXT_MAX = 1000;

/** Whole and above zero: nothing on this menu is sold by weight. */
export function readQuantity(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value <= 0)
    throw invalid(`${path} must be a whole number greater than zero`);
  return value;
}

/** Free words, up to 1000 characters: as a modifier they reach the kitchen display, anywhere else only paper and screen. */
export function readRequest(fields: Record<string, unknown>, path: string): RequestSelection {
  const text = requiredString(fields.displayName, `${path}.displayName`);
  if (text.length > REQUEST_TEXT_MAX)
    throw invalid(`${path}.displayName must be at most ${REQUEST_TEXT_MAX} characters`);
  if (fields.quantity !== undefined && fields.quantity !== null)
    readQuantity(fields.quantity, `${path}.quantity`);
  return { kind: 'request', externalId: readExternalId(fields.externalId, `${path}.externalId`), text };
}
