import type { Parsed } from '../menu/parse';
import { readWanted, type WantedContext } from '../order/wanted/read-wanted';

/** A reading whose time is a moment: RFC 3339 with offset in `requested_at`, the words in `requested_text`. */
export type TimedReading = Parsed & { requested_text: string | null };

/** An order's reading with its time, as far as that is sure; else the question is among those to ask. */
export function withMoment(parsed: Parsed, context: Omit<WantedContext, 'service'>): TimedReading {
  const { requested_at: said, service_type: service, unsure } = parsed;
  if (said === null) return { ...parsed, requested_text: null };
  const wanted = readWanted(said, { ...context, service });
  const timed = { ...parsed, requested_text: said, requested_at: null };
  if (wanted.status === 'sure') return { ...timed, requested_at: wanted.at };
  if (wanted.status === 'soon') return timed;
  const { question } = wanted;
  return { ...timed, unsure: [...unsure, { path: 'requested_at', said, question, choices: [] }] };
}
