import type { Role } from '../language/pack';
import { itemsIn } from './draft';
import { correct, hearDrop, hearInstead, hearSubstitute, hearSwap } from './hear-correction';
import { hearEach } from './hear-each';
import { hearAnyHalf, hearHalf, hearWhole } from './hear-half';
import { hearNumber } from './hear-number';
import { hearOneOf, hearOther } from './hear-parts';
import { hearTimes } from './hear-times';
import type { Hearing } from './hearing';
import type { Piece } from './segment';

export type Hear = (hearing: Hearing, piece: Piece, at: number) => void;

/** "half no olives": the refusal is of that half only. */
const HALVES = new Set(['half', 'other_half', 'left', 'right']);

const only =
  (action: 'extra' | 'light'): Hear =>
  (hearing, piece) => {
    hearing.once = action;
    hearing.onceSaid = piece;
  };

/** What each kind of word does to what is heard. Words that are not here do nothing. */
export const HEAR: Partial<Record<Role, Hear>> = {
  add: (hearing, piece, at) => {
    positive(hearing, piece, at);
    hearing.fix = hearing.fix?.how === 'fix' ? { ...hearing.fix, wanted: true } : null;
  },
  want: (hearing, piece, at) => {
    positive(hearing, piece, at);
    hearing.mending = null;
    if (hearing.fix) hearing.fix.wanted = true;
  },
  with: (hearing, piece, at) => {
    if (hearing.swap) return hearSwap(hearing);
    positive(hearing, piece, at);
    hearing.joint = 'with';
  },
  and: hearAnd,
  or: (hearing, piece) => {
    hearAnd(hearing);
    if (hearing.action !== 'remove') hearing.either = piece;
  },
  remove: (hearing, piece, at) => {
    hearing.contrast = /^not$/i.test(piece.said);
    hearing.lasting = 'remove';
    hearing.joined = true;
    hearing.once = null;
    if (piece.pause || !HALVES.has(hearing.pieces[at - 1]?.role ?? '')) hearing.portion = 'whole';
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
  half: hearAnyHalf,
  whole: hearWhole,
  one_of: hearOneOf,
  other: hearOther,
  times: hearTimes,
  note: (hearing, piece, at) => {
    const before = hearing.pieces[at - 1];
    if (before?.role === 'remove') hearing.lasting = 'add';
    hearing.leftover.push(...(before?.role === 'remove' ? [before] : []), piece);
    hearing.away = true;
  },
  each: hearEach,
  talk: (hearing, piece) => {
    hearing.unclear.push(piece);
  },
  off: (hearing, _, at) => {
    const last = hearing.run.at(-1);
    if (last && last.pieces.at(-1) === hearing.pieces[at - 1] && last.action === 'add')
      last.action = 'remove';
  },
  vague: (hearing, piece) => {
    if (hearing.current) hearing.current.unclear.push(piece);
    else hearing.unclear.push(piece);
  },
  substitute: hearSubstitute,
  size: (hearing, piece, at) => {
    const next = hearing.pieces[at + 1];
    if (next && itemsIn(next).length > 0) hearing.plainSize = piece;
  },
  instead: hearInstead,
  for: (hearing) => {
    if (hearing.swap) hearSwap(hearing);
  },
  fix: correct('fix'),
  make: correct('make'),
  waver: correct('waver'),
  drop: hearDrop,
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
    if (hearing.fix) hearing.time = [];
    hearing.fix = null;
    hearing.time.push(piece);
  },
  address: (hearing, piece) => {
    hearing.leftover.push(piece);
    hearing.service ??= 'delivery';
    hearing.joint = null;
    hearing.away = true;
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
  hearing.list = [];
}

function hearAnd(hearing: Hearing): void {
  hearing.run = [];
  hearing.joint = 'and';
  hearing.joined = true;
  hearing.serving = null;
  hearing.fix = hearing.mending;
}

function hearService(hearing: Hearing, type: NonNullable<Hearing['service']>): void {
  hearing.service = type;
  hearing.fix = null;
}
