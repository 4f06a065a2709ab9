/** How loud a banner is. */
export type Tone = 'alarm' | 'warning' | 'good';

/** A line of a ticket, or of a list that reads like one. */
export type Line = { lead: string; name: string; amount: string | null; details: Detail[] };
/** `without`: what must be left out, which a cook must not miss. */
export type Detail = { text: string; as: 'without' | 'option' | 'note' };
export type Fact = { label: string; value: string; url?: string };
export type Amount = { name: string; amount: string; strong?: boolean };
export type Button = { label: string; url: string };
export type Count = { label: string; value: string };

/** What a mail consists of, from top to bottom; html-mail.ts and text-mail.ts say how each looks. */
export type Block =
  | { kind: 'banner'; tone: Tone; title: string; text?: string }
  | { kind: 'title'; over: string; text: string; aside: string }
  | { kind: 'wanted'; label: string; when: string; day: string | null; said: string | null; urgent: boolean }
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'facts'; facts: Fact[] }
  | { kind: 'lines'; lines: Line[] }
  | { kind: 'amounts'; amounts: Amount[] }
  | { kind: 'counts'; counts: Count[] }
  | { kind: 'buttons'; buttons: Button[]; note: string };

export type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;
