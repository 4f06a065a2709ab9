import type { Order, ServiceType } from '../../order/schema';
import type { Shop } from '../../order/shop';
import { isTime } from '../../order/wanted/hear';
import { readWanted } from '../../order/wanted/read-wanted';
import type { ReceptionistCall, ReceptionistRow } from '../../store/receptionist/records';
import type { Reading } from './reading';
import { fitText, momentOf } from './row-values';

type Context = {
  shop: Pick<Shop, 'timezone' | 'hours' | 'language'>;
  readings: Reading[];
  service: ServiceType | null;
};
/** When the order is wanted, and what must be asked about it. */
export type WantedOfRow = { timing: Order['timing']; questions: string[] };

/** The time of a row, its words read as of the moment at which they were written. */
export function wantedOf(call: ReceptionistCall, row: ReceptionistRow, context: Context): WantedOfRow {
  const { shop, readings } = context;
  const { timezone } = shop;
  const heard = readings.map((one) => one.requested_text ?? null).find((one) => one !== null);
  const said = row.wanted ?? heard ?? timeIn(row.instructions);
  const timing = {
    requested_at: momentOf(row.wanted, 'local', timezone),
    requested_text: fitText(said, 200),
    placed_at: takenAt(call, row, timezone),
  };
  if (said === null || timing.requested_at !== null) return { timing, questions: [] };
  // Written again later it is still the same time.
  const first = call.rows.find((one) => saysSo(one, said)) ?? row;
  const at = takenAt(call, first, timezone);
  const wanted = at === null ? null : readWanted(said, { ...context, now: Date.parse(at) });
  if (wanted?.status === 'sure') return { timing: { ...timing, requested_at: wanted.at }, questions: [] };
  if (wanted?.status === 'soon') return { timing, questions: [] };
  const names = wanted?.choices.map(({ name }) => name) ?? [];
  return { timing, questions: [`Wanted "${fitText(said, 200)}": ${names.join(' or ') || 'when is that'}?`] };
}

const takenAt = (call: ReceptionistCall, row: ReceptionistRow, timezone: string) =>
  momentOf(row.created_at, row.created_in, timezone) ?? momentOf(call.ended_at, 'local', timezone);

/** "Extra napkins. Pickup at 6:30 PM": the part that is nothing but a time. */
const timeIn = (instructions: string | null) =>
  instructions
    ?.split(/[;,\n]|\.\s+/)
    .find(isTime)
    ?.trim() ?? null;

const saysSo = ({ wanted, items, instructions }: ReceptionistRow, said: string) =>
  [wanted, items, instructions].some((one) =>
    JSON.stringify(one).includes(JSON.stringify(said).slice(1, -1)),
  );
