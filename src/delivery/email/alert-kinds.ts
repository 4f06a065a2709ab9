import type { AlertKind } from '../notices';
import type { Tone } from './blocks';

/** How loudly each is told. Most are about an order, the others about a connection, a call or a menu. */
export const ALERTS: Record<AlertKind, { tone: Tone; urgent: boolean }> = {
  undelivered: { tone: 'warning', urgent: true },
  held: { tone: 'warning', urgent: true },
  refused: { tone: 'alarm', urgent: true },
  unseen: { tone: 'warning', urgent: true },
  cancelled_after_sending: { tone: 'alarm', urgent: true },
  changed_after_sending: { tone: 'alarm', urgent: true },
  late: { tone: 'warning', urgent: false },
  price_gap: { tone: 'warning', urgent: false },
  destination_blocked: { tone: 'alarm', urgent: true },
  hook_disabled: { tone: 'warning', urgent: false },
  menu_changed: { tone: 'warning', urgent: false },
  call_left_out: { tone: 'alarm', urgent: true },
  twin: { tone: 'warning', urgent: true },
  line_unknown: { tone: 'alarm', urgent: true },
  caller_hung_up: { tone: 'warning', urgent: true },
};

/** What stops for everybody and is no guest's business, calls that became no order, and a menu that hits several. */
export type ConnectionAlertKind =
  | 'destination_blocked'
  | 'hook_disabled'
  | 'menu_changed'
  | 'call_left_out'
  | 'line_unknown'
  | 'caller_hung_up';
export type OrderAlertKind = Exclude<AlertKind, ConnectionAlertKind>;

/** What an alert's sentences are filled with. `pos` is the POS, the connection or the webhook by its name. */
export type AlertWords = {
  pos: string;
  /** The ticket's number in the POS. */
  ticket: string | null;
  /** The time at which the fallback ticket goes out. */
  until: string | null;
  /** How many orders wait. */
  waiting: number;
};
/** What is wrong, what OrderWire does by itself meanwhile, what the reader should do. */
export type AlertText = Record<'subject' | 'wrong' | 'meanwhile' | 'todo', (words: AlertWords) => string>;

/** The pages a mail can lead to. */
export type LinkAction =
  | 'order'
  | 'answer'
  | 'keyed_in'
  | 'retry'
  | 'seen'
  | 'connection'
  | 'hook'
  | 'twin'
  | 'rehearsal'
  | 'go_live';
export type Link = { action: LinkAction; url: string };
