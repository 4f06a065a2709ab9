import type { Role } from '../language/pack';
import { isUnknown, itemsIn, optionsIn } from './draft';
import { hearNumber } from './hear-number';
import type { Hearing } from './hearing';
import type { Piece } from './segment';

type Hear = (hearing: Hearing, piece: Piece, at: number) => void;

const only =
  (action: 'extra' | 'light'): Hear =>
  (hearing, piece) => {
    hearing.once = action;
    hearing.onceSaid = piece;
  };

/** What each kind of word does to what is heard. Words that are not here do nothing. */
export const HEAR: Partial<Record<Role, Hear>> = {
  add: positive,
  want: (hearing, piece, at) => {
    positive(hearing, piece, at);
    hearing.fix = null;
  },
  with: (hearing, piece, at) => {
    if (hearing.swap) return hearSwap(hearing);
    positive(hearing, piece, at);
    hearing.joint = 'with';
  },
  and: (hearing) => {
    hearing.run = [];
    hearing.joint = 'and';
    hearing.joined = true;
    hearing.serving = null;
    if (hearing.split) hearing.portion = 'right';
  },
  remove: (hearing) => {
    hearing.lasting = 'remove';
    hearing.joined = true;
    hearing.once = null;
    hearing.portion = 'whole';
  },
  extra: (hearing, piece, at) => {
    const before = hearing.pieces[at - 1];
    if (before?.role === 'remove') {
      hearing.nothing = [before, piece];
      hearing.lasting = 'add';
    } else only('extra')(hearing, piece, at);
  },
  light: only('light'),
  side: (hearing, piece) => {
    hearing.once = 'side';
    hearing.serving = piece;
  },
  serving: (hearing, piece) => {
    hearing.lasting = 'add';
    hearing.serving = piece;
  },
  aside: (hearing) => {
    const last = hearing.run.at(-1);
    if (last?.action === 'add') last.action = 'side';
  },
  left: (hearing, piece, at) => hearHalf(hearing, 'left', piece, at),
  right: (hearing, piece, at) => hearHalf(hearing, 'right', piece, at),
  other_half: (hearing, piece, at) => hearHalf(hearing, 'right', piece, at),
  half: (hearing, piece, at) => {
    const used = hearing.current?.options.some(({ portion }) => portion === 'left');
    hearHalf(hearing, used ? 'right' : 'left', piece, at);
    hearing.split = /half (?:and|n) half/i.test(piece.said);
  },
  substitute: (hearing, piece, at) => {
    const next = hearing.pieces[at + 1];
    if (!next || (next.role !== null && next.role !== 'article' && next.said !== 'the')) return;
    hearing.swap = /^sub/i.test(piece.said) ? 'new first' : 'old first';
    hearing.once = hearing.swap === 'new first' ? 'substitute' : 'remove';
  },
  size: (hearing, piece, at) => {
    const next = hearing.pieces[at + 1];
    if (next && itemsIn(next).length > 0) hearing.plainSize = piece;
  },
  instead: (hearing, _, at) => {
    const last = hearing.current?.options.at(-1);
    const next = hearing.pieces[at + 1];
    if (last?.action === 'add') last.action = 'substitute';
    if (next && !next.pause && (next.senses.length > 0 || isUnknown(next) || /^the$/i.test(next.said)))
      hearing.once = 'remove';
  },
  for: (hearing) => {
    if (hearing.swap) hearSwap(hearing);
  },
  fix: (hearing, piece) => {
    hearing.fix = /mak|chang|those/i.test(piece.said) ? 'set' : 'replace';
    hearing.lasting = 'add';
  },
  drop: (hearing, piece, at) => {
    const next = hearing.pieces[at + 1];
    if (next && itemsIn(next).length + optionsIn(next).length > 0) hearing.dropping = true;
    else if (hearing.current) hearing.remove(hearing.current);
    else hearing.leftover.push(piece);
  },
  all: (hearing) => {
    hearing.all = true;
  },
  article: (hearing, _, at) => hearNumber(hearing, 1, at),
  dozen: (hearing, piece, at) => {
    const { current } = hearing;
    const before = hearing.pieces[at - 1];
    if (current && (before?.number || before?.role === 'article'))
      current.quantity = (current.quantity ?? 1) * 12;
    else hearNumber(hearing, 12, hearing.pieces.indexOf(piece));
  },
  time: (hearing, piece) => {
    hearing.time.push(piece);
  },
  address: (hearing, piece) => {
    hearing.leftover.push(piece);
    hearing.service ??= 'delivery';
  },
  pickup: (hearing) => hearService(hearing, 'pickup'),
  delivery: (hearing) => hearService(hearing, 'delivery'),
  dine_in: (hearing) => hearService(hearing, 'dine_in'),
  curbside: (hearing) => hearService(hearing, 'curbside'),
};

function positive(hearing: Hearing, _: Piece, at: number): void {
  const before = hearing.pieces[at - 1];
  if (before?.role === 'remove') return;
  hearing.lasting = 'add';
  hearing.run = [];
}

function hearService(hearing: Hearing, type: NonNullable<Hearing['service']>): void {
  hearing.service = type;
}

/** The second of two things that are swapped. */
function hearSwap(hearing: Hearing): void {
  hearing.once = hearing.swap === 'new first' ? 'remove' : 'substitute';
}

/** Said before its options, or after them ("mushrooms on one half"). */
function hearHalf(hearing: Hearing, portion: 'left' | 'right', piece: Piece, at: number): void {
  const next = hearing.pieces[at + 1];
  const leads =
    next !== undefined &&
    !next.pause &&
    (optionsIn(next).length > 0 || isUnknown(next) || next.role === 'with');
  if (/^on /i.test(piece.said) && !leads && hearing.run.length > 0) {
    for (const option of hearing.run) option.portion = portion;
    hearing.portion = 'whole';
  } else hearing.portion = portion;
}
