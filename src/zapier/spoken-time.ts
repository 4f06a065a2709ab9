import type { Parsed } from '../menu/parse';
import { readWanted } from '../order/wanted/read-wanted';

/** A reading whose `requested_at` is a moment (RFC 3339) where that is sure; the words for it are `requested_text`. */
export type Reading = Parsed & { requested_text: string | null };

/** Without a zone, and where the words can mean two moments, only the words are left: the kitchen reads them. */
export function withSpokenTime(
  parsed: Parsed,
  { timezone, now }: { timezone: string | null; now: Date },
): Reading {
  const { requested_at: said, service_type: service } = parsed;
  const timed = { ...parsed, requested_at: null, requested_text: said };
  if (said === null || timezone === null) return timed;
  const wanted = readWanted(said, {
    now: now.getTime(),
    shop: { timezone, hours: [], language: 'en' },
    service,
  });
  return wanted.status === 'sure' ? { ...timed, requested_at: wanted.at } : timed;
}
