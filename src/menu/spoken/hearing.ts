import { LIMITS, type OrderOption } from '../../order/schema';
import { type Draft, type DraftOption, newDraft } from './draft';
import type { Knowledge } from './lexicon';
import type { Scope } from './scope';
import type { Piece } from './segment';

type Action = OrderOption['action'];
/** A correction that has begun, or goes on (`list`: "no, one coke *and two cakes*"); `wanted`: a request of its own follows ("actually can i get"). */
export type Fix = { how: 'fix' | 'make' | 'waver' | 'list'; piece: Piece; wanted: boolean };
export type ServiceType = 'pickup' | 'delivery' | 'dine_in' | 'curbside';

/** What an order's words have come to so far, read from left to right. */
export class Hearing {
  drafts: Draft[] = [];
  /** More lines than an order can have: their words are left over. */
  spilled: Draft[] = [];
  current: Draft | null = null;
  /** What is done to the options that follow, until something else is said. */
  lasting: 'add' | 'remove' = 'add';
  /** The same for the next option only: "extra". */
  once: Action | null = null;
  /** The words that said so. */
  onceSaid: Piece | null = null;
  portion: OrderOption['portion'] = 'whole';
  /** How many of the next option. */
  count = 1;
  joint: 'with' | 'and' | null = null;
  /** "side of": what follows is ordered for itself. */
  serving: Piece | null = null;
  /** What follows puts right what was said. */
  fix: Fix | null = null;
  /** The next option takes the place of one: it is no substitute for what the dish has. */
  mended = false;
  /** "Instead of": what follows has gone already. */
  skipping = false;
  /** A correction that a list may go on with. */
  mending: Fix | null = null;
  /** Lines that one of several may be meant of: "a coke or a sprite". */
  either: Piece | null = null;
  /** The phrase of the menu that was heard last. */
  heard: Piece | null = null;
  /** Words that leave open what the next line is. */
  unclear: Piece[] = [];
  dropping = false;
  /** "Scratch that": the last line went, unless more is meant by "that". */
  dropped = false;
  /** "Not the caesar": what follows is set against something else. */
  contrast = false;
  /** The line whose number was put right: its dish may be named again. */
  again: Draft | null = null;
  /** Whether "and" or a comma stands before what comes now. */
  joined = false;
  /** "no extra cheese": nothing is to be done with what follows. */
  nothing: Piece[] = [];
  /** "all the": what follows is a group. */
  all = false;
  /** A size that the dish does not come in. */
  plainSize: Piece | null = null;
  /** "swap fries for salad": what the next two options are to each other. */
  swap: 'new first' | 'old first' | null = null;
  /** "half and half": the first is left, the second right. */
  split: Piece | null = null;
  /** Options since something was last joined: "on the side" and "on one half" may be said after them. */
  run: DraftOption[] = [];
  /** The same, whatever joins them. */
  list: DraftOption[] = [];
  unknown: Piece[] = [];
  leftover: Piece[] = [];
  allergy: Piece[] = [];
  service: ServiceType | null = null;
  /** An address was said: words that follow are of it. */
  away = false;
  time: Piece[] = [];

  constructor(
    readonly pieces: Piece[],
    readonly scope: Scope,
    readonly knows: Knowledge,
  ) {}

  open(quantity: number | null = null): Draft {
    const draft = newDraft(quantity);
    draft.unclear = this.unclear.splice(0);
    draft.split = this.split;
    this.split = null;
    (this.drafts.length < LIMITS.items ? this.drafts : this.spilled).push(draft);
    this.current = draft;
    this.calm();
    this.lasting = 'add';
    return draft;
  }

  /** What was said only for the next thing is over. */
  calm(): void {
    this.once = null;
    this.count = 1;
    this.portion = 'whole';
    this.serving = null;
    this.run = [];
    this.list = [];
  }

  get action(): Action {
    return this.once ?? this.lasting;
  }

  /** An option on a line, as everything before it says. */
  addOption(draft: Draft, pieces: Piece[], fields: Partial<DraftOption> = {}): void {
    const option: DraftOption = {
      pieces,
      action: this.action,
      portion: this.portion,
      quantity: this.count,
      doubt: false,
      mended: this.mended,
      ...fields,
    };
    if (draft.options.length >= LIMITS.options) {
      this.leftover.push(...pieces);
      return;
    }
    draft.options.push(option);
    this.run.push(option);
    this.list.push(option);
    this.once = null;
    this.count = 1;
    this.serving = null;
    this.joined = false;
    this.mended = false;
  }

  remove(draft: Draft): void {
    this.drafts = this.drafts.filter((one) => one !== draft);
    if (this.current === draft) this.current = this.drafts.at(-1) ?? null;
  }
}
