import { compare, interleave } from '../interleave';
import { byFuse, byMiniSearch, byReader, type Find } from '../match/finders';
import { thousandDishes } from '../match/menu';
import { KINDS, type Kind, type Phrase, phrasesOf } from '../match/phrases';
import { median, type Side } from '../pairs';
import { amount, type Row, type Section, toRow } from '../section';
import type { Scene } from './scene';

const MOST_MICROSECONDS = 150;
const LEAST_OF_FUSE = 100;
/** Fuse takes so long that it gets every so many-th phrase. */
const FUSE_EVERY = 100;
const WARM_UP = 3;

/** What reading a phrase costs and how often it finds the dish, beside libraries that search. */
export async function match(scene: Scene): Promise<Section> {
  const { pairs } = scene.options;
  const menu = thousandDishes();
  const phrases = phrasesOf(menu);
  const few = phrases.filter((_, at) => at % FUSE_EVERY < KINDS.length);
  const first = Math.min(...Array.from({ length: pairs }, () => timeOfFirst(phrases, byReader(menu))));
  const finds = { reader: byReader(menu), fuse: byFuse(menu), search: byMiniSearch(menu) };
  for (let round = 0; round < WARM_UP; round++) timesOf(phrases, finds.reader);
  return {
    suite: 'match',
    title: 'match: a phrase among 1,000 dishes',
    setting: `A menu of ${menu.items.length.toLocaleString('en-US')} dishes in two sizes with options; ${phrases.length} phrases, as many said well, misspelt (a letter too few, twice, or two changed) and with three dishes in a sentence. The reader answers with lines, numbers, sizes, options and questions; the libraries only search the names for the words: fuse.js wherever in a name they stand, MiniSearch with \`fuzzy: 0.2\` and \`prefix\`. The time of a phrase is the least of its runs: other programs only add to it. A dish is found where it is among the first results, as many as dishes are meant.`,
    rows: [
      ...timeRows(phrases, finds.reader, pairs),
      told('the first phrase of a menu, which makes it ready', `${amount(first / 1000)} ms`),
      await againstFuse(few, finds, pairs),
      ...foundRows({ phrases, few, finds }),
    ],
  };
}

function timeRows(phrases: Phrase[], find: Find, rounds: number): Row[] {
  const runs = Array.from({ length: rounds }, () => timesOf(phrases, find));
  const least = phrases.map((_, at) => Math.min(...runs.map((times) => times[at] ?? 0)));
  const ofKind = (kind: Kind) => least.filter((_, at) => phrases[at]?.kind === kind);
  return [
    timeRow('a phrase, median of the mix', least, MOST_MICROSECONDS),
    ...KINDS.map((kind) =>
      timeRow(`${kind}, median`, ofKind(kind), kind === 'misspelt' ? MOST_MICROSECONDS : null),
    ),
  ];
}

async function againstFuse(phrases: Phrase[], { fuse, reader }: Finds, pairs: number): Promise<Row> {
  const finds: Record<Side, Find> = { a: fuse, b: reader };
  const runs = await interleave(pairs, {
    run: async (side) => median(timesOf(phrases, finds[side])),
    steadiness: (time) => time,
  });
  const compared = compare(runs, (time) => time);
  return toRow('time for a phrase, fuse.js / reader', compared, {
    goal: { least: LEAST_OF_FUSE },
    unit: 'µs',
  });
}

/** Microseconds for each phrase. */
function timesOf(phrases: Phrase[], find: Find): number[] {
  return phrases.map((phrase) => {
    const from = performance.now();
    find(phrase);
    return (performance.now() - from) * 1000;
  });
}

const told = (what: string, measured: string): Row => ({ what, measured, goal: '', met: null });

const timeOfFirst = (phrases: Phrase[], find: Find) => timesOf(phrases.slice(0, 1), find)[0] ?? 0;

function timeRow(what: string, times: number[], most: number | null): Row {
  const middle = median(times);
  const goal = most === null ? '' : `≤ ${most} µs`;
  return { what, measured: `${amount(middle)} µs`, goal, met: most === null ? null : middle <= most };
}

type Finds = Record<'reader' | 'fuse' | 'search', Find>;
type Finding = { phrases: Phrase[]; few: Phrase[]; finds: Finds };

/** How many dishes are found by whom; the reader must find as many as the search does. */
function foundRows({ phrases, few, finds }: Finding): Row[] {
  const rows = KINDS.map((kind): Row => {
    const some = phrases.filter((phrase) => phrase.kind === kind);
    const [reader, search] = [countFound(some, finds.reader), countFound(some, finds.search)];
    const measured = `${share(reader)}; MiniSearch ${share(search)}`;
    return {
      what: `dishes found, ${kind}`,
      measured,
      goal: '≥ MiniSearch',
      met: reader.found >= search.found,
    };
  });
  const fuse = share(countFound(few, finds.fuse));
  return [...rows, told('dishes found by fuse.js, of the phrases it gets', fuse)];
}

type Count = { found: number; meant: number };
const share = ({ found, meant }: Count) => `${found} of ${meant}`;

function countFound(phrases: Phrase[], find: Find): Count {
  const counts = phrases.map((phrase) => {
    const ids = find(phrase);
    return phrase.dishes.filter(({ id }) => ids.includes(id)).length;
  });
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
  return { found: sum(counts), meant: sum(phrases.map(({ dishes }) => dishes.length)) };
}
