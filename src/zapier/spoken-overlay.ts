import type { SpokenFields } from './spoken-fields';

/** An order that is being put together. */
export type Draft = Record<string, unknown>;

/** Words over Order Data, where they say something: each of these a filled-in field may replace. */
export function underFields(data: Draft, spoken: SpokenFields | undefined): Draft {
  if (!spoken) return data;
  const { items, service_type, requested_at, requested_text, address } = spoken;
  return {
    ...data,
    items,
    ...(service_type && { service: { ...part(data, 'service'), type: service_type } }),
    ...(requested_text && { timing: { ...part(data, 'timing'), requested_at, requested_text } }),
    ...(address && { delivery: { text: address, instructions: part(data, 'delivery').instructions } }),
  };
}

/** What no field may replace: an allergy that was spoken of, and words that belong to no dish. */
export function besideFields(draft: Draft, spoken: SpokenFields | undefined): Draft {
  if (!spoken) return draft;
  const allergy_note = joined([draft.allergy_note, spoken.allergy], '; ');
  const notes = joined([draft.notes, spoken.also], '\n');
  return { ...draft, ...(allergy_note && { allergy_note }), ...(notes && { notes }) };
}

function joined(parts: unknown[], separator: string): string {
  return [...new Set(parts.filter(Boolean))].join(separator);
}

/** A part of an order, empty where it has none. */
export function part(draft: Draft, key: string): Draft {
  const value = draft[key];
  return value !== null && typeof value === 'object' ? (value as Draft) : {};
}
