import type { Choice, Line, Meaning } from './meaning';
import { type Graded, isConfidentlyWrong } from './tally';

/** The worst of them in words: what is confidently wrong before what was asked, most differences first. */
export function toErrors(graded: Graded[], most: number): string {
  return graded
    .filter(({ verdict }) => !verdict.exact)
    .sort(
      (a, b) =>
        Number(isConfidentlyWrong(b)) - Number(isConfidentlyWrong(a)) ||
        b.verdict.differences - a.verdict.differences,
    )
    .slice(0, most)
    .map(toText)
    .join('\n\n');
}

function toText(graded: Graded): string {
  const { phrase, reading, verdict } = graded;
  const kind = isConfidentlyWrong(graded) ? 'CONFIDENTLY WRONG' : 'asked';
  return [
    `${kind} (${verdict.differences}): "${phrase.said}"`,
    ...toLines('meant', phrase.means),
    ...toLines('said ', reading),
  ].join('\n');
}

function toLines(who: string, { lines, service, at, kept }: Meaning): string[] {
  const facts = Object.entries({ service, at, keep: kept?.join(', ') }).filter(([, value]) => value != null);
  const all = [...lines.map(lineText).sort(), ...facts.map(([name, value]) => `${name}: ${value}`)];
  return (all.length > 0 ? all : ['nothing']).map((text) => `  ${who}  ${text}`);
}

function lineText({ items, open, size, quantity, choices }: Line): string {
  const dish = `${quantity ?? '?'} ${among(items, open)}${size === null ? '' : `, ${size}`}`;
  return choices.length === 0 ? dish : `${dish}: ${choices.map(choiceText).sort().join('; ')}`;
}

function choiceText({ options, open, action, portion, quantity }: Choice): string {
  const half = portion === 'whole' ? '' : `${portion} half `;
  return `${half}${action ?? '?'} ${among(options, open)}${quantity === 1 ? '' : ` x${quantity}`}`;
}

function among(ids: string[], open: boolean): string {
  return open ? `which of [${ids.slice(0, 6).join(', ')}${ids.length > 6 ? ', …' : ''}]?` : ids.join(' ');
}
