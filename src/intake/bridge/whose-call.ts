import type { ReceptionistCall } from '../../store/receptionist/records';
import { routeCall } from '../receptionist/route';

/** Which calls a bridge carries: those to this number; null: those of the file's only restaurant. */
export type Line = { number: string | null; country: string };

/** Whether a call is for the restaurant of this bridge. Never a guess: `unknown` stays where it is. */
export function whoseCall(call: ReceptionistCall, { number, country }: Line): 'ours' | 'another' | 'unknown' {
  const shop = { id: '', name: '', phone: number, twilio_numbers: [], country };
  if (routeCall(call, [shop]).shop) return 'ours';
  return number !== null && (call.business?.phone ?? null) !== null ? 'another' : 'unknown';
}
