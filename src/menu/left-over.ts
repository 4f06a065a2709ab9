import type { Parsed } from './parse';

/** A house number and at least one more word. */
const ADDRESS = /^\d+\S*\s+\p{L}/u;

/** What is left of an order in words: the address it names, how it is to be served, and words that belong to nothing. */
export function readLeftOver({
  leftover,
  allergy_note,
  service_type,
}: Pick<Parsed, 'leftover' | 'allergy_note' | 'service_type'>) {
  const address = leftover.find((words) => ADDRESS.test(words)) ?? null;
  return {
    address,
    service: service_type ?? (address === null ? null : ('delivery' as const)),
    others: leftover.filter((words) => words !== address && !allergy_note?.includes(words)),
  };
}
